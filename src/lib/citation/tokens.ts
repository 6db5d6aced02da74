import { fold } from '../text/fold.ts';
import { normalizeText, type NormalizedText } from './normalize.ts';

export type TokenKind = 'word' | 'number' | 'mark';

/** What stands before a token: nothing, a space, a line end, an empty line. */
export const GAP = { none: 0, space: 1, line: 2, paragraph: 3 } as const;

/** A word, number or mark, shared by all tokens that are spelled the same. */
export interface Lexeme {
  /** No two have the same; small enough to be an index. */
  serial: number;
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
  lexemes: readonly Lexeme[];
  /** Offsets into the reading, not into the original. */
  starts: Int32Array;
  ends: Int32Array;
  /** {@link GAP} before each token. */
  gaps: Uint8Array;
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

/** Class of each UTF-16 unit; 0 until it is first asked for. */
const classes = new Uint8Array(0x10000);

const OPENING_BRACKET = 0x5b;

/**
 * Cut a text into tokens. Letters and digits are apart even where they touch: `số31` is two
 * tokens without a gap.
 *
 * @param text Any text, exactly as given.
 */
export function tokenize(text: string): Tokens {
  const source = normalizeText(text);
  const reading = repairDigits(source.text);
  const { codes, starts, ends, gaps } = roomFor(reading);
  if (table.count > MOST_KNOWN) table = new LexemeTable();
  const lexemes: Lexeme[] = [];
  const words = new Words();
  let count = 0;
  let gap: number = GAP.paragraph;
  let i = 0;
  while (i < reading.length) {
    const kind = classAt(codes, i);
    if (kind === SPACE || kind === LINE) {
      gap = widen(gap, kind);
      i++;
      continue;
    }
    if (gap === GAP.none && codes[i] === OPENING_BRACKET) {
      const noteEnd = skipNoteMark(codes, i);
      if (noteEnd > i) {
        i = noteEnd;
        continue;
      }
    }
    const end = kind === MARK ? i + 1 : runEnd(codes, i, kind);
    const lexeme = table.find(reading, codes, i, end, kind);
    if (kind === LETTER && !words.isSettled) words.add(lexeme);
    lexemes.push(lexeme);
    starts[count] = i;
    ends[count] = end;
    gaps[count] = gap;
    count++;
    gap = GAP.none;
    i = end;
  }
  return {
    source,
    isCaseless: !words.hasCapital || words.isUpper,
    isMarkless: words.isMarkless,
    count,
    lexemes,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    gaps: gaps.slice(0, count),
  };
}

/** Where tokens are put together. */
interface Room extends Pick<Tokens, 'starts' | 'ends' | 'gaps'> {
  /** UTF-16 units of the reading, and two zeros: neither letter nor digit. */
  codes: Uint16Array;
}

/** As long as any text until now. */
let room: Room = {
  codes: new Uint16Array(),
  starts: new Int32Array(),
  ends: new Int32Array(),
  gaps: new Uint8Array(),
};

function roomFor(reading: string): Room {
  const { length } = reading;
  if (room.codes.length < length + 2) {
    const size = length * 2 + 2;
    const [starts, ends] = [new Int32Array(size), new Int32Array(size)];
    room = { codes: new Uint16Array(size), starts, ends, gaps: new Uint8Array(size) };
  }
  const { codes } = room;
  for (let at = 0; at < length; at++) codes[at] = reading.charCodeAt(at);
  codes.fill(0, length, length + 2);
  return room;
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

/** All texts together have few thousand distinct words; with more than this their table begins anew. */
const MOST_KNOWN = 50_000;

/** Lexemes already met, by the hash of their letters, then the next free place; kept small, for the cache. */
class LexemeTable {
  #hashes = new Int32Array(1 << 13);
  #lexemes = new Array<Lexeme | undefined>(1 << 13).fill(undefined);
  count = 0;

  /** The lexeme of a stretch of the reading; the same stretch is always of the same kind. */
  find(reading: string, codes: Uint16Array, start: number, end: number, kind: number): Lexeme {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x5bd1e995);
    hash ^= hash >>> 15;
    const mask = this.#hashes.length - 1;
    let place = hash & mask;
    for (;;) {
      const lexeme = this.#lexemes[place];
      if (lexeme === undefined) break;
      if (this.#hashes[place] === hash && isAt(codes, start, end, lexeme.text)) return lexeme;
      place = (place + 1) & mask;
    }
    const lexeme = createLexeme(reading.slice(start, end), kind);
    this.#lexemes[place] = lexeme;
    this.#hashes[place] = hash;
    if (++this.count * 2 > this.#hashes.length) this.#widen();
    return lexeme;
  }

  #widen(): void {
    const [lexemes, hashes] = [this.#lexemes, this.#hashes];
    const mask = hashes.length * 4 - 1;
    this.#lexemes = new Array<Lexeme | undefined>(mask + 1).fill(undefined);
    this.#hashes = new Int32Array(mask + 1);
    for (const [at, lexeme] of lexemes.entries()) {
      if (lexeme === undefined) continue;
      const hash = hashes[at] ?? 0;
      let place = hash & mask;
      while (this.#lexemes[place] !== undefined) place = (place + 1) & mask;
      this.#lexemes[place] = lexeme;
      this.#hashes[place] = hash;
    }
  }
}

let table = new LexemeTable();
let serials = 0;

/** Whether a word stands between two offsets of the reading. */
function isAt(codes: Uint16Array, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== codes[start + at]) return false;
  }
  return true;
}

/** Letters that a scanner reads for digits: between digits, and at the ends of `l6/…` and `29O-…`. */
const MISREAD_DIGITS =
  /(?<=\d)[lIOo]{1,2}(?=\d)|(?<=\d)[lIOo](?=[-/]| tháng)|(?<![\p{L}\p{M}\d])[lLIOo](?=\d{1,3}[-/])/gu;

/** @returns A text of the same length. */
function repairDigits(reading: string): string {
  return reading.replace(MISREAD_DIGITS, (letters) =>
    letters.replace(/[Oo]/g, '0').replace(/[lLI]/g, '1'),
  );
}

/** End of a footnote mark that touches the word before it: "Điều 5[1] Luật …". */
function skipNoteMark(codes: Uint16Array, at: number): number {
  let end = at + 1;
  while (end < at + 4 && classAt(codes, end) === DIGIT) end++;
  return end > at + 1 && codes[end] === CLOSING_BRACKET ? end + 1 : at;
}

const CLOSING_BRACKET = 0x5d;

function widen(gap: number, kind: number): number {
  if (kind === SPACE) return Math.max(gap, GAP.space);
  return gap >= GAP.line ? GAP.paragraph : GAP.line;
}

/** A run of one class; words that were run together are parted: "thực hiệnNghị quyết". */
function runEnd(codes: Uint16Array, start: number, kind: number): number {
  let end = start + 1;
  while (classAt(codes, end) === kind) {
    if (kind === LETTER && end - start > 1 && isGlued(codes, start, end)) return end;
    end++;
  }
  return end;
}

const [T, W] = [0x54, 0x57];

/** `hiện|Nghị`; of a number `TW|ngày`. */
function isGlued(codes: Uint16Array, start: number, at: number): boolean {
  if (at - start === 2 && codes[start] === T && codes[start + 1] === W) {
    return isSmall(codes, at) && isSmall(codes, at + 1);
  }
  if (isSmall(codes, at)) return false;
  return isSmall(codes, at - 1) && isSmall(codes, at - 2) && isSmall(codes, at + 1);
}

/** Whether each UTF-16 unit is a small letter: 1 yes, 2 no; 0 until it is first asked for. */
const smallness = new Uint8Array(0x10000);

function isSmall(codes: Uint16Array, at: number): boolean {
  const code = codes[at] ?? 0;
  if (smallness[code] === 0) {
    const letter = String.fromCharCode(code);
    smallness[code] = letter === letter.toUpperCase() ? 2 : 1;
  }
  return smallness[code] === 1;
}

function classAt(codes: Uint16Array, at: number): number {
  const code = codes[at] ?? 0;
  const found = classes[code] ?? 0;
  return found === 0 ? (classes[code] = classify(String.fromCharCode(code))) : found;
}

function classify(character: string): number {
  if (character === '\n') return LINE;
  if (/\s/.test(character)) return SPACE;
  if (character >= '0' && character <= '9') return DIGIT;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : MARK;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function createLexeme(text: string, kind: number): Lexeme {
  const serial = ++serials;
  if (kind !== LETTER) {
    const name = kind === DIGIT ? 'number' : 'mark';
    const common = { base: text, letters: text, tone: '', capital: false, upper: true };
    return { serial, kind: name, text, ...common };
  }
  const lower = text.toLowerCase();
  const split = lower.normalize('NFD');
  return {
    serial,
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
  return tokens.source.ends[(tokens.ends[token] ?? 1) - 1] ?? 0;
}

const NONE: Lexeme = {
  serial: 0,
  kind: 'mark',
  text: '',
  base: '',
  letters: '',
  tone: '',
  capital: false,
  upper: false,
};

/** The lexeme of a token; an empty mark outside the text. */
export function lexemeAt(tokens: Tokens, token: number): Lexeme {
  return tokens.lexemes[token] ?? NONE;
}

/** Marks that can open a line before its first word: `## Điều 5`, `**Điều 5.**`, `“Điều 5. …`. */
const LINE_MARKS = new Set(['#', '*', '>', '-', '•', '+', '|', '“', '"']);

const MOST_LINE_MARKS = 6;

/** Whether a token is the first word of its line. */
export function startsLine(tokens: Tokens, token: number): boolean {
  let at = token;
  while (gapAt(tokens, at) < GAP.line && token - at < MOST_LINE_MARKS) {
    const before = lexemeAt(tokens, at - 1);
    if (before.kind !== 'mark' || !LINE_MARKS.has(before.base)) return false;
    at--;
  }
  return gapAt(tokens, at) >= GAP.line;
}

/** Whether a word has a capital, or stands in a text where that cannot be told. */
export function isCapital(tokens: Tokens, token: number): boolean {
  return tokens.isCaseless || lexemeAt(tokens, token).capital;
}

/** The gap before a token; a paragraph's after the end. */
export function gapAt(tokens: Tokens, token: number): number {
  return tokens.gaps[token] ?? GAP.paragraph;
}

/** Whether no word of a stretch has a mark, as in a text typed without marks. */
export function isUnmarked(tokens: Tokens, from: number, end: number): boolean {
  for (let token = from; token < end; token++) {
    const { base, letters, tone } = lexemeAt(tokens, token);
    if (tone !== '' || letters !== base) return false;
  }
  return true;
}
