import type { DocumentType } from '../document/types.ts';
import {
  readBareYear,
  readBracket,
  readDateAfter,
  readTerms,
  type CitedDate,
} from './date-rule.ts';
import { endWithoutYear, readDating } from './document-rule.ts';
import { readOrdinal } from './labels.ts';
import { matchType } from './lexicon.ts';
import { addPhrase, createPhrases, matchPhrase, type PhraseBook } from './phrases.ts';
import { readNumber, readSymbol, type CitedSymbol } from './symbol-rule.ts';
import { parseTerm } from './term.ts';
import { GAP, gapAt, isCapital, lexemeAt, lexemesOf, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/** A name under which documents are cited. */
export interface DocumentName {
  /** Slugs of the documents that bear it; empty: a name that is known, a document that is not. */
  slugs: readonly string[];
  /** Types that the name begins with. */
  types: readonly DocumentType[];
  /** The name is that of the instrument issued with the document. */
  attached: boolean;
  /**
   * Others give this name to documents of their own ("Kế hoạch thực hiện …"), so that it counts only
   * with its year, number or term.
   */
  needsMore: boolean;
}

/** A document cited by name, with what stands after it: year, number or term. */
export interface NamedDocument {
  start: number;
  end: number;
  name: DocumentName;
  symbol: CitedSymbol | null;
  date: CitedDate | null;
  terms: readonly number[];
  /** See `NumberedDocument`. */
  endWithoutDate: number | null;
}

/** A resolution cited by the plenum that passed it. */
export interface PlenumDocument {
  start: number;
  end: number;
  types: readonly DocumentType[];
  /** Number of the plenum, with its letter in small: `7`, `8b`; `dh` for a congress. */
  plenum: string;
  terms: readonly number[];
  date: CitedDate | null;
}

/**
 * The citation by name that begins at a token.
 *
 * @param names Names of the library and of well-known laws.
 * @example Luật Tiếp công dân năm 2013 · Luật Tiếp công dân số 42/2013/QH13 · Quy chế dân vận
 */
export function readNamedDocument(
  tokens: Tokens,
  at: number,
  names: PhraseBook<DocumentName>,
): NamedDocument | null {
  const match = matchPhrase(names, tokens, at, 'loose');
  const known = match
    ? createNamed(tokens, at, match.value, skipClosingMarks(tokens, at, match.end))
    : null;
  const isPlain = !known?.symbol && !known?.date && known?.terms.length === 0;
  const certain = isPlain && known.name.needsMore ? null : known;
  return certain && !isPlain ? certain : (readOtherLaw(tokens, at) ?? certain);
}

function createNamed(
  tokens: Tokens,
  start: number,
  name: DocumentName,
  nameEnd: number,
): NamedDocument {
  const tail = readNameTail(tokens, nameEnd);
  const dating = { date: tail.symbol ? null : tail.date, endWithoutDate: null };
  return { start, name, ...tail, endWithoutDate: endWithoutYear(tokens, start, nameEnd, dating) };
}

/** Luật “Thư viện cộng đồng”, “… (sửa đổi)”, “… 5%”: marks that end a name, opened within it. */
function skipClosingMarks(tokens: Tokens, from: number, nameEnd: number): number {
  const opens = (marks: RegExp): boolean =>
    lexemesOf(tokens, from, nameEnd).some(({ base }) => marks.test(base));
  let end = nameEnd;
  for (;;) {
    const { base } = lexemeAt(tokens, end);
    const isClosing = /^[”"]$/.test(base) && opens(/^[“"]$/);
    const isPart = base === '%' || (base === ')' && opens(/^\($/));
    if (!isClosing && !isPart) return end;
    end++;
  }
}

const LAW_TYPES: ReadonlySet<DocumentType> = new Set(['luat', 'bo-luat', 'phap-lenh']);
const LONGEST_LAW_NAME = 30;
/** Without a number the words before "năm" are a name only when they are few. */
const LONGEST_DATED_NAME = 12;

/** A law that is not in the list of names: its words up to "số 06/2017/QH14" or "năm 2017". */
function readOtherLaw(tokens: Tokens, at: number): NamedDocument | null {
  const type = matchType(tokens, at);
  if (!type || type.value.short || !type.value.types.some((name) => LAW_TYPES.has(name)))
    return null;
  const { types } = type.value;
  const name = { slugs: [], types, attached: false, needsMore: false };
  for (let end = type.end; end < type.end + LONGEST_LAW_NAME; end++) {
    const length = end - type.end;
    if (length > 0 && isWord(tokens, end, WORDS.number)) {
      const tail = readNameTail(tokens, end);
      return tail.symbol ? { start: at, name, ...tail, endWithoutDate: null } : null;
    }
    const dated = length > 0 && length <= LONGEST_DATED_NAME && isWord(tokens, end, WORDS.year);
    const tail = dated ? readNameTail(tokens, end) : null;
    if (tail?.date) return { start: at, name, ...tail, endWithoutDate: null };
    if (!isNameWord(tokens, end, length)) return null;
  }
  return null;
}

/** A word that a title can hold; a title begins with a capital. */
function isNameWord(tokens: Tokens, at: number, index: number): boolean {
  const { kind, base } = lexemeAt(tokens, at);
  if (gapAt(tokens, at) === GAP.paragraph) return false;
  if (kind !== 'word') return index > 0 && (base === ',' || base === '-');
  if (index === 0 && !isCapital(tokens, at)) return false;
  return !isWord(tokens, at, WORDS.notInName) && !matchType(tokens, at);
}

type NameTail = Pick<NamedDocument, 'end' | 'symbol' | 'date' | 'terms'>;

/** `năm 2022` · `2022` · `(2022)` · `số 10/2022/QH15 ngày …` · `(số 10/2022/QH15)` · `khóa XI`. */
function readNameTail(tokens: Tokens, at: number): NameTail {
  const open = lexemeAt(tokens, at).base === '(' ? at + 1 : at;
  const comma = lexemeAt(tokens, open).base === ',' ? open + 1 : open;
  if (isWord(tokens, comma, WORDS.number)) {
    const numberAt = lexemeAt(tokens, comma + 1).base === ':' ? comma + 2 : comma + 1;
    const symbol = readSymbol(tokens, numberAt, true);
    if (symbol) return readAfterSymbol(tokens, symbol.symbol, symbol.end, open > at);
  }
  const year = readBareYear(tokens, at);
  if (year && lexemeAt(tokens, year.end).base !== '/') {
    return { end: year.end, symbol: null, date: year.date, terms: [] };
  }
  const terms = readTermsAfter(tokens, at);
  if (terms) {
    const bracket = readBracket(tokens, terms.end);
    const end = bracket?.end ?? terms.end;
    return { end, symbol: null, date: bracket?.date ?? null, terms: terms.terms };
  }
  const dating = readDating(tokens, at);
  const own = dating.endWithoutDate === null;
  return {
    end: own ? dating.end : (dating.endWithoutDate ?? at),
    symbol: null,
    date: own ? dating.date : null,
    terms: dating.terms,
  };
}

function readAfterSymbol(
  tokens: Tokens,
  symbol: CitedSymbol,
  at: number,
  inBracket: boolean,
): NameTail {
  const dated = readDateAfter(tokens, at);
  const end = dated?.end ?? at;
  const date = dated?.date ?? null;
  if (!inBracket) return { end, symbol, date, terms: [] };
  return { end: lexemeAt(tokens, end).base === ')' ? end + 1 : end, symbol, date, terms: [] };
}

/** `khóa XI` · `, khóa XI`; the bracket is read by the dating. */
function readTermsAfter(tokens: Tokens, at: number): { terms: number[]; end: number } | null {
  return readTerms(tokens, lexemeAt(tokens, at).base === ',' ? at + 1 : at);
}

/**
 * A resolution or conclusion named by its plenum.
 *
 * @example Nghị quyết Trung ương 7 khóa XI · NQTW7 (khoá XI) · Nghị quyết TW 8B khóa VI ·
 *   Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XI
 */
export function readPlenumDocument(tokens: Tokens, at: number): PlenumDocument | null {
  const congress = readCongressDocument(tokens, at);
  if (congress) return congress;
  const head = readPlenumHead(tokens, at);
  if (!head) return null;
  const plenum = readPlenumNumber(tokens, head.end);
  if (!plenum) return null;
  const body = skipCommittee(tokens, plenum.end);
  // "Hội nghị lần thứ bảy" alone can be a meeting of anyone.
  if (!head.central && body === plenum.end) return null;
  const terms = readTermsAfter(tokens, body);
  const dating = terms ? null : readDating(tokens, body);
  const hasBracket = dating !== null && dating.endWithoutDate === null;
  const end = terms?.end ?? (hasBracket ? dating.end : plenum.end);
  return {
    start: at,
    end: Math.max(end, terms || hasBracket ? end : body),
    types: head.types,
    plenum: plenum.number,
    terms: terms?.terms ?? (hasBracket ? dating.terms : []),
    date: hasBracket ? dating.date : null,
  };
}

/**
 * The plenum as the body that passed something: its number may tell the term with "khóa XI".
 *
 * @returns Token after the number, or after the committee; null when no plenum stands there.
 * @example Hội nghị Trung ương 7 · Hội nghị lần thứ bảy Ban Chấp hành Trung ương · TW7 · Trung ương 7
 */
export function readPlenum(tokens: Tokens, at: number): { end: number } | null {
  const isMeeting = isWord(tokens, at, WORDS.meet) && isWord(tokens, at + 1, WORDS.meeting);
  const start = isMeeting ? at + 2 : at;
  const named = isMeeting ? skipCommittee(tokens, start) : start;
  const central = named > start ? named : skipCentral(tokens, start);
  const plenum = readPlenumNumber(tokens, central);
  if (!plenum || gapAt(tokens, plenum.end - 1) > GAP.line) return null;
  const end = skipCommittee(tokens, plenum.end);
  return central > start || (isMeeting && end > plenum.end) ? { end } : null;
}

/** What a congress has for the number of a plenum. */
const CONGRESS = 'dh';

/**
 * The resolution of a national congress of the Party; its number is that of the term it elects.
 *
 * @example Nghị quyết Đại hội XIII · Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII
 */
function readCongressDocument(tokens: Tokens, at: number): PlenumDocument | null {
  const type = matchType(tokens, at);
  if (!type?.value.types.includes('nghi-quyet')) return null;
  const congress = matchPhrase(CONGRESSES, tokens, type.end);
  if (!congress) return null;
  const times = isWord(tokens, congress.end, WORDS.times) ? congress.end + 1 : congress.end;
  const numberAt = isWord(tokens, times, WORDS.ordinal) ? times + 1 : times;
  const { kind, text } = lexemeAt(tokens, numberAt);
  const number = kind === 'mark' ? null : parseTerm(text);
  if (number === null || gapAt(tokens, numberAt) > GAP.line) return null;
  const end = numberAt + 1;
  return { start: at, end, types: ['nghi-quyet'], plenum: CONGRESS, terms: [number], date: null };
}

interface PlenumHead {
  types: readonly DocumentType[];
  end: number;
  /** The Central Committee is named already: "Trung ương", "TW". */
  central: boolean;
}

const PLENUM_TYPES: ReadonlySet<DocumentType> = new Set(['nghi-quyet', 'ket-luan']);

/** `Nghị quyết Trung ương` · `NQTW` · `NQ TW` · `Nghị quyết Hội nghị (Trung ương)` */
function readPlenumHead(tokens: Tokens, at: number): PlenumHead | null {
  const joined = lexemeAt(tokens, at).base;
  if (joined === 'nqtw' || joined === 'kltw') {
    return { types: joined === 'nqtw' ? ['nghi-quyet'] : ['ket-luan'], end: at + 1, central: true };
  }
  const type = matchType(tokens, at);
  const types = type?.value.types ?? [];
  if (!type || !types.some((name) => PLENUM_TYPES.has(name))) return null;
  let end = type.end;
  const meeting = isWord(tokens, end, WORDS.meet) && isWord(tokens, end + 1, WORDS.meeting);
  if (meeting) end += 2;
  const central = skipCentral(tokens, end);
  if (central === end && !meeting) return null;
  return { types, end: central, central: central > end };
}

/** `Trung ương` · `TW` · `TƯ` · `T.Ư` */
function skipCentral(tokens: Tokens, at: number): number {
  const first = lexemeAt(tokens, at);
  // "từ" and "tư" are other words.
  const isAbbreviated = first.letters === 'tư' && first.tone === '' && isCapital(tokens, at);
  if (first.base === 'tw' || isAbbreviated) return at + 1;
  if (first.base === 't' && lexemeAt(tokens, at + 1).base === '.') {
    const last = lexemeAt(tokens, at + 2).base;
    if (last === 'w' || last === 'u') return at + 3;
  }
  const named = isWord(tokens, at, WORDS.central) && isWord(tokens, at + 1, WORDS.centralEnd);
  if (!named) return at;
  return isWord(tokens, at + 2, WORDS.party) ? at + 3 : at + 2;
}

/** `7` · `lần thứ 7` · `lần thứ bảy` · `thứ bảy` · `8B` */
function readPlenumNumber(tokens: Tokens, at: number): { number: string; end: number } | null {
  let start = at;
  if (lexemeAt(tokens, start).base === ',') start++;
  if (isWord(tokens, start, WORDS.times)) start++;
  const ordinal = isWord(tokens, start, WORDS.ordinal);
  if (ordinal) start++;
  const digits = readNumber(tokens, start);
  if (digits) {
    const end = skipSession(tokens, digits.end);
    return Number.parseInt(digits.number, 10) <= 25 ? { number: digits.number, end } : null;
  }
  const word = ordinal ? readOrdinal(tokens, start) : null;
  return word ? { number: word.ids[0] ?? '', end: word.end } : null;
}

/** `(lần 2)`: a plenum that met twice. */
function skipSession(tokens: Tokens, at: number): number {
  const [open, word, number, close] = [0, 1, 2, 3].map((i) => lexemeAt(tokens, at + i));
  const is =
    open?.base === '(' && word?.base === 'lan' && number?.kind === 'number' && close?.base === ')';
  return is ? at + 4 : at;
}

/** `(của) Ban Chấp hành Trung ương (Đảng)` after the number of the plenum. */
function skipCommittee(tokens: Tokens, at: number): number {
  const start = isWord(tokens, at, WORDS.of) ? at + 1 : at;
  const match = matchPhrase(COMMITTEE, tokens, start);
  return match ? match.end : at;
}

const CONGRESSES: PhraseBook<true> = createPhrases();
for (const name of ['Đại hội', 'ĐH', 'Đại hội đại biểu toàn quốc', 'Đại hội toàn quốc']) {
  for (const party of ['', ' Đảng', ' của Đảng']) addPhrase(CONGRESSES, name + party, true);
}

/** Names of the Central Committee. */
const COMMITTEE: PhraseBook<true> = createPhrases();
for (const name of ['Ban Chấp hành Trung ương', 'BCH Trung ương', 'BCH TW', 'BCHTW', 'BCHTƯ']) {
  for (const party of ['', ' Đảng', ' Đảng Cộng sản Việt Nam']) {
    addPhrase(COMMITTEE, name + party, true);
  }
}
