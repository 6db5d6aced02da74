import { expect, test } from 'vitest';
import { formatDay, formatLongDay } from './dates.ts';

test.each([
  ['2013-06-03', '03/6/2013', '03 tháng 6 năm 2013'],
  ['2010-02-25', '25/02/2010', '25 tháng 02 năm 2010'],
  ['2026-01-09', '09/01/2026', '09 tháng 01 năm 2026'],
  ['2022-11-10', '10/11/2022', '10 tháng 11 năm 2022'],
])('%s', (day, figures, words) => {
  expect(formatDay(day)).toBe(figures);
  expect(formatLongDay(day)).toBe(words);
});
