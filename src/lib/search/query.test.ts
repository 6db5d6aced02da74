import { describe, expect, test } from 'vitest';
import { parseQuery } from './query.ts';

const terms = (query: string) =>
  parseQuery(query).terms.map(({ key, open }) => (open ? `${key}…` : key));

describe('parseQuery', () => {
  test.each<[string, string[], string]>([
    ['dân vận', ['dan', 'van…'], 'the last word may go on'],
    ['dân vận ', ['dan', 'van'], 'unless a space ends it'],
    ['"dân vận"', ['dan', 'van'], 'or a quotation mark'],
    ['điều 5 quy chế', ['qui', 'che…'], 'the place is no word'],
    ['NQ25', ['nq', '25…'], 'a code joined to its number'],
    ['  ', [], 'nothing'],
  ])('%j → %j (%s)', (query, expected) => {
    expect(terms(query)).toEqual(expected);
  });

  test.each<[string, string[], string[], string]>([
    ['ngày 03/6/2033', ['2033-06-03'], ['2033'], 'slashes'],
    ['3-6-2033', ['2033-06-03'], ['2033'], 'dashes'],
    ['ngày 3 tháng 6 năm 2033', ['2033-06-03'], ['2033'], 'words'],
    ['10/2034/QH30', [], ['2034'], 'a law’s number'],
    ['31/13/2033', [], ['2033'], 'no such month'],
    ['giai đoạn 2031–2035', [], ['2031', '2035'], 'years alone'],
    ['5 hộ, 3 xóm 2033', [], ['2033'], 'figures that stand apart'],
  ])('%j names days %j and years %j (%s)', (query, days, years) => {
    const parsed = parseQuery(query);
    expect([[...parsed.days], [...parsed.years]]).toEqual([days, years]);
  });

  test('quotation marks are typographic or straight', () => {
    expect(['"x y"', '“x y”', '«x y»', 'x y'].map((query) => parseQuery(query).exact)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('diacritics count when there are any', () => {
    expect(parseQuery('dân van').accented).toBe(true);
    expect(parseQuery('dan van').accented).toBe(false);
  });

  test('a pasted page is cut', () => {
    expect(parseQuery('dân vận '.repeat(1000)).terms.length).toBeLessThan(100);
  });
});
