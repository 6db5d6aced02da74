import type { QueryTerm } from './query.ts';
import { splitSyllables, type Syllable } from './syllables.ts';

/** A part of a text, UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Where a text has the words of a query: successive syllables of it, two at least, since single ones
 * stand everywhere; one only where the query is no longer. Diacritics that were not typed do not
 * count.
 *
 * @param terms Of `parseQuery`.
 * @returns In the order of the text, not overlapping.
 * @example findWords('Khối xóm tự quản', parseQuery('khoi xom').terms) // [{ start: 0, end: 8 }]
 */
export function findWords(text: string, terms: readonly QueryTerm[]): Span[] {
  const syllables = splitSyllables(text);
  const least = Math.min(2, terms.length);
  const spans: Span[] = [];
  for (let at = 0; at < syllables.length && least > 0;) {
    const length = longestRun(syllables, at, terms);
    const [first, last] = [syllables[at], syllables[at + length - 1]];
    if (length >= least && first && last) spans.push({ start: first.start, end: last.end });
    at += length >= least ? length : 1;
  }
  return spans;
}

/** Most syllables from `at` that are successive terms of the query. */
function longestRun(
  syllables: readonly Syllable[],
  at: number,
  terms: readonly QueryTerm[],
): number {
  const runs = terms.map((_, from) => {
    let length = 0;
    while (isTerm(syllables[at + length], terms[from + length], length)) length++;
    return length;
  });
  return Math.max(0, ...runs);
}

/**
 * Whether a syllable of a text is a term of a query. Diacritics that were not typed do not count.
 *
 * @param place Which of the words that follow each other it is: these do not go from one sentence
 *   into the next.
 */
export function isTerm(
  syllable: Syllable | undefined,
  term: QueryTerm | undefined,
  place: number,
): boolean {
  if (!syllable || !term || (place > 0 && syllable.opens)) return false;
  return syllable.key === term.key && (term.marks === '' || syllable.marks === term.marks);
}
