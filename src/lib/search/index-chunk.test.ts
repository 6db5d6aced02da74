import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packWords, prefixRange, readIndexChunk, readPositions } from './index-chunk.ts';

const words = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }), {
  maxLength: 40,
});
const positions = fc.uniqueArray(fc.nat(2 ** 30), { minLength: 1, maxLength: 60 });

describe('a word index', () => {
  test('comes back word by word, whatever the size of its chunks', () => {
    fc.assert(
      fc.property(words, fc.infiniteStream(positions), fc.nat(2000), (names, lists, most) => {
        const postings = names
          .sort()
          .map(
            (word) =>
              [
                word,
                Uint32Array.from((lists.next() as IteratorYieldResult<number[]>).value).sort(),
              ] as const,
          );
        const chunks = [...packWords(postings, most)];
        const places = chunks
          .flatMap(({ starts }, at) => starts.map((start) => ({ start, at })))
          .sort((one, two) => (one.start < two.start ? -1 : 1));
        const found = chunks.flatMap(({ bytes }, at) => {
          const chunk = readIndexChunk(bytes);
          if (chunk.words.length > 1) expect(bytes.length).toBeLessThanOrEqual(most);
          for (const word of chunk.words) {
            expect(places.findLast(({ start }) => start <= word)?.at).toBe(at);
          }
          return chunk.words.map((word, index) => [word, readPositions(chunk, index)] as const);
        });
        found.sort(([one], [two]) => (one < two ? -1 : 1));
        expect(found).toEqual(postings);
      }),
    );
  });

  test('a word that does not fit in leaves its chunk to those after it', () => {
    const long = Uint32Array.from({ length: 1500 }, (_, index) => index * 100);
    const postings = ['an', 'ba', 'ban', 'ca'].map(
      (word, index) => [word, index === 0 || index === 2 ? long : Uint32Array.of(7)] as const,
    );
    const chunks = [...packWords(postings, 2500)];
    expect(chunks.map(({ starts }) => starts)).toEqual([['a', 'c'], ['ban']]);
    expect(chunks.map(({ bytes }) => readIndexChunk(bytes).words)).toEqual([
      ['an', 'ba', 'ca'],
      ['ban'],
    ]);
  });

  test('takes little more than the gaps between positions need', () => {
    const every100th = Uint32Array.from({ length: 10_000 }, (_, index) => index * 100);
    const [chunk] = packWords([['danzzvan', every100th]], 100_000);
    expect(chunk?.bytes.length).toBeLessThan(10_100);
  });

  test.each<[string, Uint8Array, string]>([
    ['another kind', new TextEncoder().encode('x'.repeat(40)), 'signature'],
    ['an early end', Uint8Array.of(0xd2, 3, 0), 'ends too early'],
    ['missing codes', Uint8Array.of(0xd2, 1, 0, 1, 97, 1, 0, 5, 1), 'another length'],
  ])('of %s is refused', (_, bytes, reason) => {
    expect(() => readIndexChunk(bytes)).toThrow(reason);
  });
});

test('a prefix covers the words that begin with it', () => {
  const sorted = ['an', 'ban', 'bang', 'banzzan', 'bo', 'ca'];
  expect(sorted.slice(...prefixRange(sorted, 'ban'))).toEqual(['ban', 'bang', 'banzzan']);
  expect(sorted.slice(...prefixRange(sorted, 'd'))).toEqual([]);
});
