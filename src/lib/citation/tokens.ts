import { fold } from '../text/fold.ts';
import {
  mapOfItself,
  normalizeText,
  readMark,
  readsAsItself,
  type NormalizedText,
} from './normalize.ts';

export type TokenKind = 'word' | 'number' | 'mark';

/** What stands before a token: nothing, a space, a line end, an empty line. */
export const GAP = { none: 0, space: 1, line: 2, paragraph: 3 } as const;

/** A word, number or mark, shared by all tokens that are spelled the same. */
export interface Lexeme {
  kind: TokenKind;
  /** As read, NFC. */
  text: string;
  /** Lower case, without any mark; for numbers the digits. */
  base: string;
  /** Lower case without the tone: `điều` → `điêu`. */
  letters: string;
  /** Combining character of the tone, or the empty string. */
  tone: string;
  /** Starts with a capital. */
  capital: boolean;
  /** Has no small letter. */
  upper: boolean;
}

/** A text cut into words, numbers and marks. */
export interface Tokens {
  source: NormalizedText;
  count: number;
  /** Of each token the place of its lexeme in `table`, times four, and the {@link GAP} before it. */
  cells: Int32Array;
  /** Offsets into the reading, not into the original. */
  starts: Int32Array;
  table: LexemeTable;
  /** All in small letters or all in capitals: then a capital says nothing. */
  isCaseless: boolean;
  /** No word has a mark: then `d` can be đ. */
  isMarkless: boolean;
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const LINE = 4;
const MARK = 5;
/** Bits of a unit that say one of these. */
const CLASS = 7;
/** Is a small letter that reads as itself and has an id. */
const SMALL = 8;
/** Is not read as itself, or not wherever it stands. */
const FOREIGN = 16;
/** Is a letter that a scanner may have read for a digit. */
const DOUBTFUL = 32;
/** From this bit on its id, for a letter or digit; 0 for none. */
const ID = 6;

/** What is known of each UTF-16 unit; 0 until it is first asked for. */
const units = new Uint16Array(0x10000);

/** Eight ids make a key of 64 bits, of which 0xff is left for others; texts have some 200 letters. */
const MOST_IDS = 254;
let ids = 0;

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const kind = classify(character);
  const id = (kind === LETTER || kind === DIGIT) && ids < MOST_IDS ? ++ids : 0;
  const isForeign = !readsAsItself(code);
  let unit = kind | (id << ID);
  if (isForeign) unit |= FOREIGN;
  else if (kind === LETTER && id > 0 && isSmall(code)) unit |= SMALL;
  if (/[lLIOo]/.test(character)) unit |= DOUBTFUL;
  return (units[code] = unit);
}

function unitOf(code: number): number {
  const unit = units[code] ?? 0;
  return unit === 0 ? learn(code) : unit;
}

const OPENING_BRACKET = 0x5b;

/**
 * Cut a text into tokens. Letters and digits are apart even where they touch: `số31` is two
 * tokens without a gap.
 *
 * @param text Any text, exactly as given.
 */
export function tokenize(text: string): Tokens {
  const tokens = cut(text, null);
  if (tokens) return tokens;
  const source = normalizeText(text);
  return cut(repairDigits(source.text), source);
}

/** Where tokens are put together: as long as any text until now. */
let room = { cells: new Int32Array(), starts: new Int32Array() };

function roomFor(length: number): typeof room {
  if (room.cells.length < length) {
    room = { cells: new Int32Array(length * 2), starts: new Int32Array(length * 2) };
  }
  return room;
}

/** Different marks of a text that are read as others before the text is normalised as a whole. */
const MOST_FOREIGN = 8;

/**
 * @param text To be read as it stands, but for marks that are read as others.
 * @param source What the text was made from; null for a text as given.
 * @returns null when a text as given must be normalised or has letters that may be digits.
 */
