import { expect, test } from 'vitest';
import { findTerms } from './find-terms.ts';
import { splitSyllables } from './syllables.ts';

test.each<[string, string[], string[]]>([
  ['nghị quyết 25 khóa XLII', ['42'], []],
  ['khoa 42', ['42'], []],
  ['chỉ thị 35 đại hội XLIII', [], ['43']],
  ['dai hoi xliii', [], ['43']],
  ['Đại hội đại biểu toàn quốc lần thứ XLIII', [], ['43']],
  ['đại hội đảng bộ các cấp', [], []],
  ['bìa khóa của tủ', [], []],
])('%s: terms %j, congresses %j', (text, terms, congresses) => {
  const found = findTerms(splitSyllables(text));
  expect([...found.terms]).toEqual(terms);
  expect([...found.congresses]).toEqual(congresses);
});
