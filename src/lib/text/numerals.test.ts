import { describe, expect, test } from 'vitest';
import { formatOrdinal, formatRoman, parseOrdinal, parseRoman } from './numerals.ts';

describe('parseRoman', () => {
  test('reads back every numeral up to 399', () => {
    for (let value = 1; value < 400; value++) expect(parseRoman(formatRoman(value))).toBe(value);
  });

  test.each(['', 'IIII', 'VX', 'IC', 'iv', 'A', 'Đ'])('refuses %j', (text) => {
    expect(parseRoman(text)).toBeNull();
  });
});

describe('parseOrdinal', () => {
  test.each([
    ['nhất', 1],
    ['Hai', 2],
    ['tư', 4],
    ['bẩy', 7],
    ['mười', 10],
    ['mười một', 11],
    ['mười lăm', 15],
    ['hai mươi', 20],
    ['hai mươi mốt', 21],
    ['ba mươi tư', 34],
  ])('%s → %i', (text, value) => {
    expect(parseOrdinal(text)).toBe(value);
  });

  test.each(['', 'này', 'trăm', 'mười này'])('refuses %j', (text) => {
    expect(parseOrdinal(text)).toBeNull();
  });
});

describe('formatOrdinal', () => {
  test('is read back by parseOrdinal', () => {
    for (let value = 1; value < 100; value++)
      expect(parseOrdinal(formatOrdinal(value))).toBe(value);
  });
});
