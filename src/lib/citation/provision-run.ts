import { assembleTargets, type Group, type Join, type ProvisionPath } from './provision-path.ts';
import { listRange, rankOf, readLabel, readUnitWord, type Label, type Unit } from './labels.ts';
import { isHeadingAt } from './headings.ts';
import { GAP, gapAt, isUnmarked, lexemeAt, type Tokens } from './tokens.ts';
import { matchType } from './lexicon.ts';
import { WORDS, isWord } from './words.ts';

/** A run of provision words: one unit, a list, a range, in any order of the levels. */
export interface ProvisionRun {
  start: number;
  /** Token after the run. */
  end: number;
  /** One per unit named, in the order of the text; empty for a run of more than `MOST_UNITS`. */
  targets: ProvisionPath[];
  groups: readonly Group[];
}

/** A longer run is read to its end but names nothing: half of it would have no document. */
const MOST_UNITS = 500;

/**
 * The run of provision words that begins at a unit word.
 *
 * @returns null when no unit word with a label stands there.
 * @example "điểm b khoản 1, khoản 2 Điều 5" → d5-1-b, d5-2
 */
export function readProvisionRun(tokens: Tokens, at: number): ProvisionRun | null {
  const first = readGroup(tokens, at, 'none');
  if (!first) return null;
  const groups = [first];
  let end = first.end;
  let open = -1;
  for (;;) {
    const next = readNextGroup(tokens, end, groups.at(-1)?.unit);
    if (!next) break;
    if (next.group.join === 'bracket') {
      const last = groups.at(-1);
      if (open >= 0 || !last || rankOf(next.group.unit) >= rankOf(last.unit)) break;
      open = groups.length;
    }
    groups.push(next.group);
    end = next.group.end;
  }
  const closed = open >= 0 && lexemeAt(tokens, end).base === ')';
  if (open >= 0 && !closed) end = groups.splice(open)[0]?.before ?? end;
  return { start: at, end: closed ? end + 1 : end, targets: boundedTargets(groups), groups };
}

/** Counted by labels first: three groups (điểm, khoản, Điều) can name one unit. */
function boundedTargets(groups: readonly Group[]): ProvisionPath[] {
  const labels = groups.reduce((sum, group) => sum + group.labels.length, 0);
  if (labels > MOST_UNITS * 4) return [];
  const targets = assembleTargets(groups);
  return targets.length > MOST_UNITS ? [] : targets;
}

/** Separators, then a unit word with its label. */
function readNextGroup(
  tokens: Tokens,
  at: number,
  before: Unit | undefined,
): { group: Group } | null {
  const separator = readSeparator(tokens, at);
  if (gapAt(tokens, separator.end) === GAP.paragraph) return null;
  if (isHeadingAt(tokens, separator.end)) return null;
  const group = readGroup(tokens, separator.end, separator.join);
  if (!group) return null;
  // "Khoản 2 - Điều 5": between different units a dash is no range.
  const isDash = group.unit !== before && lexemeAt(tokens, separator.end - 1).base === '-';
  return { group: { ...group, before: at, join: isDash ? 'none' : group.join } };
}

const LONGEST_SEPARATOR = 4;

/** `,` · `và` · `, và các` · `của` · `đến` · `(`; the word closes nothing by itself. */
function readSeparator(tokens: Tokens, at: number): { join: Join; end: number } {
  let join: Join = 'none';
  let end = at;
  // The bracket of "điểm a)".
  if (lexemeAt(tokens, end).base === ')' && gapAt(tokens, end) === GAP.none) {
    if (lexemeAt(tokens, end - 1).text.length === 1) end++;
  }
  for (let count = 0; count < LONGEST_SEPARATOR; count++) {
    const found = separatorAt(tokens, end);
    if (found === null) break;
    if (found !== 'filler') join = strongest(join, found);
    end++;
  }
  return { join, end };
}

function strongest(known: Join, added: Join): Join {
  const order: Join[] = ['none', 'of', 'comma', 'and', 'to', 'bracket'];
  return order.indexOf(added) > order.indexOf(known) ? added : known;
}

function separatorAt(tokens: Tokens, at: number): Join | 'filler' | null {
  const { base, kind } = lexemeAt(tokens, at);
  if (kind === 'mark') {
    if (base === ',') return 'comma';
    if (base === ';' || base === '&') return 'and';
    if (base === '-') return 'to';
    if (base === '/') return 'of';
    // A stray full stop: "Điều 325. và Điều 326".
    if (base === '.' && isWord(tokens, at + 1, WORDS.and)) return 'filler';
    return base === '(' ? 'bracket' : null;
  }
  if (isWord(tokens, at, WORDS.and)) return 'and';
  if (isWord(tokens, at, WORDS.of)) return 'of';
  if (isWord(tokens, at, WORDS.to)) return 'to';
  return isWord(tokens, at, WORDS.plural) || isWord(tokens, at, WORDS.from) ? 'filler' : null;
}

