import type { NumberedDocument, NumberIndex } from './number-index.ts';
import type { QueryTerm } from './query.ts';

/** Documents that a query names by number. */
export interface NumberReference {
  /** Syllables of the query that belong to it, end exclusive. */
  from: number;
  to: number;
  /** How sure it is that a number is meant: by its code, by the type before it, or neither. */
  certainty: 'code' | 'type' | 'bare';
  /** As typed, without the words around it. @example '290-QĐ/TW' */
  written: string;
  /** Everything with this number, also what the code or the type excludes; may be empty. */
  bearers: NumberBearer[];
}

export interface NumberBearer {
  /** Index of the document. */
  document: number;
  /** How much of what the query says agrees with it; a contradiction makes it negative. */
  agreement: number;
  /** A part of the code, or the type, is the one typed. */
  similar: boolean;
  /** Neither the code nor the type nor the letter typed is another one. */
  fits: boolean;
  /** Neither the year nor the day, the term or the congress named is another one. */
  timely: boolean;
}

/** What the query says beside the number. */
export interface Circumstances {
  /** Years named in the query. */
  years: ReadonlySet<string>;
  /** Days named in the query, `YYYY-MM-DD`. */
  days: ReadonlySet<string>;
  /** Terms of office and congresses named, Arabic digits. */
  offices: ReadonlySet<string>;
  congresses: ReadonlySet<string>;
}

/** A number, perhaps with a letter or with the code joined on: `8b`, `290qdtw`. */
const NUMBER = /^0*(\d+)([a-z\d]*)$/;

const CODE_FULL = 4;
const CODE_PART = 3;
const TYPE_AGREES = 2;
const YEAR_AGREES = 2;
const OFFICE_AGREES = 1;
const LETTER_MISSING = -1;
const CONTRADICTION = -10;

/**
 * Find documents named by number: `290-QĐ/TW`, `290 qd tw`, `290qđtw`, `quyết định 290`, `nq 25`,
 * `luật 10/2022`, `290`.
 *
 * @param dates Issue dates of the documents, by index.
 * @returns In text order. Every bearer of a number is kept, with what speaks for and against it.
 */
export function findNumbers(
  syllables: readonly QueryTerm[],
  index: NumberIndex,
  circumstances: Circumstances,
  dates: readonly (string | null)[],
): NumberReference[] {
  const references: NumberReference[] = [];
  const terms = withCentralCode(syllables);
  for (let at = 0; at < terms.length; at++) {
    const reference = readNumber(terms, at, index, circumstances, dates);
    if (reference === null) continue;
    references.push(reference);
    at = Math.max(at, reference.to - 1);
  }
  return references;
}

/**
 * Numbers that the query writes as a document's, with a code or a type, and that no document has.
 *
 * @returns Indices of the terms.
 */
export function findUnknownNumbers(terms: readonly QueryTerm[], index: NumberIndex): number[] {
  return terms.flatMap(({ key, dated }, at) => {
    const [, number = '', tail = ''] = NUMBER.exec(key) ?? [];
    if (number === '' || dated || bearersOf(key, index).numbered.length > 0) return [];
    const coded = isCode(tail === '' ? (terms[at + 1]?.key ?? '') : tail, index);
    return coded || typeBefore(terms, at, index).words !== '' ? [at] : [];
  });
}

/**
 * `TƯ` is the code TW. `TU` without horn is that of a province's committee, unless all is typed in
 * small letters without diacritics.
 */
function withCentralCode(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const accented = terms.some(({ marks }) => marks !== '');
  return terms.map((term) => {
    const central = term.marks !== '' || (!accented && term.written === term.letters);
    return term.key === 'tu' && central ? { ...term, key: 'tw', letters: 'tw' } : term;
  });
}

