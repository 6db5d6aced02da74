import { readBracket, readDateAfter, readPlainDateAfter, type CitedDate } from './date-rule.ts';
import { readUnitWord } from './labels.ts';
import { matchType, type TypeWord } from './lexicon.ts';
import { addPhrase, createPhrases, matchPhrase, type PhraseBook } from './phrases.ts';
import { readNumber, readSymbol, type CitedSymbol } from './symbol-rule.ts';
import { GAP, gapAt, isCapital, lexemeAt, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/** One number of a citation: whole, or without its codes. */
export interface CitedNumber {
  number: string;
  symbol: CitedSymbol | null;
  /** Year after a slash without codes: 2023 of "Nghị định 59/2023". */
  year: number | null;
}

/** A document cited by number. */
export interface NumberedDocument {
  /** Tokens from the type word, or from the number, to the end of number and date. */
  start: number;
  end: number;
  /** As written; null when no type word stands there. */
  type: TypeWord | null;
  /** More than one when they share type word and codes. */
  numbers: readonly CitedNumber[];
  date: CitedDate | null;
  terms: readonly number[];
  /**
   * Where the citation ends when the date turns out to belong to the next clause: "thực hiện Nghị
   * quyết 901-NQ/TV, ngày 15/8/2034, Tỉnh ủy ban hành …". null: the date is certainly its own.
   */
  endWithoutDate: number | null;
  /** Type word and bare number may be a verb and what it counts: only a known document counts. */
  doubtful: boolean;
  /**
   * A word follows the bare number that it may count: "Quyết định 290 suất quà". A citation only of
   * what the text cites elsewhere, too.
   */
  counting: boolean;
}

/**
 * The citation by number that begins at a type word, at "số" or at a number.
 *
 * @example Nghị quyết số 25-NQ/TW, ngày 03/6/2013 · QĐ 290 · các Quyết định số 217 và 218-QĐ/TW
 */
export function readNumberedDocument(tokens: Tokens, at: number): NumberedDocument | null {
  const type = readTypeWord(tokens, at);
  const afterType = type ? skipRepeatedType(tokens, type.end) : at;
  const numberAt = skipNumberWord(tokens, afterType);
  const hasNumberWord = numberAt > afterType;
  if (lexemeAt(tokens, numberAt).kind !== 'number') return null;
  if (!type && !hasNumberWord && isInsideAddress(tokens, at)) return null;
  if (!type && isNumberOfPaper(tokens, at)) return null;
  // An empty line parts a type word from what follows, but not "số" from its number.
  if (type && !hasNumberWord && gapAt(tokens, numberAt) === GAP.paragraph) return null;
  const found = readNumbers(tokens, numberAt, type?.value ?? null, hasNumberWord);
  if (!found) return null;
  // "ông quyết định 10 …": a verb rather than a type, unless the library knows the number.
  const small = type && !type.value.short && !hasNumberWord && !isCapital(tokens, at);
  const verb = !hasNumberWord && !isCapital(tokens, at) && found.numbers[0]?.symbol === null;
  // "kết luận 43 sai phạm": what the verb says, whatever the library knows.
  if (small && found.counting && VERB_TYPES.has(lexemeAt(tokens, type.end - 1).base)) return null;
  const dating = readDating(tokens, found.end);
  return {
    ...found,
    ...dating,
    endWithoutDate: endWithoutYear(tokens, at, found.end, dating),
    start: type ? at : numberAt,
    type: type?.value ?? null,
    doubtful: found.doubtful || verb,
    counting: found.counting,
  };
}

/** Last syllables of quy định, hướng dẫn, kết luận, chỉ thị, báo cáo, thông báo: verbs, too. */
const VERB_TYPES = new Set(['dinh', 'dan', 'luan', 'thi', 'cao', 'bao']);

/** The number of "/quyet-dinh-23-qd-tw-2021.html" touches what stands before it. */
function isInsideAddress(tokens: Tokens, at: number): boolean {
  if (gapAt(tokens, at) !== GAP.none) return false;
  const { kind, base } = lexemeAt(tokens, at - 1);
  return kind !== 'mark' || /^[-/_.=%+]$/.test(base);
}

/** "Hợp đồng số 25/HĐ-KT", "Giấy phép xuất bản số …", "Bản án số …": papers that nobody cites as law. */
function isNumberOfPaper(tokens: Tokens, at: number): boolean {
  let end = at;
  while (end > 0 && /^(so|:|\.)$/.test(lexemeAt(tokens, end - 1).base)) end--;
  for (let start = end - 2; start >= Math.max(0, end - LONGEST_PAPER); start--) {
    if (lexemeAt(tokens, start).kind === 'mark') return false;
    const paper = matchPhrase(PAPERS, tokens, start);
    if (paper) return paper.end <= end;
  }
  return false;
}

const LONGEST_PAPER = 5;

const PAPERS: PhraseBook<true> = createPhrases();
for (const name of [
  'hợp đồng',
  'giấy phép',
  'giấy chứng nhận',
  'giấy xác nhận',
  'giấy đăng ký',
  'giấy mời',
  'bản án',
  'hóa đơn',
  'phiếu thu',
  'phiếu chi',
]) {
  addPhrase(PAPERS, name, true);
}

interface TypeMatch {
  value: TypeWord;
  end: number;
}

/** A type word; an abbreviation in small letters only where a number follows ("nq 25"). */
export function readTypeWord(tokens: Tokens, at: number): TypeMatch | null {
  const match = matchType(tokens, at);
  if (!match) return null;
  if (match.value.short && !lexemeAt(tokens, at).capital) {
    return lexemeAt(tokens, skipNumberWord(tokens, match.end)).kind === 'number' ? match : null;
  }
  return match;
}

/** "QĐ" of "Quyết định QĐ 360-QĐ/TW". */
function skipRepeatedType(tokens: Tokens, at: number): number {
  const again = matchType(tokens, at);
  return again?.value.short && lexemeAt(tokens, again.end).kind === 'number' ? again.end : at;
}

/** `số`, `số:`, `Số.`, `no mark "so"`; the number may touch it: "số31". */
function skipNumberWord(tokens: Tokens, at: number): number {
  if (lexemeAt(tokens, at).base !== 'so') return at;
  const next = lexemeAt(tokens, at + 1);
  const end = next.base === ':' || next.base === '.' ? at + 2 : at + 1;
  // "sổ 25-NQ/TW": a misread tone, certain only right before a number; "hồ sơ 25" is another word.
  const isTone = lexemeAt(tokens, at).letters === 'sô';
  const isNumbered = isTone && lexemeAt(tokens, end).kind === 'number';
  return isNumbered || isWord(tokens, at, WORDS.number) ? end : at;
}

interface Numbers {
  numbers: CitedNumber[];
  end: number;
  doubtful: boolean;
  counting: boolean;
}

function readNumbers(
  tokens: Tokens,
  at: number,
  type: TypeWord | null,
  hasNumberWord: boolean,
): Numbers | null {
  const whole = readSymbol(tokens, at, type !== null || hasNumberWord);
  if (whole) {
    const numbers = [{ number: whole.symbol.number, symbol: whole.symbol, year: null }];
    return { numbers, end: whole.end, doubtful: false, counting: false };
  }
  const first = readNumber(tokens, at);
  if (!first || !type) return null;
  const yeared = type.takesNumber ? readYearedNumber(tokens, first.number, first.end) : null;
  if (yeared) return yeared;
  const list = readSharedList(tokens, first.number, first.end);
  if (list) return list;
  if (!hasNumberWord && !type.takesNumber && first.number.length < 2) return null;
  const ending = judgeBareEnd(tokens, first.end);
  if (ending === 'broken' || (isYear(first.number) && !hasNumberWord)) return null;
  const { numbers, end } = extendBareList(tokens, first.number, first.end);
  const isSingle = numbers.length === 1 && !hasNumberWord;
  // Nobody abbreviates a verb: "QĐ 290 treo ở cửa" counts nothing.
  const counting = isSingle && ending === 'doubtful' && !type.short;
  return { numbers, end, counting, doubtful: counting || (isSingle && !type.takesNumber) };
}

/** `59/2023`: number and year without the codes. */
function readYearedNumber(tokens: Tokens, number: string, at: number): Numbers | null {
  if (lexemeAt(tokens, at).base !== '/' || gapAt(tokens, at) !== GAP.none) return null;
  const year = lexemeAt(tokens, at + 1).base;
  if (!isYear(year) || gapAt(tokens, at + 1) !== GAP.none) return null;
  if (lexemeAt(tokens, at + 2).base === '/') return null;
  const numbers = [{ number, symbol: null, year: Number(year) }];
  return { numbers, end: at + 2, doubtful: false, counting: false };
}

function isYear(number: string): boolean {
  return /^(19|20)\d\d$/.test(number);
}

/** `24, 25-NQ/TW`: the last number has the codes for all. */
function readSharedList(tokens: Tokens, first: string, at: number): Numbers | null {
  const bare = [first];
  let end = at;
  for (;;) {
    const next = skipListMark(tokens, end);
    if (next === end) return null;
    const whole = readSymbol(tokens, next, true);
    if (whole) {
      const { symbol } = whole;
      const numbers = bare.map((number) => ({ number, symbol: { ...symbol, number }, year: null }));
      return {
        numbers: [...numbers, { number: symbol.number, symbol, year: null }],
        end: whole.end,
        doubtful: false,
        counting: false,
      };
    }
    const number = readNumber(tokens, next);
    if (!number) return null;
    bare.push(number.number);
    end = number.end;
  }
}

/** `217, 218 của …`: further bare numbers, where nothing can be counted by them. */
function extendBareList(
  tokens: Tokens,
  first: string,
  at: number,
): Pick<Numbers, 'numbers' | 'end'> {
  const numbers: CitedNumber[] = [{ number: first, symbol: null, year: null }];
  let end = at;
  for (;;) {
    const next = skipListMark(tokens, end);
    const number = next === end ? null : readNumber(tokens, next);
    if (!number || isYear(number.number) || judgeBareEnd(tokens, number.end) !== 'sure') break;
    numbers.push({ number: number.number, symbol: null, year: null });
    end = number.end;
  }
  return { numbers, end };
}

/** `,` · `và` · `, và số` · `;` */
function skipListMark(tokens: Tokens, at: number): number {
  let end = at;
  if (lexemeAt(tokens, end).base === ',' || lexemeAt(tokens, end).base === ';') end++;
  if (isWord(tokens, end, WORDS.and)) end++;
  return end === at ? at : skipNumberWord(tokens, end);
}

/**
 * What follows a bare number: a date, an amount or a score breaks it; a word that cannot be counted
 * or a mark makes it sure; any other word leaves a doubt.
 */
function judgeBareEnd(tokens: Tokens, end: number): 'sure' | 'doubtful' | 'broken' {
  const next = lexemeAt(tokens, end);
  const touches = gapAt(tokens, end) === GAP.none;
  const before = lexemeAt(tokens, end + 1);
  if (next.kind === 'number') return 'broken';
  if (next.kind === 'mark') {
    if (next.base === '%') return 'broken';
    const goesOn = touches && /^[-/.,]$/.test(next.base) && gapAt(tokens, end + 1) === GAP.none;
    return goesOn && before.kind !== 'mark' ? 'broken' : 'sure';
  }
  if (gapAt(tokens, end) >= GAP.line || readDateAfter(tokens, end)) return 'sure';
  if (isCounted(tokens, end)) return 'broken';
  if (isWord(tokens, end, WORDS.afterNumber)) return 'sure';
  if (isWord(tokens, end, WORDS.counted)) return 'broken';
  if (isWord(tokens, end, WORDS.predicate)) return 'sure';
  return readUnitWord(tokens, end) || matchType(tokens, end) ? 'sure' : 'doubtful';
}

/** `11 ngày.`, `290 chỉ tiêu`: words that could also go on with the sentence or begin a date. */
function isCounted(tokens: Tokens, at: number): boolean {
  if (isWord(tokens, at, WORDS.day)) return /^[.,;:)]$|\p{L}/u.test(lexemeAt(tokens, at + 1).base);
  return isWord(tokens, at, WORDS.countedPair) && isWord(tokens, at + 1, WORDS.countedPairEnd);
}

