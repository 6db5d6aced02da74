import { parseOrdinal, parseRoman } from '../text/numerals.ts';
import { reads, spell } from './spelling.ts';
import { GAP, gapAt, lexemeAt, type Tokens } from './tokens.ts';

/** Units that a citation can name, innermost first; the order is their rank. */
export const UNITS = [
  'dash',
  'paragraph',
  'subpoint',
  'point',
  'clause',
  'article',
  'subsection',
  'section',
  'chapter',
  'part',
  'annex',
] as const;
export type Unit = (typeof UNITS)[number];

/** Rank of a unit: a larger one encloses a smaller one. */
export function rankOf(unit: Unit): number {
  return UNITS.indexOf(unit);
}

/** Id of a label that cannot be told. */
export const UNKNOWN_LABEL = '?';

/** Form of a label: it says which unit the label can stand for and how a range goes on. */
export type LabelForm = 'number' | 'letter' | 'roman' | 'decimal' | 'path';

/** Number of a unit as cited. */
export interface Label {
  form: LabelForm;
  /**
   * Ids of the unit and, for a path like `III.2`, of the units below it: Arabic, ASCII, đ is dd.
   *
   * @example 5a → ['5a'] · III → ['3'] · đ → ['dd'] · 2.1 → ['2', '1'] · III.2 → ['3', '2']
   */
  ids: readonly string[];
  /** Token after the label. */
  end: number;
}

const UNIT_WORDS: readonly (readonly [Unit, readonly string[]])[] = [
  ['article', ['điều']],
  ['clause', ['khoản']],
  ['point', ['điểm']],
  ['subpoint', ['tiết']],
  ['section', ['mục']],
  ['subsection', ['tiểu', 'mục']],
  ['chapter', ['chương']],
  ['part', ['phần']],
  ['annex', ['phụ', 'lục']],
  ['paragraph', ['đoạn']],
  ['dash', ['gạch', 'đầu', 'dòng']],
];

const UNIT_SPELLINGS = UNIT_WORDS.map(([unit, syllables]) => ({
  unit,
  spellings: syllables.map(spell),
}));

const UNITS_BY_BASE = new Map<string, typeof UNIT_SPELLINGS>();
for (const entry of UNIT_SPELLINGS) {
  const base = entry.spellings[0]?.base ?? '';
  UNITS_BY_BASE.set(base, [...(UNITS_BY_BASE.get(base) ?? []), entry]);
}

/** The words of each unit without case and marks. */
export const UNIT_SYLLABLES: readonly (readonly string[])[] = UNIT_SPELLINGS.map(({ spellings }) =>
  spellings.map(({ base }) => base),
);

/** OCR reads the grave of "Điều" as another tone; before a number nothing else looks like it. */
const ARTICLE_LETTERS = spell('điều').letters;

/**
 * The unit word at a token.
 *
 * @returns `end`: token after the word. null when there is none.
 * @example "Tiểu mục 2" → { unit: 'subsection', end: 2 }
 */
export function readUnitWord(tokens: Tokens, at: number): { unit: Unit; end: number } | null {
  const first = lexemeAt(tokens, at);
  const candidates = UNITS_BY_BASE.get(first.base);
  if (!candidates) return null;
  for (const { unit, spellings } of candidates) {
    if (spellings.every((spelling, i) => readsAt(tokens, at + i, spelling, i))) {
      return { unit, end: at + spellings.length };
    }
  }
  const misread = first.letters === ARTICLE_LETTERS && lexemeAt(tokens, at + 1).kind === 'number';
  return misread ? { unit: 'article', end: at + 1 } : null;
}

function readsAt(
  tokens: Tokens,
  at: number,
  spelling: ReturnType<typeof spell>,
  index: number,
): boolean {
  if (index > 0 && gapAt(tokens, at) > GAP.line) return false;
  return reads(lexemeAt(tokens, at), spelling);
}

const ORDINAL_WORD = spell('thứ');