function readNumber(
  terms: readonly QueryTerm[],
  at: number,
  index: NumberIndex,
  circumstances: Circumstances,
  dates: readonly (string | null)[],
): NumberReference | null {
  const word = terms[at]?.key ?? '';
  if (!NUMBER.test(word)) return null;
  const { numbered, tail } = bearersOf(word, index);
  const type = typeBefore(terms, at, index);
  const matches = numbered.map((document) => {
    const code = matchCode(document, tail, terms.slice(at + 1), index);
    const date = dates[document.document] ?? null;
    return { code, bearer: judge(document, code, type, circumstances, date) };
  });
  const fits = matches.some(({ bearer }) => bearer.fits);
  const hasCode =
    matches.some(({ code }) => code.pieces > 0) || isCode(codeAfter(terms, at, tail), index);
  const typed = type.words !== '' && (fits || endsAt(terms, at));
  if (numbered.length === 0 && !hasCode && !(typed && !YEAR.test(word))) return null;
  const longest = Math.max(0, ...matches.map(({ code }) => code.length));
  const to = Math.max(at + 1 + longest, fits ? 0 : endOfCode(terms, at + 1, index));
  return {
    from: type.from,
    to,
    certainty: hasCode ? 'code' : typed && !(YEAR.test(word) && !fits) ? 'type' : 'bare',
    written: writtenAs(terms.slice(hasCode ? at : type.from, to)),
    bearers: matches.map(({ bearer }) => bearer),
  };
}

const YEAR = /^(?:19|20)\d\d$/;

/** What may be the code of a number, past a year. */
function codeAfter(terms: readonly QueryTerm[], at: number, tail: string): string {
  if (tail !== '') return tail;
  const next = terms[at + 1];
  const isYear = next !== undefined && isJoined(next) && YEAR.test(next.key);
  return terms[isYear ? at + 2 : at + 1]?.key ?? '';
}

/** Words that may follow a number that only its type announces. */
const FOLLOWING = new Set(['nam', 'khoa', 'ngay', 'cua', 've', 'dai']);

/** No word follows that would make a figure of the number: `hướng dẫn 3 bước`. */
function endsAt(terms: readonly QueryTerm[], at: number): boolean {
  const next = terms[at + 1];
  return (
    next === undefined ||
    terms[at - 1]?.key === 'so' ||
    isJoined(next) ||
    YEAR.test(next.key) ||
    FOLLOWING.has(next.key)
  );
}

/** Written together with the term before by a dash or a slash. */
function isJoined({ gap }: Pick<QueryTerm, 'gap'>): boolean {
  return /^[-–—/]$/.test(gap);
}

/** The end of a number with its code, also of a code that nothing in the library has. */
function endOfCode(terms: readonly QueryTerm[], from: number, index: NumberIndex): number {
  let to = from;
  for (let next = terms[to]; next; next = terms[to]) {
    if (!isJoined(next) && !isCode(next.key, index)) break;
    to++;
  }
  return to;
}

function writtenAs(terms: readonly QueryTerm[]): string {
  return terms.map(({ written, gap }, at) => (at === 0 ? written : gap + written)).join('');
}

/** Documents whose number a word writes, and what the word writes after it: their code, or a part. */
function bearersOf(
  word: string,
  { byNumber, byWhole }: NumberIndex,
): { numbered: readonly NumberedDocument[]; tail: string } {
  const [, number = '', tail = ''] = NUMBER.exec(word) ?? [];
  const whole = byWhole.get(number + tail);
  const [first] = whole ?? [];
  return whole && first
    ? { numbered: whole, tail: (number + tail).slice(first.number.length) }
    : { numbered: byNumber.get(number) ?? [], tail };
}

/** The words of type that end before a number, with "số" between or not. */
function typeBefore(
  syllables: readonly QueryTerm[],
  at: number,
  index: NumberIndex,
): { from: number; words: string } {
  const end = syllables[at - 1]?.key === 'so' ? at - 1 : at;
  for (let length = index.longestTypeWord; length > 0; length--) {
    if (length > end) continue;
    const words = syllables
      .slice(end - length, end)
      .map(({ key }) => key)
      .join(' ');
    if (index.typeWords.has(words)) return { from: end - length, words };
  }
  return { from: end, words: '' };
}

/** How much of the code after a number agrees with a document's. */
interface CodeMatch {
  /** Syllables after the number that were used. */
  length: number;
  /** Pieces of the document's code that were found. */
  pieces: number;
  complete: boolean;
  /** A code follows that the document does not have. */
  contradicts: boolean;
  letterAgrees: boolean;
}