function cut(text: string, source: NormalizedText): Tokens;
function cut(text: string, source: null): Tokens | null;
function cut(text: string, source: NormalizedText | null): Tokens | null {
  const { length } = text;
  const { cells, starts } = roomFor(length);
  if (table.count > MOST_KNOWN) table = new LexemeTable();
  const refused = source === null ? FOREIGN : 0;
  const words = new Words();
  let reading = text;
  let foreign = 0;
  let count = 0;
  let gap: number = GAP.paragraph;
  let i = 0;
  while (i < length) {
    const code = reading.charCodeAt(i);
    const unit = unitOf(code);
    const kind = unit & CLASS;
    if ((unit & refused) !== 0) {
      const mark = readMark(code);
      if (mark === null || ++foreign > MOST_FOREIGN) return null;
      reading = reading.replaceAll(String.fromCharCode(code), mark);
      continue;
    }
    if (kind === SPACE || kind === LINE) {
      gap = widen(gap, kind);
      i++;
      continue;
    }
    if (gap === GAP.none) {
      if (code === OPENING_BRACKET) {
        const noteEnd = skipNoteMark(reading, i);
        if (noteEnd > i) {
          i = noteEnd;
          continue;
        }
      } else if (source === null && isMisread(reading, i)) return null;
    }
    const start = i++;
    // The ids of the units in 64 bits, the last one lowest; a mark has no id and goes by its code.
    let low = kind === MARK ? code : unit >> ID;
    let high = kind === MARK ? MARK_KEY : 0;
    let hasKey = low > 0 || kind === MARK;
    while (i < length && kind !== MARK) {
      const next = unitOf(reading.charCodeAt(i));
      if ((next & SMALL) === 0 || kind === DIGIT) {
        if ((next & CLASS) !== kind) break;
        if ((next & refused) !== 0) return null;
        if (kind === LETTER && i - start > 1 && isGlued(reading, start, i)) break;
        hasKey &&= next >> ID > 0;
      } else if (i - start === 2 && isGlued(reading, start, i)) break;
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | (next >> ID);
      i++;
    }
    if (i - start > LONGEST_KEY) hasKey = false;
    let place = hasKey ? table.find(low, high) : 0;
    if (place === 0) place = table.add(reading.slice(start, i), kind, hasKey ? [low, high] : null);
    if (kind === LETTER && !words.isSettled) words.add(table.lexemes[place] ?? NONE);
    cells[count] = (place << 2) | gap;
    starts[count] = start;
    count++;
    gap = GAP.none;
  }
  return {
    source: source ?? { text: reading, ...mapOfItself(length) },
    isCaseless: !words.hasCapital || words.isUpper,
    isMarkless: words.isMarkless,
    count,
    cells: cells.slice(0, count),
    starts: starts.slice(0, count),
    table,
  };
}

/** Whether a letter and a digit touch at a place so that the letter may be a digit, too. */
function isMisread(reading: string, at: number): boolean {
  const before = unitOf(reading.charCodeAt(at - 1));
  const unit = unitOf(reading.charCodeAt(at));
  const isAfter = (before & CLASS) === DIGIT && (unit & DOUBTFUL) !== 0;
  return isAfter || ((before & DOUBTFUL) !== 0 && (unit & CLASS) === DIGIT);
}

/** What is true of all words of a text. */
class Words {
  hasCapital = false;
  isUpper = true;
  isMarkless = true;

  /** No further word changes anything. */
  get isSettled(): boolean {
    return this.hasCapital && !this.isUpper && !this.isMarkless;
  }

  add({ capital, upper, base, letters, tone }: Lexeme): void {
    this.hasCapital ||= capital;
    this.isUpper &&= upper;
    this.isMarkless &&= tone === '' && letters === base;
  }
}

const NONE: Lexeme = {
  kind: 'mark',
  text: '',
  base: '',
  letters: '',
  tone: '',
  capital: false,
  upper: false,
};

/** All texts together have few thousand distinct words; with more than this their table begins anew. */
const MOST_KNOWN = 50_000;

/** Letters or digits that a key has room for. */
const LONGEST_KEY = 8;

/** The high half of the keys of marks: no word has it, for no id is 255. */
const MARK_KEY = -1;

/** Marks that can open a line before its first word: `## Điều 5`, `**Điều 5.**`, `“Điều 5. …`. */
const LINE_MARKS = new Set(['#', '*', '>', '-', '•', '+', '|', '“', '"']);
const SENTENCE_ENDS = new Set(['.', '!', '?', '…']);

/** What a look at a token asks first, as bits. */
export const TRAIT = {
  /** Can open a line before its first word. */
  lineMark: 1,
  /** `.` `!` `?` `…` */
  sentenceEnd: 2,
  /** Any mark. */
  mark: 4,
} as const;

function traitsOf({ kind, base }: Lexeme): number {
  if (kind !== 'mark') return 0;
  const opens = LINE_MARKS.has(base) ? TRAIT.lineMark : 0;
  const ends = SENTENCE_ENDS.has(base) ? TRAIT.sentenceEnd : 0;
  return opens | ends | TRAIT.mark;
}

