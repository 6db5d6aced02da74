import { TYPE_CODES } from './lexicon.ts';
import { GAP, gapAt, lexemeAt, lexemesOf, type Tokens } from './tokens.ts';

/** A document number as cited, whatever its typography. */
export interface CitedSymbol {
  /** Without leading zeros, with its letter in small: `25`, `8b`. */
  number: string;
  /** Year inside the number: 2023 of `59/2023/NĐ-CP`. */
  year: number | null;
  /** Abbreviations, folded, in order: `['nq', 'tw']`. */
  codes: readonly string[];
  /** What stands before the year and each code: `-`, `/`, or a space or nothing. */
  separators: readonly string[];
  /** As read, without spaces around its marks. */
  text: string;
}

export interface SymbolMatch {
  symbol: CitedSymbol;
  /** Token after the symbol. */
  end: number;
}

/** A number without its codes: `290` of "Quyết định 290". */
export interface NumberMatch {
  number: string;
  end: number;
}

/** Body codes that readers meet in old, short or spaced symbols. */
const KNOWN_BODIES = new Set(
  (
    'tw hntw tu hu du vptw btctw bdvtw btgtw btgdvtw ubkttw bcdtw cp ttg qh hdbt hdnn ctn ubnd hdnd ' +
    'ubtvqh duk ttg twdtn mttw bnv bca bqp btc bgddt bkhdt byt bldtbxh btp'
  ).split(' '),
);

/**
 * The number with its letter at a token: `25`, `08B`, `8b`.
 *
 * @returns null when the token is no number or is too long for one.
 */
export function readNumber(tokens: Tokens, at: number): NumberMatch | null {
  const { kind, base } = lexemeAt(tokens, at);
  if (kind !== 'number' || base.length > 6) return null;
  const number = base.replace(/^0+(?=\d)/, '');
  const letter = lexemeAt(tokens, at + 1);
  const suffixed =
    letter.kind === 'word' && letter.text.length === 1 && gapAt(tokens, at + 1) === GAP.none;
  return suffixed ? { number: number + letter.base, end: at + 2 } : { number, end: at + 1 };
}

/**
 * A whole document number: `25-NQ/TW`, `16/CT-TTg`, `59/2023/NĐ-CP`, `10/2022/QH15`, `14-CP`,
 * `1836 QĐ/TWĐTN`, `367 - QĐ/TWĐTN-VP`, `64 TC/TCT`, `12-kh / du`, `290 qd tw`.
 *
 * @param named A type word or "số" stands before it: then unusual and old forms are numbers too.
 */
export function readSymbol(tokens: Tokens, at: number, named: boolean): SymbolMatch | null {
  const number = readNumber(tokens, at);
  if (!number) return null;
  const yearPart = readYearPart(tokens, number.end);
  let end = yearPart?.end ?? number.end;
  const codes: string[] = [];
  const separators: string[] = yearPart ? [yearPart.separator] : [];
  for (let part = 0; part < 5; part++) {
    const code = readCode(tokens, end, codes, named || yearPart !== null);
    if (!code || (part === 0 && yearPart && !isMark(code.separator))) break;
    codes.push(...code.codes);
    separators.push(code.separator, ...code.codes.slice(1).map(() => ''));
    end = code.end;
  }
  if (isFileName(tokens, at, end, named) || (!named && isSlug(tokens, yearPart, at, end)))
    return null;
  const symbol: CitedSymbol = {
    number: number.number,
    year: yearPart?.year ?? null,
    codes,
    separators,
    text: readText(tokens, at, end),
  };
  return isSymbol(symbol, named) ? { symbol, end } : null;
}

/** `10-2022-qh15`: the slug of a document, not its number. */
function isSlug(
  tokens: Tokens,
  yearPart: { separator: string } | null,
  at: number,
  end: number,
): boolean {
  return yearPart?.separator === '-' && isSmall(tokens, at, end);
}

function isSmall(tokens: Tokens, at: number, end: number): boolean {
  return lexemesOf(tokens, at, end).every(({ text }) => text === text.toLowerCase());
}

/**
 * `290-qd-tw-2010` is the name of a file: small letters, and the year behind; so is `290-QD-2010`
 * where no type says that it is a document.
 */
function isFileName(tokens: Tokens, at: number, end: number, named: boolean): boolean {
  const behind = lexemeAt(tokens, end + 1);
  const isYear = behind.kind === 'number' && behind.base.length === 4;
  if (!isYear || lexemeAt(tokens, end).base !== '-' || gapAt(tokens, end) !== GAP.none)
    return false;
  return !named || isSmall(tokens, at, end);
}

/** `/2023` */
function readYearPart(
  tokens: Tokens,
  at: number,
): { year: number; separator: string; end: number } | null {
  const separator = readSeparator(tokens, at);
  if (separator.mark !== '/' && separator.mark !== '-') return null;
  const { kind, base } = lexemeAt(tokens, separator.end);
  if (kind !== 'number' || base.length !== 4 || !/^(19|20)/.test(base)) return null;
  return { year: Number(base), separator: separator.mark, end: separator.end + 1 };
}

interface CodeMatch {
  codes: string[];
  separator: string;
  end: number;
}