function matchCode(
  document: NumberedDocument,
  tail: string,
  rest: readonly QueryTerm[],
  index: NumberIndex,
): CodeMatch {
  const hasLetter = document.letter !== '' && tail.startsWith(document.letter);
  const joined = hasLetter ? tail.slice(document.letter.length) : tail;
  const following = rest.map(({ key, open, gap }) => ({ key, open, gap }));
  const words =
    joined === '' ? following : [{ key: joined, open: rest.length === 0, gap: '' }, ...following];
  const waiting = [...document.pieces];
  let used = 0;
  while (takePiece(waiting, words[used])) used++;
  const next = words[used];
  const foreign = used === 0 && joined.length === 1;
  return {
    length: Math.max(0, used - (joined === '' ? 0 : 1)),
    pieces: document.pieces.length - waiting.length,
    complete: waiting.length === 0,
    contradicts: foreign || isOtherCode(next, waiting, index),
    letterAgrees: hasLetter || document.letter === '',
  };
}

/** Take the piece or the run of pieces that a word writes out of those still expected. */
function takePiece(waiting: string[], word: Pick<QueryTerm, 'key' | 'open'> | undefined): boolean {
  if (!word) return false;
  const written = word.key.replace(/^0+(?=\d)/, '');
  for (let from = 0; from < waiting.length; from++) {
    let run = '';
    for (let to = from; to < waiting.length; to++) {
      run += waiting[to] ?? '';
      if (run === written || (to === from && isLooseCode(run, written, word.open))) {
        waiting.splice(from, to - from + 1);
        return true;
      }
    }
  }
  return false;
}

/** `QĐ` for `QĐi`, and a code of which only the beginning is typed. */
function isLooseCode(code: string, written: string, open: boolean): boolean {
  return (open || written.length > 1) && !/\d/.test(written) && code.startsWith(written);
}

/** A code or a year where others are expected: one that is known, or joined on to the number. */
function isOtherCode(
  word: Pick<QueryTerm, 'key' | 'gap'> | undefined,
  waiting: readonly string[],
  index: NumberIndex,
): boolean {
  if (!word || waiting.length === 0) return false;
  if (isCode(word.key, index)) return true;
  if (!isJoined(word)) return false;
  return YEAR.test(word.key)
    ? waiting.some((piece) => YEAR.test(piece))
    : /^[a-z].*[a-z\d]$/.test(word.key);
}

/** A year alone may stand for anything; a code may not. */
function isCode(word: string, index: NumberIndex): boolean {
  return index.codes.has(word) && !/^\d+$/.test(word) && word.length > 1;
}

function judge(
  document: NumberedDocument,
  code: CodeMatch,
  type: { words: string },
  circumstances: Circumstances,
  date: string | null,
): NumberBearer {
  let symbol = code.complete ? CODE_FULL : code.pieces > 0 ? CODE_PART : 0;
  if (code.contradicts) symbol += CONTRADICTION;
  if (!code.letterAgrees) symbol += LETTER_MISSING;
  const isType = document.typeWords.has(type.words);
  if (type.words !== '') symbol += isType ? TYPE_AGREES : CONTRADICTION;
  const time = judgeTime(document, circumstances, date);
  return {
    document: document.document,
    agreement: symbol + time,
    similar: code.pieces > 0 || isType,
    fits: !code.contradicts && (isType || type.words === ''),
    timely: time >= 0,
  };
}

/** What year, day, term and congress speak for a document, or against it. */
function judgeTime(
  { year, office, congresses: own }: NumberedDocument,
  { years, days, offices, congresses }: Circumstances,
  date: string | null,
): number {
  return (
    agree(years, year === null ? [] : [year]) +
    agree(days, date?.length === 10 ? [date] : []) +
    agree(offices, office === null ? [] : [office]) +
    // A document that names no congress belongs to that of its term.
    (own.size > 0 || office === null
      ? agree(congresses, [...own])
      : agree(congresses, [office], OFFICE_AGREES))
  );
}

function agree(wanted: ReadonlySet<string>, own: readonly string[], worth = YEAR_AGREES): number {
  if (wanted.size === 0 || own.length === 0) return 0;
  return own.some((value) => wanted.has(value)) ? worth : CONTRADICTION;
}
