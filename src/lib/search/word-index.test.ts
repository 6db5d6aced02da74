import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberList } from './number-list.ts';
import { pairToken } from './pair-tokens.ts';
import { SyllableNumbers } from './syllable-numbers.ts';
import { splitSyllables } from './syllables.ts';
import { TextWords } from './text-words.ts';
import { WordIndex } from './word-index.ts';

/** Words from a small, awkward vocabulary; full stops end sentences. */
const WORDS = ['a', 'az', 'z', 'zz', 'dân', 'đê', '901', 'qh30', 'TW', 'Ω', '²', 'hoà', '.', '𝒜'];
const texts = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), { maxLength: 8 });

/** An index of texts, given as they are. */
class TextIndex extends WordIndex {
  readonly #words: TextWords;
  readonly #syllables: SyllableNumbers;

  constructor() {
    const words = new TextWords();
    const syllables = new SyllableNumbers(words);
    super(syllables.keys);
    this.#words = words;
    this.#syllables = syllables;
  }

  /** @returns Number of syllables. */
  addText(text: string): number {
    const values = new NumberList();
    this.#syllables.cut(text, this.#words.cut(text), values);
    this.add(values.view());
    return values.length;
  }
}

const readAll = (index: WordIndex): [word: string, positions: number[]][] =>
  [...index.postings()].map(([word, positions]) => [word, [...positions]]);

test('every token has all its places, and words are in order', () => {
  fc.assert(
    fc.property(texts, (blocks) => {
      const index = new TextIndex();
      const expected = new Map<string, number[]>();
      for (const block of blocks) {
        const syllables = splitSyllables(block.join(' '));
        syllables.forEach(({ key }, at) => {
          const next = syllables[at + 1];
          const token = pairToken(key, next && !next.opens ? next.key : '');
          expected.set(token, [...(expected.get(token) ?? []), index.count + at]);
        });
        expect(index.addText(block.join(' '))).toBe(syllables.length);
      }
      const order = [...expected].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(readAll(index)).toEqual(order);
    }),
  );
});

test('syllables on two sides of a full stop form no pair', () => {
  const index = new TextIndex();
  index.addText('họp xã. Bầu thôn');
  const words = readAll(index).map(([word]) => word);
  expect(words).toEqual(['bauzzthon', 'hopzzxa', 'thonzz', 'xazz']);
  expect(index.keys).toEqual(['bau', 'hop', 'thon', 'xa']);
});

test('no texts make no words', () => {
  expect(readAll(new TextIndex())).toEqual([]);
});
