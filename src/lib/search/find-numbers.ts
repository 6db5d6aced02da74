import type { NumberedDocument, NumberIndex } from './number-index.ts';
import type { QueryTerm } from './query.ts';

/** Documents that a query names by number. */
export interface NumberReference {
  /** Syllables of the query that belong to it, end exclusive. */
  from: number;
  to: number;
  /** How sure it is that a number is meant: by its code, by the type before it, or neither. */
  certainty: 'code' | 'type' | 'bare';
  bearers: NumberBearer[];
}

export interface NumberBearer {
  /** Index of the document. */
  document: number;
  /** How much of what the query says agrees with it; a contradiction makes it negative. */
  agreement: number;
}

/** What the query says beside the number. */
export interface Circumstances {
  /** Years named in the query. */
  years: ReadonlySet<string>;
  /** Days named in the query, `YYYY-MM-DD`. */
  days: ReadonlySet<string>;
}

/** A number, perhaps with a letter or with the code joined on: `8b`, `290qdtw`. */
const NUMBER = /^0*(\d+)([a-z\d]*)$/;

const CODE_FULL = 4;
const CODE_PART = 3;
const TYPE_AGREES = 2;
const YEAR_AGREES = 2;
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
  for (let at = 0; at < syllables.length; at++) {
    const reference = readNumber(syllables, at, index, circumstances, dates);
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

function readNumber(
  syllables: readonly QueryTerm[],
  at: number,
  index: NumberIndex,
  circumstances: Circumstances,
  dates: readonly (string | null)[],
): NumberReference | null {
  const { numbered, tail } = bearersOf(syllables[at]?.key ?? '', index);
  if (numbered.length === 0) return null;
  const type = typeBefore(syllables, at, index);
  const rest = syllables.slice(at + 1);
  const matches = numbered.map((document) => {
    const code = matchCode(document, tail, rest, index);
    const agreement = judge(document, code, type, circumstances, dates[document.document] ?? null);
    return { document: document.document, agreement, code };
  });
  const longest = Math.max(...matches.map(({ code }) => code.length));
  const certain = matches.some(({ code }) => code.pieces > 0)
    ? 'code'
    : type.words !== '' && matches.some(({ agreement }) => agreement >= 0)
      ? 'type'
      : 'bare';
  return {
    from: type.from,
    to: at + 1 + longest,
    certainty: certain,
    bearers: matches.map(({ document, agreement }) => ({ document, agreement })),
  };
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
  const following = rest.map(({ key, open }) => ({ key, open }));
  const words =
    joined === '' ? following : [{ key: joined, open: rest.length === 0 }, ...following];
  const waiting = [...document.pieces];
  let used = 0;
  while (takePiece(waiting, words[used])) used++;
  const next = words[used]?.key ?? '';
  return {
    length: Math.max(0, used - (joined === '' ? 0 : 1)),
    pieces: document.pieces.length - waiting.length,
    complete: waiting.length === 0,
    contradicts: waiting.length > 0 && isCode(next, index),
    letterAgrees: hasLetter || document.letter === '',
  };
}

/** Take the piece or the run of pieces that a word writes out of those still expected. */
function takePiece(waiting: string[], word: Pick<QueryTerm, 'key' | 'open'> | undefined): boolean {
  if (!word) return false;
  const written = word.key === 'tu' ? 'tw' : word.key.replace(/^0+(?=\d)/, '');
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

/** A year alone may stand for anything; a code may not. */
function isCode(word: string, index: NumberIndex): boolean {
  return index.codes.has(word) && !/^\d+$/.test(word) && word.length > 1;
}

function judge(
  document: NumberedDocument,
  code: CodeMatch,
  type: { words: string },
  { years, days }: Circumstances,
  date: string | null,
): number {
  let agreement = code.complete ? CODE_FULL : code.pieces > 0 ? CODE_PART : 0;
  if (code.contradicts) agreement += CONTRADICTION;
  if (!code.letterAgrees) agreement += LETTER_MISSING;
  if (type.words !== '') {
    agreement += document.typeWords.has(type.words) ? TYPE_AGREES : CONTRADICTION;
  }
  if (document.year !== null && years.size > 0) {
    agreement += years.has(document.year) ? YEAR_AGREES : CONTRADICTION;
  }
  if (date?.length === 10 && days.size > 0) {
    agreement += days.has(date) ? YEAR_AGREES : CONTRADICTION;
  }
  return agreement;
}
