import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable } from './word-table.ts';

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0));

test('equal words have one number, wherever they stand', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'ă', '𝒜'), maxLength: 3 }));
  fc.assert(
    fc.property(words, (list) => {
      const table = new WordTable();
      const units = unitsOf(list.join(' '));
      let at = 0;
      for (const word of list) {
        const number = table.numberOf(units, at, at + word.length);
        expect(table.words[number]).toBe(word);
        at += word.length + 1;
      }
      expect(new Set(table.words)).toEqual(new Set(list));
      expect(table.words).toHaveLength(new Set(list).size);
    }),
  );
});

test('many words, more than it has room for at first, keep their numbers', () => {
  const table = new WordTable();
  const words = Array.from({ length: 40_000 }, (_, at) => `w${at}`);
  const numbers = (): number[] =>
    words.map((word) => table.numberOf(unitsOf(word), 0, word.length));
  expect(numbers()).toEqual([...words.keys()]);
  expect(numbers()).toEqual([...words.keys()]);
});
