import { describe, expect, test } from 'vitest';
import { readBracket, readDateAfter, readTerms } from './date-rule.ts';
import { tokenize } from './tokens.ts';

describe('readDateAfter', () => {
  test.each([
    ['ngày 03/6/2033', '3.6.2033'],
    [', ngày 03-6-2033', '3.6.2033'],
    ['ngày 3.6.2033', '3.6.2033'],
    ['ngày 03 tháng 6 năm 2033', '3.6.2033'],
    ['ngày mùng 3 tháng 6 năm 2033', '3.6.2033'],
    ['ký ngày 03/6/33', '3.6.2033'],
    ['ban hành ngày 03/6/2033', '3.6.2033'],
    ['tháng 6/2033', 'null.6.2033'],
    ['tháng 6 năm 2033', 'null.6.2033'],
    ['năm 2033', 'null.null.2033'],
    ['ngày 03/6', '3.6.null'],
    ['ngày O3/6/2O33', '3.6.2033'],
    ['ngày 0l tháng 6 năm 20l3', '1.6.2013'],
  ])('%s', (text, expected) => {
    const tokens = tokenize(text);
    const match = readDateAfter(tokens, 0);
    expect(match?.end).toBe(tokens.count);
    expect([match?.date.day, match?.date.month, match?.date.year].map(String).join('.')).toBe(
      expected,
    );
  });

  test.each(['ngày nay', 'tháng sau', 'năm học', '2033', 'ngày 45/6/2033', 'ngày 3/16/2033'])(
    '%s is none',
    (text) => {
      expect(readDateAfter(tokenize(text), 0)).toBeNull();
    },
  );
});

describe('readBracket', () => {
  test.each([
    ['(2033)', 2033, []],
    ['(7/2038)', 2038, []],
    ['(ngày 03/6/2033)', 2033, []],
    ['(khóa XI)', undefined, [11]],
    ['(Khóa XI và XII)', undefined, [11, 12]],
    ['(khoá 11, 2033)', 2033, [11]],
  ])('%s', (text, year, terms) => {
    const match = readBracket(tokenize(text), 0);
    expect(match?.date?.year).toBe(year);
    expect(match?.terms).toEqual(terms);
  });

  test.each(['(xem 2033)', '(2033 người)', '(khóa học)', '(', '()'])('%s is none', (text) => {
    expect(readBracket(tokenize(text), 0)).toBeNull();
  });
});

test('readTerms reads a list of terms', () => {
  const tokens = tokenize('khóa XI, khóa XII và XIII dài');
  expect(readTerms(tokens, 0)).toMatchObject({ terms: [11, 12, 13] });
});