type Dating = Pick<NumberedDocument, 'end' | 'date' | 'terms' | 'endWithoutDate'>;

/** The date, or the bracket with year or term, that belongs to the span. */
export function readDating(tokens: Tokens, at: number): Dating {
  const bracket = readBracket(tokens, at);
  const end = bracket?.end ?? at;
  const terms = bracket?.terms ?? [];
  if (bracket?.date) return { end, date: bracket.date, terms, endWithoutDate: null };
  const dated = readDateAfter(tokens, end) ?? readPlainDateAfter(tokens, end);
  if (!dated) return { end, date: null, terms, endWithoutDate: null };
  const own = isOwnDate(tokens, end, dated.end, dated.date);
  return { end: dated.end, date: dated.date, terms, endWithoutDate: own ? null : end };
}

/**
 * "thực hiện Nghị quyết 901-NQ/TV năm 2034": after a word for work the year may be that of the work.
 *
 * @param end Token after the number or name.
 * @returns See `endWithoutDate`.
 */
export function endWithoutYear(
  tokens: Tokens,
  start: number,
  end: number,
  { date, endWithoutDate }: Pick<Dating, 'date' | 'endWithoutDate'>,
): number | null {
  const isYear = date !== null && date.month === null && isWord(tokens, end, WORDS.year);
  if (!isYear) return endWithoutDate;
  const before = isWord(tokens, start - 1, WORDS.plural) ? start - 2 : start - 1;
  return isWord(tokens, before, WORDS.work) ? end : endWithoutDate;
}

/** "…, Hội nghị Trung ương 6", "Hội nghị lần thứ sáu …": the body that passed the document. */
function isCentralMeeting(tokens: Tokens, at: number): boolean {
  if (!isWord(tokens, at, WORDS.meet) || !isWord(tokens, at + 1, WORDS.meeting)) return false;
  return isWord(tokens, at + 2, WORDS.central) || isWord(tokens, at + 2, WORDS.times);
}

/** A date after a comma is the document's own when the sentence goes on with issuer or subject. */
function isOwnDate(tokens: Tokens, at: number, end: number, date: CitedDate): boolean {
  if (lexemeAt(tokens, at).base !== ',') return true;
  const after = lexemeAt(tokens, end);
  if (date.day === null) return after.kind === 'mark' && lexemeAt(tokens, at + 1).kind === 'number';
  if (after.base === ',') {
    return isWord(tokens, end + 1, WORDS.afterDate) || isCentralMeeting(tokens, end + 1);
  }
  if (isWord(tokens, end, WORDS.afterDate)) return true;
  const isNewStart = after.capital && !tokens.isCaseless;
  return !isNewStart && !isWord(tokens, end, WORDS.localBody);
}
