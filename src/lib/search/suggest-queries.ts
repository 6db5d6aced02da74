import { nearest } from '../text/nearest.ts';
import type { Indexes } from './evaluate.ts';
import type { SearchTable } from './index-format.ts';
import type { ParsedQuery } from './query.ts';

/** Most suggestions. */
const MOST = 5;

/**
 * Queries to try when one finds nothing: numbers, topics and names that look like it.
 *
 * @returns May be empty.
 */
export function suggestQueries(
  query: ParsedQuery,
  table: SearchTable,
  { documents }: Indexes,
): string[] {
  const own = documents.filter(({ namesake }) => !namesake);
  const symbols = own.flatMap(({ symbol }) => symbol ?? []);
  const names = own.flatMap(({ shortTitle, aliases }) => [
    ...(shortTitle === null ? [] : [shortTitle]),
    ...aliases,
  ]);
  const topics = table.topics.flatMap(({ name, aliases }) => [name, ...aliases]);
  const like = [
    ...(/\d/.test(query.text) ? nearest(query.text, symbols, 3) : []),
    ...nearest(query.text, [...topics, ...names], 3),
  ];
  return [...new Set(like)].slice(0, MOST);
}
