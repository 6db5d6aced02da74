import { expect, test } from 'vitest';
import { monthsBetween } from './age.ts';

test.each([
  ['2031-03-09', '2031-03-09', 0],
  ['2031-03-09', '2031-09-08', 5],
  ['2031-03-09', '2031-09-09', 6],
  ['2031-01-31', '2031-03-01', 1],
  ['2031-12-15', '2033-01-15', 13],
  // A clock that was reset.
  ['2031-03-09', '2001-01-01', -363],
])('from %s to %s: %i months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months);
});