/** A separator and an abbreviation: `-NQ`, ` / TW`, `/QH15`, `-BGD&ĐT`. */
function readCode(
  tokens: Tokens,
  at: number,
  before: readonly string[],
  named: boolean,
): CodeMatch | null {
  const separator = readSeparator(tokens, at);
  const word = lexemeAt(tokens, separator.end);
  // No abbreviation has a tone.
  if (word.kind !== 'word' || word.tone !== '') return null;
  if (gapAt(tokens, separator.end) === GAP.paragraph) return null;
  if (!isSpacingAllowed(separator, before.length, word.base)) return null;
  const isFirst = before.length === 0;
  if (!isCodeLike(word.text, word.base, isFirst, named, separator.mark)) return null;
  const joined = joinCode(tokens, separator.end);
  const codes = isFirst ? splitCode(joined.code) : [joined.code];
  return { codes, separator: separator.mark, end: joined.end };
}

/**
 * After the first code a space alone joins only a body that is known ("290 qd tw"), and a mark
 * with spaces on both sides only the second code ("12-kh / du"), not a following sentence.
 */
function isSpacingAllowed(
  separator: { mark: string; spaced: boolean },
  codesBefore: number,
  base: string,
): boolean {
  if (isMark(separator.mark)) return codesBefore < 2 || !separator.spaced;
  if (codesBefore === 0)
    return TYPE_CODES.has(base) || separator.mark === ' ' || splitCode(base).length > 1;
  return codesBefore === 1 && separator.mark === ' ' && KNOWN_BODIES.has(base);
}

function isMark(separator: string): boolean {
  return separator === '-' || separator === '/';
}

function isCodeLike(
  text: string,
  base: string,
  isFirst: boolean,
  named: boolean,
  mark: string,
): boolean {
  if (text.length > 14) return false;
  const isKnown = TYPE_CODES.has(base) || KNOWN_BODIES.has(base) || splitCode(base).length > 1;
  const isShort = text.length <= 8 && mark !== ' ' && mark !== '';
  if (text === text.toUpperCase()) return isKnown || text.length > 1 || named;
  if (/^[\p{Lu}]+\p{Ll}{1,2}$|^[\p{Lu}]\p{Ll}?[\p{Lu}]/u.test(text))
    return text.length <= 8 || isKnown;
  return isKnown || (!isFirst && isShort && /^[a-zđư]+$/.test(text));
}

/**
 * `QH` + `15`, `BGD` + `&` + `ĐT`. "TƯ" with its horn is the Central Committee, "TU" a province;
 * "TVV" is a misread "TW".
 */
function joinCode(tokens: Tokens, at: number): { code: string; end: number } {
  const word = lexemeAt(tokens, at);
  let code = word.letters === 'tư' || word.base === 'tvv' ? 'tw' : word.base;
  let end = at + 1;
  while (gapAt(tokens, end) === GAP.none) {
    const next = lexemeAt(tokens, end);
    if (next.kind === 'number' && next.base.length <= 2) code += next.base;
    else if (next.base === '&' && lexemeAt(tokens, end + 1).kind === 'word') {
      code += lexemeAt(tokens, ++end).base;
    } else break;
    end++;
  }
  return { code, end };
}

/** `nqtw` → `nq`, `tw`: the slash was lost. */
function splitCode(code: string): string[] {
  for (const body of ['tw', 'ttg', 'cp']) {
    const type = code.slice(0, -body.length);
    if (code.endsWith(body) && TYPE_CODES.has(type) && type !== 'l') return [type, body];
  }
  return [code];
}

function readSeparator(tokens: Tokens, at: number): { mark: string; spaced: boolean; end: number } {
  let end = at;
  let mark = gapAt(tokens, at) === GAP.none ? '' : ' ';
  while (end < at + 3 && /^[-/]$/.test(lexemeAt(tokens, end).base)) {
    if (mark === '' || mark === ' ') mark = lexemeAt(tokens, end).base;
    end++;
  }
  const spaced = end > at && gapAt(tokens, at) !== GAP.none && gapAt(tokens, end) !== GAP.none;
  return { mark, spaced, end };
}

/** What makes number and letters a document number rather than a date, a score or a model name. */
function isSymbol({ number, codes, year, separators }: CitedSymbol, named: boolean): boolean {
  const [first = '', second] = codes;
  if (first === '') return false;
  if (year !== null) return named || TYPE_CODES.has(first) || /^(qh|ubtvqh)\d+$/.test(first);
  const marked = separators.some(isMark);
  // "năm 2013 NQ TW 7": without a mark a year is no number.
  if (TYPE_CODES.has(first) && second !== undefined) return marked || Number(number) < 1900;
  if (!named) return false;
  return marked && (second !== undefined || KNOWN_BODIES.has(first) || TYPE_CODES.has(first));
}

function readText(tokens: Tokens, from: number, to: number): string {
  let text = '';
  for (let token = from; token < to; token++) {
    const { text: part } = lexemeAt(tokens, token);
    const apart = gapAt(tokens, token) !== GAP.none && token > from;
    const marked = /[-/]$/.test(text) || /^[-/]$/.test(part);
    text += apart && !marked ? ` ${part}` : part;
  }
  return text;
}