/** Lexemes already met, each with a place of its own from 1 on. */
class LexemeTable {
  /** By place. */
  readonly lexemes: Lexeme[] = [NONE];
  /** By place: bits of {@link TRAIT}. */
  traits = new Uint8Array(1 << 12);
  /** By the hash of their keys, then the next free one: low and high half of the key, place, nothing. */
  #slots = new Int32Array(4 << 13);
  #keys = 0;
  /** Those without a key, by their letters. */
  readonly #long = new Map<string, number>();

  get count(): number {
    return this.lexemes.length;
  }

  /** Place of the lexeme with a key; 0 for none. */
  find(low: number, high: number): number {
    const slots = this.#slots;
    return slots[slotOf(slots, low, high) + 2] ?? 0;
  }

  /** Place of a lexeme that no key has led to; `key` is null when it has none. */
  add(text: string, kind: number, key: readonly [low: number, high: number] | null): number {
    const known = key === null ? this.#long.get(text) : undefined;
    if (known !== undefined) return known;
    const lexeme = createLexeme(text, kind);
    const place = this.lexemes.push(lexeme) - 1;
    if (place >= this.traits.length) this.#widenTraits();
    this.traits[place] = traitsOf(lexeme);
    if (key === null) this.#long.set(text, place);
    else this.#addKey(key, place);
    return place;
  }

  #addKey([low, high]: readonly [low: number, high: number], place: number): void {
    this.#slots.set([low, high, place], slotOf(this.#slots, low, high));
    if (++this.#keys * 8 > this.#slots.length) this.#widenSlots();
  }

  #widenTraits(): void {
    const traits = new Uint8Array(this.traits.length * 2);
    traits.set(this.traits);
    this.traits = traits;
  }

  #widenSlots(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    for (let at = 0; at < this.#slots.length; at += 4) {
      const [low = 0, high = 0, place = 0] = this.#slots.subarray(at, at + 3);
      if (place !== 0) slots.set([low, high, place], slotOf(slots, low, high));
    }
    this.#slots = slots;
  }
}

/** Where a key stands among the slots, or the free place for it. */
function slotOf(slots: Int32Array, low: number, high: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x5bd1e995), 0x9e3779b1);
  hash ^= hash >>> 17;
  const mask = slots.length - 1;
  let at = (hash << 2) & mask;
  while (slots[at + 2] !== 0 && (slots[at] !== low || slots[at + 1] !== high)) at = (at + 4) & mask;
  return at;
}

let table = new LexemeTable();

/** Letters that a scanner reads for digits: between digits, and at the ends of `l6/…` and `29O-…`. */
const MISREAD_DIGITS =
  /(?<=\d)[lIOo]{1,2}(?=\d)|(?<=\d)[lIOo](?=[-/]| tháng)|(?<![\p{L}\p{M}\d])[lLIOo](?=\d{1,3}[-/])/gu;

/** @returns A text of the same length. */
function repairDigits(reading: string): string {
  return reading.replace(MISREAD_DIGITS, (letters) =>
    letters.replace(/[Oo]/g, '0').replace(/[lLI]/g, '1'),
  );
}

const CLOSING_BRACKET = 0x5d;

