import { describe, expect, test, vi } from 'vitest';
import { packWords } from './index-chunk.ts';
import type { SearchManifest } from './index-format.ts';
import { mergeSorted, Postings } from './postings.ts';

/** An index chunk of words with one position each. */
function chunk(words: Record<string, number>): Uint8Array {
  const postings = Object.entries(words).map(
    ([word, position]) => [word, Uint32Array.of(100 + position)] as const,
  );
  return [...packWords(postings, 1000)][0]?.bytes ?? new Uint8Array();
}

const FILES: Record<string, Uint8Array> = {
  a: chunk({ an: 1, ba: 2, ban: 3 }),
  b: chunk({ bang: 4, bo: 5 }),
  c: chunk({ ca: 6 }),
};

function open(read = vi.fn((name: string) => Promise.resolve(FILES[name] ?? new Uint8Array()))) {
  const manifest = {
    chunks: [
      ['an', 'a'],
      ['bang', 'b'],
      ['ca', 'c'],
    ],
  } as unknown as SearchManifest;
  return { postings: new Postings(manifest, read), read };
}

describe('Postings', () => {
  test.each<[string, boolean, number[], string[], string]>([
    ['ba', true, [102], ['a'], 'a whole word'],
    ['ba', false, [102, 103, 104], ['a', 'b'], 'a prefix over two chunks'],
    ['bo', true, [105], ['b'], 'inside a chunk'],
    ['z', false, [], ['c'], 'behind the last word'],
    ['ab', true, [], [], 'before the first word'],
  ])('%s, whole %s → %j from %j (%s)', async (prefix, exact, positions, files) => {
    const { postings, read } = open();
    expect([...(await postings.find(prefix, exact))]).toEqual(positions);
    expect(read.mock.calls.map(([name]) => name)).toEqual(files);
  });

  test('reads a chunk once that holds words before and after those of another', async () => {
    const files = { a: chunk({ an: 1, bo: 5 }), b: chunk({ bang: 3, be: 4 }) };
    const read = vi.fn((name: string) => Promise.resolve(files[name as 'a' | 'b']));
    const chunks = [
      ['a', 'a'],
      ['ba', 'b'],
      ['bo', 'a'],
    ];
    const postings = new Postings({ chunks } as unknown as SearchManifest, read);
    expect([...(await postings.find('bo', true))]).toEqual([105]);
    expect([...(await postings.find('b', false))]).toEqual([103, 104, 105]);
    expect(read.mock.calls.map(([name]) => name)).toEqual(['a', 'b']);
  });

  test('asks for a file once, however often it is needed', async () => {
    const { postings, read } = open();
    await Promise.all([postings.find('ba', true), postings.find('an', true)]);
    await postings.find('ban', true);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('asks again after a failure', async () => {
    const read = vi.fn((name: string) => Promise.resolve(FILES[name] ?? new Uint8Array()));
    read.mockRejectedValueOnce(new Error('pulled out'));
    const { postings } = open(read);
    await expect(postings.find('ba', true)).rejects.toThrow('pulled out');
    expect([...(await postings.find('ba', true))]).toEqual([102]);
  });
});

test('mergeSorted keeps the order', () => {
  const lists = [[5, 9], [1, 7], []].map((list) => Uint32Array.from(list));
  expect([...mergeSorted(lists)]).toEqual([1, 5, 7, 9]);
  expect([...mergeSorted([])]).toEqual([]);
});
