import { parseRoman } from '../text/numerals.ts';

/**
 * Last day of each national congress of the Party: a term begins on the day after. Numbers of
 * Party documents restart with the term.
 */
const CONGRESS_ENDS: readonly (readonly [term: number, day: string])[] = [
  [14, '2026-01-23'],
  [13, '2021-02-01'],
  [12, '2016-01-28'],
  [11, '2011-01-19'],
  [10, '2006-04-25'],
  [9, '2001-04-22'],
  [8, '1996-07-01'],
  [7, '1991-06-27'],
  [6, '1986-12-18'],
  [5, '1982-03-31'],
  [4, '1976-12-20'],
  [3, '1960-09-10'],
  [2, '1951-02-19'],
];

/**
 * Term of the Central Committee that a day belongs to.
 *
 * @param day ISO date.
 * @returns null before the second congress.
 * @example partyTermOf('2013-06-03') // 11
 */
export function partyTermOf(day: string): number | null {
  return CONGRESS_ENDS.find(([, end]) => day > end)?.[0] ?? null;
}

/**
 * Number of a term as written.
 *
 * @param text Roman or Arabic numeral, any case.
 * @example parseTerm('XI') // 11
 */
export function parseTerm(text: string): number | null {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : parseRoman(text.toUpperCase());
  return value !== null && value > 0 && value < 30 ? value : null;
}