/** End of a footnote mark that touches the word before it: "Điều 5[1] Luật …". */
function skipNoteMark(reading: string, at: number): number {
  let end = at + 1;
  while (end < at + 4 && isDigit(reading.charCodeAt(end))) end++;
  return end > at + 1 && reading.charCodeAt(end) === CLOSING_BRACKET ? end + 1 : at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function widen(gap: number, kind: number): number {
  if (kind === SPACE) return Math.max(gap, GAP.space);
  return gap >= GAP.line ? GAP.paragraph : GAP.line;
}

const [T, W] = [0x54, 0x57];

/** Words that were run together are parted: `hiện|Nghị`; of a number `TW|ngày`. */
function isGlued(reading: string, start: number, at: number): boolean {
  if (at - start === 2 && reading.charCodeAt(start) === T && reading.charCodeAt(start + 1) === W) {
    return isSmallAt(reading, at) && isSmallAt(reading, at + 1);
  }
  if (isSmallAt(reading, at)) return false;
  return isSmallAt(reading, at - 1) && isSmallAt(reading, at - 2) && isSmallAt(reading, at + 1);
}

/** Whether each UTF-16 unit is a small letter: 1 yes, 2 no; 0 until it is first asked for. */
const smallness = new Uint8Array(0x10000);

function isSmall(code: number): boolean {
  if (smallness[code] === 0) {
    const letter = String.fromCharCode(code);
    smallness[code] = letter === letter.toUpperCase() ? 2 : 1;
  }
  return smallness[code] === 1;
}

function isSmallAt(reading: string, at: number): boolean {
  return at < reading.length && isSmall(reading.charCodeAt(at));
}

function classify(character: string): number {
  if (character === '\n') return LINE;
  if (/\s/.test(character)) return SPACE;
  if (character >= '0' && character <= '9') return DIGIT;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : MARK;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function createLexeme(text: string, kind: number): Lexeme {
  if (kind !== LETTER) {
    const name = kind === DIGIT ? 'number' : 'mark';
    const common = { base: text, letters: text, tone: '', capital: false, upper: true };
    return { kind: name, text, ...common };
  }
  const lower = text.toLowerCase();
  const split = lower.normalize('NFD');
  return {
    kind: 'word',
    text,
    base: fold(text),
    letters: split.replace(TONES, '').normalize('NFC'),
    tone: (split.match(TONES) ?? []).join(''),
    capital: !lower.startsWith(text.charAt(0)),
    upper: text === text.toUpperCase(),
  };
}

/**
 * Start of a token in the original text. A mark that stands on a figure is a token of its own within
 * one character of the text; that belongs to the token before.
 */
export function startOf(tokens: Tokens, token: number): number {
  const start = tokens.source.starts[tokens.starts[token] ?? 0] ?? 0;
  return token === 0 ? start : Math.max(start, endOf(tokens, token - 1));
}

/** End of a token in the original text, exclusive. */
export function endOf(tokens: Tokens, token: number): number {
  const end = (tokens.starts[token] ?? 0) + lexemeAt(tokens, token).text.length;
  return tokens.source.ends[Math.max(end, 1) - 1] ?? 0;
}

/** The lexeme of a token; an empty mark outside the text. */
export function lexemeAt({ cells, table }: Tokens, token: number): Lexeme {
  return table.lexemes[(cells[token] ?? 0) >>> 2] ?? NONE;
}

/** The lexemes of a stretch. @param end Exclusive. */
export function lexemesOf(tokens: Tokens, start: number, end: number): Lexeme[] {
  const lexemes: Lexeme[] = [];
  const last = Math.min(end, tokens.count);
  for (let at = Math.max(start, 0); at < last; at++) lexemes.push(lexemeAt(tokens, at));
  return lexemes;
}

/** The lexemes of a whole text. */
export function allLexemes(tokens: Tokens): Lexeme[] {
  return lexemesOf(tokens, 0, tokens.count);
}

/** Place of a token's lexeme in the table of its text; 0 outside the text. */
export function placeAt({ cells }: Tokens, token: number): number {
  return (cells[token] ?? 0) >>> 2;
}

/** Bits of {@link TRAIT}. */
export function traitsAt({ cells, table }: Tokens, token: number): number {
  return table.traits[(cells[token] ?? 0) >>> 2] ?? 0;
}

/** With false a token is certainly not the first word of its line. */
export function mayStartLine(tokens: Tokens, token: number): boolean {
  return gapAt(tokens, token) >= GAP.line || (traitsAt(tokens, token - 1) & TRAIT.lineMark) !== 0;
}

const MOST_LINE_MARKS = 6;

/** Whether a token is the first word of its line. */
export function startsLine(tokens: Tokens, token: number): boolean {
  let at = token;
  while (gapAt(tokens, at) < GAP.line && token - at < MOST_LINE_MARKS) {
    if ((traitsAt(tokens, at - 1) & TRAIT.lineMark) === 0) return false;
    at--;
  }
  return gapAt(tokens, at) >= GAP.line;
}

/** Whether a word has a capital, or stands in a text where that cannot be told. */
export function isCapital(tokens: Tokens, token: number): boolean {
  return tokens.isCaseless || lexemeAt(tokens, token).capital;
}

/** The gap before a token; a paragraph's after the end. */
export function gapAt({ cells }: Tokens, token: number): number {
  const cell = cells[token];
  return cell === undefined ? GAP.paragraph : cell & 3;
}

/** Whether no word of a stretch has a mark, as in a text typed without marks. */
export function isUnmarked(tokens: Tokens, from: number, end: number): boolean {
  for (let token = from; token < end; token++) {
    const { base, letters, tone } = lexemeAt(tokens, token);
    if (tone !== '' || letters !== base) return false;
  }
  return true;
}
