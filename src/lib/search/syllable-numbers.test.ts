import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberList } from './number-list.ts';
import { SyllableNumbers } from './syllable-numbers.ts';
import { splitSyllables } from './syllables.ts';
import { TextWords } from './text-words.ts';

/** Words from a small, awkward vocabulary: spellings that meet, numerals that depend on the word before. */
const WORDS = [
  ...['dân', 'DÂN', 'dan', 'hoà', 'hòa', 'lý', 'lí', 'khóa', 'XI', '11', 'thứ', 'bảy', 'hội', '7'],
  ...[
    '.',
    ';',
    'T.Ư',
    '\u00ADdân',
    '𝒜',
    'Ω',
    'zz',
    '901-QĐ/TV',
    'a\u0301',
    '—',
    'nghiêng\u200Bngả',
    '…',
    '\u0301',
    '2×3',
    '１２',
    '字。字',
    'm²',
    '. .',
  ],
];
const texts = fc.array(
  fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme' }),
  ),
);

const words = new TextWords();

const cut = (numbers: SyllableNumbers, text: string): [string | undefined, boolean][] => {
  const values = new NumberList();
  numbers.cut(text, words.cut(text), values);
  return [...values.view()].map((value) => [numbers.keys[value >>> 1], (value & 1) === 1]);
};

test('numbers stand for the keys of the syllables', () => {
  fc.assert(
    fc.property(texts, (blocks) => {
      const numbers = new SyllableNumbers(words);
      for (const text of blocks) {
        const expected = splitSyllables(text).map(({ key, opens }) => [key, opens]);
        expect(cut(numbers, text)).toEqual(expected);
      }
      expect(new Set(numbers.keys).size).toBe(numbers.keys.length);
    }),
  );
});

test('a vocabulary that was kept stays as it is', () => {
  const kept = new SyllableNumbers(words);
  cut(kept, 'khóa 11 dân vận');
  const numbers = new SyllableNumbers(words, kept.keys);
  expect(cut(numbers, 'khóa XI Dân ca').map(([key]) => key)).toEqual(['khoa', '11', 'dan', 'ca']);
  expect(numbers.keys).toEqual([...kept.keys, 'ca']);
});
