import { abbreviate, writeOut, type Abbreviations } from './abbreviations.ts';
import type { ParsedQuery, QueryTerm } from './query.ts';
import { correct, type Lexicon } from './spelling.ts';

/** One way of understanding a query's words. */
export interface Reading {
  kind: 'typed' | 'written-out' | 'abbreviated' | 'corrected';
  terms: QueryTerm[];
  /** Share of its score that a hit of this reading keeps. */
  worth: number;
}

/** What readings are made from. */
export interface ReadingTables {
  abbreviations: Abbreviations;
  lexicon: Lexicon;
}

const WORTH: Record<Reading['kind'], number> = {
  typed: 1,
  'written-out': 0.99,
  abbreviated: 0.97,
  corrected: 0.9,
};

/**
 * The ways of understanding a query, as typed first. Words in quotation marks mean themselves.
 *
 * @returns Without spelling corrections; see {@link correctedReading}.
 */
export function makeReadings(query: ParsedQuery, tables: ReadingTables): Reading[] {
  const typed = reading('typed', query.terms);
  if (query.exact) return [typed];
  const written = writeOut(query.terms, tables.abbreviations);
  const occurs = (key: string) => tables.lexicon.syllables.has(key);
  const short = abbreviate(written ?? query.terms, tables.abbreviations, occurs);
  return [
    typed,
    ...(written ? [reading('written-out', written)] : []),
    ...(short ? [reading('abbreviated', short)] : []),
  ];
}

/**
 * The query with mistyped syllables replaced, or null when none seems mistyped.
 *
 * @param standTogether Whether two neighbouring terms, by number of the first, stand side by side
 *   in a text.
 */
export function correctedReading(
  query: ParsedQuery,
  { lexicon, abbreviations }: ReadingTables,
  standTogether: (first: number) => boolean,
): Reading | null {
  if (query.exact) return null;
  const terms = correct(query.terms, lexicon, standTogether, query.accented);
  return terms && reading('corrected', writeOut(terms, abbreviations) ?? terms);
}

function reading(kind: Reading['kind'], terms: QueryTerm[]): Reading {
  return { kind, terms, worth: WORTH[kind] };
}