/** `Điều 5` · `khoản 1, 2 và 3` · `Điều 5–7` · `các Điều từ 5 đến 7` · `Điều này` */
function readGroup(tokens: Tokens, at: number, join: Join): Group | null {
  const word = readUnitWord(tokens, at);
  if (!word) return null;
  if (isThis(tokens, at, word.end)) {
    const end = word.end + 1;
    return { unit: word.unit, labels: [['this']], join, start: at, end, before: at, roman: false };
  }
  const from = isWord(tokens, word.end, WORDS.from) ? word.end + 1 : word.end;
  const numbered = lexemeAt(tokens, from).base === 'so' ? from + 1 : from;
  const first = readLabel(tokens, numbered, word.unit);
  if (!first || !isCompleteLabel(tokens, first.end)) return null;
  const list = readLabelList(tokens, first, word.unit);
  return {
    unit: pointFor(word.unit, first, tokens, list.end),
    labels: list.labels,
    join,
    start: at,
    end: list.end,
    before: at,
    roman: first.form === 'roman' || first.form === 'path',
  };
}

/** "này"; without its mark only where the unit word has lost its marks, too. */
function isThis(tokens: Tokens, unit: number, at: number): boolean {
  if (!isWord(tokens, at, WORDS.this)) return false;
  return !isUnmarked(tokens, at, at + 1) || isUnmarked(tokens, unit, at);
}

/** `5/2013`, `5%` and `25-NQ` are no labels. */
function isCompleteLabel(tokens: Tokens, end: number): boolean {
  const next = lexemeAt(tokens, end);
  if (next.base === '%') return false;
  if (next.base !== '/' && next.base !== '-') return true;
  if (gapAt(tokens, end) !== GAP.none || gapAt(tokens, end + 1) !== GAP.none) return true;
  const after = lexemeAt(tokens, end + 1);
  if (next.base === '/') return readUnitWord(tokens, end + 1) !== null;
  return after.kind === 'number' || !after.upper || after.text.length === 1;
}

/** "mục a, khoản 2" says mục for điểm: a section does not stand inside a clause. */
function pointFor(unit: Unit, label: Label, tokens: Tokens, end: number): Unit {
  if (unit !== 'section' || label.form !== 'letter') return unit;
  const next = readUnitWord(tokens, readSeparator(tokens, end).end);
  return next?.unit === 'clause' || next?.unit === 'article' ? 'point' : unit;
}

function readLabelList(
  tokens: Tokens,
  first: Label,
  unit: Unit,
): { labels: string[][]; end: number } {
  const labels: string[][] = [[...first.ids]];
  let last = first;
  for (;;) {
    const separator = readSeparator(tokens, last.end);
    if (separator.join === 'none' || separator.join === 'of' || separator.join === 'bracket') break;
    const next = readLabel(tokens, separator.end, unit);
    if (next?.form !== last.form && !isMixedList(last, next)) break;
    if (!next || !isListEnd(tokens, next.end)) break;
    if (separator.join === 'to') {
      const range = rangeBetween(last, next);
      if (!range) break;
      labels.push(...range);
    } else {
      labels.push([...next.ids]);
    }
    last = next;
  }
  return { labels, end: last.end };
}

/** `điểm 1, 1a`: both are numbers already; `điểm 2.1 và 3`: a decimal beside a whole number. */
function isMixedList(last: Label, next: Label | null): boolean {
  const forms = [last.form, next?.form];
  return forms.includes('decimal') && forms.includes('number');
}

function rangeBetween(first: Label, last: Label): string[][] | null {
  const [from, to] = [first.ids.at(-1), last.ids.at(-1)];
  if (from === undefined || to === undefined) return null;
  if (first.ids.slice(0, -1).join('.') !== last.ids.slice(0, -1).join('.')) return null;
  const range = listRange(from, to);
  return range ? range.slice(1).map((id) => [...first.ids.slice(0, -1), id]) : null;
}

/** "Điều 4, 15 cán bộ": the second number counts something. */
function isListEnd(tokens: Tokens, end: number): boolean {
  const next = lexemeAt(tokens, end);
  if (next.kind === 'mark') return next.base !== '%' && isCompleteLabel(tokens, end);
  if (next.kind === 'number') return false;
  if (isWord(tokens, end, WORDS.afterLabel)) return true;
  if (readUnitWord(tokens, end) || matchType(tokens, end)) return true;
  return gapAt(tokens, end) >= GAP.line;
}
