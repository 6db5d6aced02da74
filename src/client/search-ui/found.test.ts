import { expect, test } from 'vitest';
import { isFiltered, readQuestion, writeQuestion } from './found.ts';

test.each([
  ['', 'nothing asked'],
  ['q=dan+van', 'words'],
  ['q=a&loai=luat&loai=nghi-dinh&tinh-trang=in-force&xep=moi', 'several values of one filter'],
])('?%s reads back (%s)', (address) => {
  expect(writeQuestion(readQuestion(new URLSearchParams(address))).toString()).toBe(address);
});

test.each([
  ['q=+a+&xep=none', 'q=a', 'spaces go, an unknown order is the usual one'],
  ['q=a&loai=', 'q=a', 'an empty value chooses nothing'],
  ['trang=2&q=a', 'q=a', 'unknown names go'],
])('?%s becomes ?%s (%s)', (address, expected) => {
  expect(writeQuestion(readQuestion(new URLSearchParams(address))).toString()).toBe(expected);
});

test('isFiltered sees a chosen value', () => {
  expect(isFiltered(readQuestion(new URLSearchParams('q=a&xep=moi')))).toBe(false);
  expect(isFiltered(readQuestion(new URLSearchParams('q=a&nam=2031')))).toBe(true);
});
