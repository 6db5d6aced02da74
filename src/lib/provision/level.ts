import type { LabelForm, PrintedLabel, Provision, ProvisionKind } from './types.ts';

/** A unit that is not closed yet, on the way from the top of its scope to the current block. */
export interface OpenUnit {
  unit: Provision;
  form: LabelForm | null;
  rank: number;
}

export interface Level {
  form: LabelForm;
  kind: ProvisionKind;
  /** Smaller is further out. */
  rank: number;
  /** How many of the open units stay open. */
  keep: number;
  /** True when the document declares a scale and this label is not on it. */
  isOutside: boolean;
}

/**
 * Tell where in the ladder a label stands and which open units it closes.
 *
 * With a scale, the level is looked up in it. Without one, a label goes on with the innermost open
 * list of its own form; a form that is not open yet stands below what {@link DEFAULT_RANKS} puts
 * further out. Nothing depends on numbers being complete: outlines have gaps.
 *
 * @param open From the outermost to the innermost.
 */
export function levelOf(
  label: PrintedLabel,
  open: readonly OpenUnit[],
  scale: readonly LabelForm[] | null,
): Level {
  const form = resolveForm(label, open, scale);
  const declared = scale ? scaleIndex(form, scale) : -1;
  const rank = declared >= 0 ? declared : defaultRank(form, open);
  const keep = keepPrefix(label, form, open, keepAbove(form, rank, open, declared >= 0));
  const kind = kindAt(form, open[keep - 1]?.unit ?? null);
  return { form, kind, rank, keep, isOutside: scale !== null && declared < 0 };
}

/** `i)`, `v)` and `x)` are letters after h), u) and so on, Roman numbers elsewhere below a letter. */
function resolveForm(
  label: PrintedLabel,
  open: readonly OpenUnit[],
  scale: readonly LabelForm[] | null,
): LabelForm {
  const { form, number } = label;
  if (form !== 'letter' && form !== 'letter-dot') return form;
  if (!/^[ivx]$/.test(number) || (scale && !scale.includes('small-roman'))) return form;
  const letter = open.findLast((entry) => entry.form === 'letter' || entry.form === 'letter-dot');
  const before = letter?.unit.printed?.number ?? '';
  if (['hi', 'uv', 'tv', 'wx', 'vx'].includes(before + number)) return form;
  if (open.some((entry) => entry.form === 'small-roman')) return 'small-roman';
  return number === 'i' && (letter || scale) ? 'small-roman' : form;
}

/** Forms that typists exchange: a scale that has one of a family covers the other. */
const FAMILIES: Partial<Record<LabelForm, LabelForm>> = {
  letter: 'letter-dot',
  'letter-dot': 'letter',
};

function scaleIndex(form: LabelForm, scale: readonly LabelForm[]): number {
  const index = scale.indexOf(form);
  const relative = FAMILIES[form];
  return index >= 0 || !relative ? index : scale.indexOf(relative);
}

/** Order of forms where the document declares none, outermost first. */
const DEFAULT_RANKS: Partial<Record<LabelForm, number>> = {
  part: 0,
  capital: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  roman: 4,
  article: 5,
  arabic: 6,
  letter: 8,
  'letter-dot': 8,
  'letter-number': 9,
  'small-roman': 9,
  dash: 10,
  plus: 10,
  bullet: 10,
};

function defaultRank(form: LabelForm, open: readonly OpenUnit[]): number {
  const sameForm = open.findLast((entry) => entry.form === form);
  if (sameForm) return sameForm.rank;
  if (form === 'dash' || form === 'plus' || form === 'bullet') return innermostDash(open);
  if (form === 'arabic-paren') return parenRank(open);
  if (form.startsWith('decimal')) return 6 + Number(form.slice('decimal'.length)) / 100;
  return DEFAULT_RANKS[form] ?? 10;
}

/** A dash of another shape stands below the dash that is open. */
function innermostDash(open: readonly OpenUnit[]): number {
  const dash = open.findLast((entry) => entry.unit.kind === 'dash');
  return dash ? dash.rank + 0.1 : 10;
}

/** `1)` is a khoản where there is none, else it stands below what is open. */
function parenRank(open: readonly OpenUnit[]): number {
  if (open.some((entry) => entry.form === 'letter' || entry.form === 'letter-dot')) return 9;
  return open.some((entry) => isNumber(entry.form)) ? 7.5 : 6;
}

function keepAbove(
  form: LabelForm,
  rank: number,
  open: readonly OpenUnit[],
  isDeclared: boolean,
): number {
  const sameForm = isDeclared ? -1 : open.findLastIndex((entry) => entry.form === form);
  if (sameForm >= 0) return sameForm;
  const first = open.findIndex((entry) => entry.rank >= rank);
  return first < 0 ? open.length : first;
}

/** `2.1.` is below `2.` only; where `1.` is open, it stands beside it. */
function keepPrefix(
  label: PrintedLabel,
  form: LabelForm,
  open: readonly OpenUnit[],
  keep: number,
): number {
  if (!form.startsWith('decimal')) return keep;
  let kept = keep;
  for (let entry = open[kept - 1]; entry && isNumber(entry.form); entry = open[kept - 1]) {
    if (label.number.startsWith(`${entry.unit.printed?.number ?? ''}.`)) break;
    kept--;
  }
  return kept;
}

function isNumber(form: LabelForm | null): boolean {
  return form === 'arabic' || form?.startsWith('decimal') === true;
}

/** What a label means below this unit. */
function kindAt(form: LabelForm, parent: Provision | null): ProvisionKind {
  switch (form) {
    case 'part':
    case 'capital':
      return 'part';
    case 'chapter':
    case 'section':
    case 'subsection':
    case 'article':
    case 'roman':
      return form;
    case 'dash':
    case 'plus':
    case 'bullet':
      return 'dash';
    case 'letter-number':
      return 'subpoint';
    case 'letter':
    case 'letter-dot':
    case 'small-roman':
      return parent?.kind === 'point' || parent?.kind === 'subpoint' ? 'subpoint' : 'point';
    default:
      return numberKind(parent);
  }
}

function numberKind(parent: Provision | null): ProvisionKind {
  if (parent?.kind === 'article') return 'clause';
  if (parent?.kind === 'clause') return 'point';
  if (parent?.kind === 'point' || parent?.kind === 'subpoint') return 'subpoint';
  return 'number';
}