/**
 * The label at a token, as it can stand after a unit word.
 *
 * @example Điều 5a · Mục III · mục III.2 · điểm đ · điểm a1 · điểm 2.1 · Phần thứ hai · phần B
 */
export function readLabel(tokens: Tokens, at: number, unit: Unit): Label | null {
  const { kind } = lexemeAt(tokens, at);
  if (kind === 'number') return readNumberLabel(tokens, at);
  if (kind !== 'word') return null;
  if (reads(lexemeAt(tokens, at), ORDINAL_WORD)) return readOrdinal(tokens, at + 1);
  return (
    readRomanLabel(tokens, at, unit) ??
    readLetterLabel(tokens, at, unit) ??
    readSmallLabel(tokens, at, unit)
  );
}

/** Digits of a number that a unit can be given, even in jest: "từ Điều 1 đến Điều 999999". */
const LONGEST_NUMBER = 6;

/** `5`, `5a`, `05`, `2.1`, `1.3.2` */
function readNumberLabel(tokens: Tokens, at: number): Label | null {
  const parts = [plainNumber(lexemeAt(tokens, at).base)];
  let end = at + 1;
  while (isTouching(tokens, end, '.') && isTouchingNumber(tokens, end + 1)) {
    parts.push(plainNumber(lexemeAt(tokens, end + 1).base));
    end += 2;
  }
  if (parts.length > 1) {
    // 5.000 is an amount.
    const plain = parts.every((part) => part.length < 3 && part !== '0');
    return plain ? { form: 'decimal', ids: parts, end } : null;
  }
  if (parts.some((part) => part.length > LONGEST_NUMBER)) return null;
  const suffix = lexemeAt(tokens, end);
  if (suffix.kind === 'word' && gapAt(tokens, end) === GAP.none) {
    if (suffix.text.length > 1) return null;
    return { form: 'number', ids: [`${parts[0] ?? ''}${letterId(suffix.text)}`], end: end + 1 };
  }
  return { form: 'number', ids: parts, end };
}

/** The ordinal after "thứ": `hai`, `2`, `mười một`. */
export function readOrdinal(tokens: Tokens, at: number): Label | null {
  const first = lexemeAt(tokens, at);
  if (first.kind === 'number')
    return { form: 'number', ids: [plainNumber(first.base)], end: at + 1 };
  // "hai mươi mốt", "mười hai", "hai mươi"; "hai" alone comes last.
  for (const length of [3, 2]) {
    const words = Array.from({ length }, (_, i) => lexemeAt(tokens, at + i));
    const areWords = words.every(({ kind }) => kind === 'word');
    const value = areWords ? parseOrdinal(words.map(({ text }) => text).join(' ')) : null;
    if (value !== null) return { form: 'number', ids: [String(value)], end: at + length };
  }
  const single = parseOrdinal(first.text) ?? UNMARKED_ORDINALS.get(first.base) ?? null;
  return single === null ? null : { form: 'number', ids: [String(single)], end: at + 1 };
}

const UNMARKED_ORDINALS = new Map(
  ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'].map((word, i) => [
    word,
    i + 1,
  ]),
);

const ROMAN_UNITS: ReadonlySet<Unit> = new Set([
  'section',
  'chapter',
  'part',
  'annex',
  'subsection',
]);

/** `III`, `III.2`, `III.2.a`; small letters only where no letter label could be meant. */
function readRomanLabel(tokens: Tokens, at: number, unit: Unit): Label | null {
  const word = lexemeAt(tokens, at);
  if (!ROMAN_UNITS.has(unit) || !/^[ivxl]+$/.test(word.base) || word.tone !== '') return null;
  const value = parseRoman(word.text.toUpperCase());
  if (value === null || value > 60) return null;
  const ids = [String(value)];
  let end = at + 1;
  while (isTouching(tokens, end, '.') && gapAt(tokens, end + 1) === GAP.none) {
    const below = lexemeAt(tokens, end + 1);
    if (below.kind === 'number') ids.push(plainNumber(below.base));
    else if (below.kind === 'word' && below.text.length === 1) ids.push(letterId(below.text));
    else break;
    end += 2;
  }
  if (gapAt(tokens, end) === GAP.none && lexemeAt(tokens, end).kind !== 'mark') return null;
  return { form: ids.length > 1 ? 'path' : 'roman', ids, end };
}

