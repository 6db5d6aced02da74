import { parseTerm } from './term.ts';
import { GAP, gapAt, lexemeAt, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/** A day, month or year as far as it is written. */
export interface CitedDate {
  year: number | null;
  month: number | null;
  day: number | null;
}

export interface DateMatch {
  date: CitedDate;
  /** Token after the date. */
  end: number;
}

/**
 * A date as it follows a number: `ngày 03/6/2013`, `ngày 3 tháng 6 năm 2013`, `tháng 6/2013`,
 * `năm 2013`; with a comma, "ký" or "ban hành" before it.
 */
export function readDateAfter(tokens: Tokens, at: number): DateMatch | null {
  let start = lexemeAt(tokens, at).base === ',' ? at + 1 : at;
  for (let i = 0; i < 3 && isWord(tokens, start, WORDS.issuing); i++) start++;
  return readWordedDate(tokens, start);
}

/** A date without a word, after a comma: `, 10-2016`, `, 25/02/2010`. */
export function readPlainDateAfter(tokens: Tokens, at: number): DateMatch | null {
  if (lexemeAt(tokens, at).base !== ',') return null;
  const full = readDay(tokens, at + 1);
  if (full?.date.year != null) return full;
  const month = readMonth(tokens, at + 1, null);
  return month?.date.year != null && isDateMark(tokens, at + 2) ? month : null;
}

/** A date that begins with ngày, tháng or năm. */
export function readWordedDate(tokens: Tokens, at: number): DateMatch | null {
  if (isWord(tokens, at, WORDS.day)) {
    const early = isWord(tokens, at + 1, WORDS.early) ? at + 2 : at + 1;
    return readDay(tokens, early);
  }
  if (isWord(tokens, at, WORDS.month)) return readMonth(tokens, at + 1, null);
  return isWord(tokens, at, WORDS.year) ? readYear(tokens, at + 1, null, null) : null;
}

/** `03/6/2013`, `03-6-2013`, `03.6.2013`; `03 tháng 6 năm 2013`; `03/6`. */
export function readDay(tokens: Tokens, at: number): DateMatch | null {
  const day = numberAt(tokens, at, 31);
  if (day === null) return null;
  const monthWord = isWord(tokens, at + 1, WORDS.month);
  if (!monthWord && !isDateMark(tokens, at + 1)) return null;
  return readMonth(tokens, at + 2, day, monthWord ? null : lexemeAt(tokens, at + 1).base);
}

/** `6/2013`, `6 năm 2013`, `6, 2013`; the mark between day and month returns before the year. */
function readMonth(
  tokens: Tokens,
  at: number,
  day: number | null,
  mark: string | null = null,
): DateMatch | null {
  const month = numberAt(tokens, at, 12);
  if (month === null) return null;
  const between = lexemeAt(tokens, at + 1);
  const marked =
    mark === null ? isDateMark(tokens, at + 1) || between.base === ',' : between.base === mark;
  if (marked || isWord(tokens, at + 1, WORDS.year)) {
    const withYear = readYear(tokens, at + 2, month, day);
    if (withYear) return withYear;
  }
  return day === null ? null : { date: { year: null, month, day }, end: at + 1 };
}

function readYear(
  tokens: Tokens,
  at: number,
  month: number | null,
  day: number | null,
): DateMatch | null {
  const { kind, base } = lexemeAt(tokens, at);
  if (kind !== 'number') return null;
  const year = yearOf(base, day !== null);
  return year === null ? null : { date: { year, month, day }, end: at + 1 };
}

/** A year in four digits, or in two after a day and month. */
function yearOf(digits: string, hasDay: boolean): number | null {
  const value = Number(digits);
  if (digits.length === 4) return value >= 1900 && value <= 2100 ? value : null;
  if (digits.length !== 2 || !hasDay) return null;
  return value < 60 ? 2000 + value : 1900 + value;
}

/** Whether a number can be a year by itself: `(2013)`. */
export function readBareYear(tokens: Tokens, at: number): DateMatch | null {
  return readYear(tokens, at, null, null);
}

function isDateMark(tokens: Tokens, at: number): boolean {
  const { base } = lexemeAt(tokens, at);
  return base === '/' || base === '-' || base === '.';
}

function numberAt(tokens: Tokens, at: number, most: number): number | null {
  const { kind, base } = lexemeAt(tokens, at);
  if (kind !== 'number' || base.length > 2) return null;
  const value = Number(base);
  return value >= 1 && value <= most ? value : null;
}

/** What a bracket after a number says: `(03/6/2013)`, `(7/2008)`, `(2003)`, `(khóa XI)`. */
export interface BracketMatch {
  date: CitedDate | null;
  terms: readonly number[];
  /** Token after the closing bracket. */
  end: number;
}

/**
 * A bracket that holds nothing but a date and a term.
 *
 * @example (khóa XI) · (2013) · (7/2008) · (ngày 03/6/2013) · (khóa XI, 2013) · (Khóa XI và XII)
 */
export function readBracket(tokens: Tokens, at: number): BracketMatch | null {
  if (lexemeAt(tokens, at).base !== '(') return null;
  let date: CitedDate | null = null;
  let terms: readonly number[] = [];
  let end = at + 1;
  for (let part = 0; part < 3; part++) {
    const inner: DateMatch | null = date === null ? readBracketDate(tokens, end) : null;
    const term = inner === null && terms.length === 0 ? readTerms(tokens, end) : null;
    if (inner) [date, end] = [inner.date, inner.end];
    else if (term) [terms, end] = [term.terms, term.end];
    else return null;
    if (lexemeAt(tokens, end).base === ')') return { date, terms, end: end + 1 };
    if (lexemeAt(tokens, end).base === ',' || lexemeAt(tokens, end).base === ';') end++;
  }
  return null;
}

function readBracketDate(tokens: Tokens, at: number): DateMatch | null {
  return (
    readDateAfter(tokens, at) ??
    readDay(tokens, at) ??
    readMonth(tokens, at, null) ??
    readBareYear(tokens, at)
  );
}

/** `khóa XI`, `khóa 11`, `khóa XI, XII`, `nhiệm kỳ khóa XI`, `K.XI` is not read. */
export function readTerms(tokens: Tokens, at: number): { terms: number[]; end: number } | null {
  if (!isWord(tokens, at, WORDS.term)) return null;
  const terms: number[] = [];
  let end = at + 1;
  for (;;) {
    const term = termAt(tokens, end);
    if (term === null) break;
    terms.push(term);
    end++;
    const joined = lexemeAt(tokens, end).base === ',' || isWord(tokens, end, WORDS.and);
    if (!joined) break;
    const next = isWord(tokens, end + 1, WORDS.term) ? end + 2 : end + 1;
    if (termAt(tokens, next) === null) break;
    end = next;
  }
  return terms.length === 0 ? null : { terms, end };
}

function termAt(tokens: Tokens, at: number): number | null {
  const { kind, text } = lexemeAt(tokens, at);
  if (kind === 'mark' || gapAt(tokens, at) > GAP.line) return null;
  // "khóa X" ends a list of terms; "khóa I, v.v." goes no further.
  if (
    kind === 'word' &&
    lexemeAt(tokens, at + 1).base === '.' &&
    text.length === 1 &&
    text === 'v'
  ) {
    return null;
  }
  return parseTerm(text);
}
