import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairToken } from './pair-tokens.ts';
import { splitSyllables } from './syllables.ts';
import { WordIndex } from './word-index.ts';

/** Words from a small, awkward vocabulary; full stops end sentences. */
const WORDS = ['a', 'az', 'z', 'zz', 'dân', 'đê', '901', 'qh30', 'TW', 'Ω', '²', 'hoà', '.', '𝒜'];
const texts = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), { maxLength: 8 });

const readAll = (index: WordIndex): [word: string, positions: number[]][] =>
  [...index.postings()].map(([word, positions]) => [word, [...positions]]);

test('every token has all its places, and words are in order', () => {
  fc.assert(
    fc.property(texts, (blocks) => {
      const index = new WordIndex();
      const expected = new Map<string, number[]>();
      for (const block of blocks) {
        const syllables = splitSyllables(block.join(' '));
        syllables.forEach(({ key }, at) => {
          const next = syllables[at + 1];
          const token = pairToken(key, next && !next.opens ? next.key : '');
          expected.set(token, [...(expected.get(token) ?? []), index.count + at]);
        });
        expect(index.add(block.join(' '))).toBe(syllables.length);
      }
      const order = [...expected].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(readAll(index)).toEqual(order);
    }),
  );
});

test('syllables on two sides of a full stop form no pair', () => {
  const index = new WordIndex();
  index.add('họp xã. Bầu thôn');
  const words = readAll(index).map(([word]) => word);
  expect(words).toEqual(['bauzzthon', 'hopzzxa', 'thonzz', 'xazz']);
  expect(index.keys).toEqual(['bau', 'hop', 'thon', 'xa']);
});

test('no texts make no words', () => {
  expect(readAll(new WordIndex())).toEqual([]);
});