const LETTER_UNITS: ReadonlySet<Unit> = new Set(['point', 'subpoint', 'section', 'part', 'annex']);

/** `a`, `đ`, `a1`; of a part or section also `B`. */
function readLetterLabel(tokens: Tokens, at: number, unit: Unit): Label | null {
  const word = lexemeAt(tokens, at);
  if (!LETTER_UNITS.has(unit) || word.text.length !== 1 || word.tone !== '') return null;
  if (!/^[a-zđ]$/.test(word.text.toLowerCase())) return null;
  // Typed without marks, d and đ are one letter.
  let id = tokens.isMarkless && word.base === 'd' ? UNKNOWN_LABEL : letterId(word.text);
  let end = at + 1;
  if (isTouchingNumber(tokens, end)) {
    id += plainNumber(lexemeAt(tokens, end).base);
    end++;
  }
  if (gapAt(tokens, end) === GAP.none && lexemeAt(tokens, end).kind === 'word') return null;
  // Tiết a.1 of điểm a.
  if (unit === 'subpoint' && isTouching(tokens, end, '.') && isTouchingNumber(tokens, end + 1)) {
    return { form: 'letter', ids: [id, plainNumber(lexemeAt(tokens, end + 1).base)], end: end + 2 };
  }
  return { form: 'letter', ids: [id], end };
}

/** `ii`, `iv` of a tiết; `aa`, `đđ` of a điểm after the alphabet. */
function readSmallLabel(tokens: Tokens, at: number, unit: Unit): Label | null {
  const { text, tone } = lexemeAt(tokens, at);
  if ((unit !== 'point' && unit !== 'subpoint') || tone !== '') return null;
  if (!/^(?:[ivx]{2,5}|([a-zđ])\1)$/.test(text)) return null;
  if (gapAt(tokens, at + 1) === GAP.none && lexemeAt(tokens, at + 1).kind !== 'mark') return null;
  return { form: 'letter', ids: [text.replaceAll('đ', 'dd')], end: at + 1 };
}

function isTouching(tokens: Tokens, at: number, mark: string): boolean {
  return lexemeAt(tokens, at).base === mark && gapAt(tokens, at) === GAP.none;
}

function isTouchingNumber(tokens: Tokens, at: number): boolean {
  return lexemeAt(tokens, at).kind === 'number' && gapAt(tokens, at) === GAP.none;
}

function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** `đ` → `dd`, in small letters. */
function letterId(letter: string): string {
  return letter.toLowerCase().replace('đ', 'dd');
}

/** Letters that mark the points of an article, in their order. */
const POINT_LETTERS = 'a b c d dd e g h i k l m n o p q r s t u v x y'.split(' ');

/** Of a range of more units than this only the ends are named. */
const LONGEST_RANGE = 300;

/**
 * Ids of all units from one to another of the same form.
 *
 * @returns Both ends included, of a very long range nothing else; null when it is no ascending range.
 * @example listRange('5', '7') // ['5', '6', '7']
 * @example listRange('c', 'dd') // ['c', 'd', 'dd']
 */
export function listRange(first: string, last: string): string[] | null {
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) {
    const from = Number(first);
    const count = Number(last) - from + 1;
    if (count < 2) return null;
    if (count > LONGEST_RANGE) return [first, last];
    return Array.from({ length: count }, (_, i) => String(from + i));
  }
  const from = POINT_LETTERS.indexOf(first);
  const to = POINT_LETTERS.indexOf(last);
  return from >= 0 && to > from ? POINT_LETTERS.slice(from, to + 1) : null;
}
