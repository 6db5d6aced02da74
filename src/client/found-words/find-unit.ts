import { fold } from '../../lib/text/fold.ts';

/** What a provision goes by. */
interface Unit {
  id: string;
  /** @example 'điểm a khoản 2 Điều 5' */
  label: string;
  /** @example 'Quy chế kèm theo' */
  scopeLabel: string | null;
}

/** Words that name a level: "khoản 2" is one step of a label. */
const LEVEL =
  /(?:tiết|tiet|điểm|diem|khoản|khoan|điều|dieu|tiểu mục|tieu muc|mục|muc|chương|chuong|phần|phan|phụ lục|phu luc)/;
const STEP = new RegExp(`(?=(?:^|(?<= ))${LEVEL.source} )`, 'u');
/** "điều 5 quy chế" */
const UNIT_AND_REST = new RegExp(`^(${LEVEL.source} (?:(?:thứ|thu) )?\\S+) (.+)$`, 'u');

/**
 * The provision that a reader asks for in their own words.
 *
 * @param query Steps in any order, with or without commas and marks; a bare number; or an anchor.
 * @returns The unit with all these steps and the fewest others, the first such in the text; null
 *   when there is none. đ and d are two points unless only one of them exists.
 * @example findUnit('điều 5, khoản 2', units)?.label // 'khoản 2 Điều 5'
 */
export function findUnit<T extends Unit>(query: string, units: readonly T[]): T | null {
  const text = clean(query);
  if (text === '') return null;
  const byId = units.find(({ id }) => id === text);
  return byId ?? bestMatch(text, units, (word) => word) ?? bestMatch(text, units, fold);
}

/** A number, a Roman numeral, an ordinal word, a letter of a point. */
const NUMBER = /(?:^|[\s,.])(?:\d+[a-zđ]?|[ivxlc]+|[a-zđ]|(?:thứ|thu) \S+)(?=[\s,.]|$)/u;
const STEP_ALONE = new RegExp(`^${LEVEL.source} (?:(?:thứ|thu) )?\\S+$`, 'u');
const ID = /^[a-z\d]+(?:-[a-z\d]+)+$/;

/**
 * Whether a text has the number of a unit in it, as words that are looked for mostly have not: the
 * name of an instrument alone is no address, since it may be looked for.
 *
 * @example hasUnitNumber('khoản 2 điều 10') // true; hasUnitNumber('quy chế') // false
 */
export function hasUnitNumber(text: string): boolean {
  const typed = text.normalize('NFC').toLowerCase().trim();
  return NUMBER.test(typed) || ID.test(typed);
}

/** Whether a text is the address of a unit, whether there is one or not. @example 'điều 99' */
export function isAddress(text: string): boolean {
  const steps = clean(text).split(STEP);
  return steps.every((step) => STEP_ALONE.test(step.trim()) && hasUnitNumber(step));
}

function bestMatch<T extends Unit>(
  text: string,
  units: readonly T[],
  form: (text: string) => string,
): T | null {
  const wanted = stepsOf(form(text));
  let best: { unit: T; extra: number } | null = null;
  for (const unit of units) {
    const scope = unit.scopeLabel === null ? [] : [form(clean(unit.scopeLabel))];
    const steps = [...stepsOf(form(clean(unit.label))), ...scope];
    if (!wanted.every((step) => steps.some((one) => isStep(one, step)))) continue;
    const extra = steps.length - wanted.length;
    if (best === null || extra < best.extra) best = { unit, extra };
  }
  return best?.unit ?? null;
}

/** A bare number fits the number of any level; the first words of a scope stand for it. */
function isStep(step: string, wanted: string): boolean {
  if (step === wanted || step.startsWith(`${wanted} `)) return true;
  return !wanted.includes(' ') && step.endsWith(` ${wanted}`);
}

function stepsOf(text: string): string[] {
  return text.split(STEP).flatMap((step) => {
    const [, unit, rest] = UNIT_AND_REST.exec(step.trim()) ?? [];
    return unit === undefined || rest === undefined ? [step.trim()] : [unit, rest];
  });
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.,;:()\s]+/g, ' ')
    .trim();
}
