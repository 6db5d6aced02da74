import { expect, test } from 'vitest';
import { Refusal } from '../import-error.ts';
import { formatNumber } from './number-format.ts';

test.each([
  ['decimal', 7, '7'],
  ['', 7, '7'],
  ['decimalHalfWidth', 7, '7'],
  ['decimalZero', 7, '07'],
  ['decimalZero', 107, '107'],
  ['decimalEnclosedParen', 7, '(7)'],
  ['decimalEnclosedFullstop', 7, '7.'],
  ['decimalEnclosedCircle', 20, '⑳'],
  ['decimalEnclosedCircle', 21, '21'],
  ['decimalEnclosedCircleChinese', 11, '11'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalFullWidth2', 12, '１２'],
  ['numberInDash', 7, '- 7 -'],
  ['hex', 43, '2B'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerRoman', 4, 'iv'],
  ['lowerRoman', 0, '0'],
  ['upperLetter', 27, 'AA'],
  ['upperLetter', 28, 'BB'],
  ['lowerLetter', 53, 'aaa'],
  ['lowerLetter', 0, ''],
  ['chicago', 4, '§'],
  ['chicago', 6, '††'],
  ['vietnameseCounting', 10, 'mười'],
  ['bullet', 3, ''],
  ['none', 3, ''],
])('%s of %i is %s', (format, value, expected) => {
  expect(formatNumber(value, format)).toBe(expected);
});

test('a pattern of zeros is kept', () => {
  expect(formatNumber(12, 'custom', '001, 002, 003, ...')).toBe('012');
});

test.each([
  ['ordinal', 1, 'number-language'],
  ['cardinalText', 1, 'number-language'],
  ['ordinalText', 1, 'number-language'],
  ['vietnameseCounting', 15, 'number-language'],
  ['russianLower', 1, 'number-script'],
  ['chineseCountingThousand', 1, 'number-script'],
  ['hindiVowels', 1, 'number-script'],
  ['dollarText', 1, 'number-unknown'],
  ['custom', 1, 'number-unknown'],
  ['lowerLetter', 2_000_000_000, 'number-range'],
  ['decimal', -1, 'number-range'],
])('%s of %i is refused, not guessed', (format, value, cause) => {
  const print = (): string => formatNumber(value, format);
  expect(print).toThrow(Refusal);
  expect(print).toThrow(cause);
});
