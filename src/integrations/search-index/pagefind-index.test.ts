import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePairs } from '../../lib/search/pair-tokens.ts';
import { splitSyllables } from '../../lib/search/syllables.ts';
import { readPagefindChunk } from './pagefind-chunk.ts';
import { buildWordIndex } from './pagefind-index.ts';

/** Records of words drawn from a small, awkward vocabulary. */
const [RECORDS = []] = fc.sample(
  fc.array(
    fc.array(
      fc.constantFrom('a', 'az', 'z', 'dân', 'đê', '901', 'qh30', 'TW', 'Ω', '²', 'hoà', '.'),
      {
        minLength: 300,
        maxLength: 400,
      },
    ),
    { minLength: 5, maxLength: 5 },
  ),
  { numRuns: 1, seed: 7 },
);

test('every token of every record is read back at its place', { timeout: 60_000 }, async () => {
  const records = RECORDS.map((words) => encodePairs(splitSyllables(words.join(' '))));
  const bases = records.map((_, index) => index * 1000);
  const expected = new Map<string, number[]>();
  records.forEach((record, index) => {
    record.split(' ').forEach((word, position) => {
      if (word === '') return;
      expected.set(word, [...(expected.get(word) ?? []), (bases[index] ?? 0) + position]);
    });
  });
  const words = await buildWordIndex(records, bases);
  const found = words.map(([word, positions]) => [word, [...positions]]);
  expect(found).toEqual([...expected].sort());
});

test('no records make no index', async () => {
  expect(await buildWordIndex([], [])).toEqual([]);
});

test('bytes of another kind are refused', () => {
  expect(() => readPagefindChunk(new TextEncoder().encode('x'.repeat(40)))).toThrow('signature');
  const damaged = new TextEncoder().encode('pagefind_dcd\u0000\u0000');
  expect(() => readPagefindChunk(damaged)).toThrow('damaged');
});
