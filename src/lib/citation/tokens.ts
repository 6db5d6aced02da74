import { fold } from '../text/fold.ts';
import { WordTable } from '../text/word-table.ts';
import { normalizeText, type NormalizedText } from './normalize.ts';

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

/**
 * Cut a text into tokens. Letters and digits are apart even where they touch: `số31` is two
 * tokens without a gap.
 *
 * @param text Any text, exactly as given.
 */
export function tokenize(text: string): Tokens {
  const source = normalizeText(text);
  const reading = repairDigits(source.text);
  const lexemes: Lexeme[] = [];
  const words = new Words();
  const { starts, ends, gaps } = roomFor(reading.length);
  let count = 0;
  let gap: number = GAP.paragraph;
  let i = 0;
  while (i < reading.length) {
    const kind = classOf(reading, i);
    if (kind === SPACE || kind === LINE) {
      gap = widen(gap, kind);
      i++;
      continue;
    }
    const noteEnd = gap === GAP.none ? skipNoteMark(reading, i) : i;
    if (noteEnd > i) {
      i = noteEnd;
      continue;
    }
    const end = kind === MARK ? i + 1 : runEnd(reading, i, kind);
    const lexeme = lexemeOf(reading, i, end, kind);
    if (kind === LETTER) words.add(lexeme);
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

type TokenColumns = Pick<Tokens, 'starts' | 'ends' | 'gaps'>;

/** Where tokens are put together, as long as any text until now. */
let room: TokenColumns = {
  starts: new Int32Array(),
  ends: new Int32Array(),
  gaps: new Uint8Array(),
};

function roomFor(length: number): TokenColumns {
  if (room.gaps.length < length) {
    const size = length * 2;
    const [starts, ends] = [new Int32Array(size), new Int32Array(size)];
    room = { starts, ends, gaps: new Uint8Array(size) };
  }
  return room;
}

/** What is true of all words of a text. */
class Words {
  hasCapital = false;
  isUpper = true;
  isMarkless = true;

  add({ capital, upper, base, letters, tone }: Lexeme): void {
    this.hasCapital ||= capital;
    this.isUpper &&= upper;
    this.isMarkless &&= tone === '' && letters === base;
  }
}

/** Lexemes already met, by the numbers of their words: all texts have few thousand distinct ones. */
let table = new WordTable();
let known: Lexeme[] = [];
const MOST_KNOWN = 50_000;

function lexemeOf(text: string, start: number, end: number, kind: number): Lexeme {
  if (known.length >= MOST_KNOWN) {
    table = new WordTable();
    known = [];
  }
  const word = table.numberOf(text, start, end);
  return (known[word] ??= createLexeme(text.slice(start, end), kind));
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
function skipNoteMark(text: string, at: number): number {
  if (!text.startsWith('[', at)) return at;
  let end = at + 1;
  while (end < at + 4 && classOf(text, end) === DIGIT) end++;
  return end > at + 1 && text.startsWith(']', end) ? end + 1 : at;
}

function widen(gap: number, kind: number): number {
  if (kind === SPACE) return Math.max(gap, GAP.space);
  return gap >= GAP.line ? GAP.paragraph : GAP.line;
}

/** A run of one class; words that were run together are parted: "thực hiệnNghị quyết". */
function runEnd(text: string, start: number, kind: number): number {
  let end = start + 1;
  while (end < text.length && classOf(text, end) === kind) {
    if (kind === LETTER && end - start > 1 && isGlued(text, start, end)) return end;
    end++;
  }
  return end;
}

/** `hiện|Nghị`; of a number `TW|ngày`. */
function isGlued(text: string, start: number, at: number): boolean {
  if (at - start === 2 && text.startsWith('TW', start)) {
    return isSmall(text, at) && isSmall(text, at + 1);
  }
  if (isSmall(text, at)) return false;
  return isSmall(text, at - 1) && isSmall(text, at - 2) && isSmall(text, at + 1);
}

/** Whether each UTF-16 unit is a small letter: 1 yes, 2 no; 0 until it is first asked for. */
const smallness = new Uint8Array(0x10000);

function isSmall(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (smallness[code] === 0) {
    const letter = text.charAt(at);
    smallness[code] = letter === letter.toUpperCase() ? 2 : 1;
  }
  return smallness[code] === 1;
}

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const found = classes[code] ?? 0;
  return found === 0 ? (classes[code] = classify(text.charAt(at))) : found;
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
    return { kind: name, text, base: text, letters: text, tone: '', capital: false, upper: true };
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
  return tokens.source.ends[(tokens.ends[token] ?? 1) - 1] ?? 0;
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
    if (!LINE_MARKS.has(lexemeAt(tokens, at - 1).base)) return false;
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
