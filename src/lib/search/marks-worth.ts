import type { QueryTerm } from './query.ts';

/** Diacritics typed differ from those of the text: most likely another word. */
const OTHER = 0.6;
/** Only the tone differs: as likely a slip. */
const OTHER_TONE = 0.75;
/** No diacritics typed on this syllable, though on others: left out. */
const LEFT_OUT = 0.92;

/**
 * What a hit of the right letters is worth by its diacritics, in a query that has some.
 *
 * @param marks Diacritics in the text, see `marksOf`.
 * @returns 1 when they are those typed, less otherwise.
 */
export function marksWorth(term: QueryTerm, marks: string): number {
  if (term.guessed || term.marks === marks) return 1;
  if (term.marks === '') return LEFT_OUT;
  return qualityOf(term.marks) === qualityOf(marks) ? OTHER_TONE : OTHER;
}

/** Everything but the tone, which is the first digit. */
function qualityOf(marks: string): string {
  return marks.slice(1);
}
