import { describe, expect, test } from 'vitest';
import type { SearchDocument } from './index-format.ts';
import { documentAt, scoreContent, type ContentUnit } from './score-content.ts';

/** Documents of 100 syllables: 10 of headings, 90 of text; the last one is empty. */
const documents = [0, 100, 200, 300].map(
  (start, index) =>
    ({ start, regions: index === 3 ? [0, 0, 0, 0] : [10, 0, 90, 0] }) as SearchDocument,
);

function units(...positions: number[][]): ContentUnit[] {
  return positions.map((list, at) => ({ at, length: 2, positions: Uint32Array.from(list) }));
}

function order(...positions: number[][]): number[] {
  const { matches } = scoreContent(units(...positions), documents);
  return [...matches.values()].sort((a, b) => b.score - a.score).map(({ document }) => document);
}

describe('scoreContent', () => {
  test('words that follow each other beat words that stand near', () => {
    expect(order([20, 120], [21, 123])).toEqual([0, 1]);
  });

  test('words that stand near beat words far apart', () => {
    expect(order([20, 120], [25, 180])).toEqual([0, 1]);
  });

  test('more of the query beats less, rare words beat common ones', () => {
    expect(order([20, 120], [21])).toEqual([0, 1]);
    expect(order([20, 120, 220], [150])[0]).toBe(1);
  });

  test('a heading beats text', () => {
    expect(order([20, 105], [21, 106])).toEqual([1, 0]);
  });

  test('words that occur nowhere weigh little', () => {
    const { matches } = scoreContent(units([20], []), documents);
    expect(matches.get(0)?.coverage).toBeGreaterThan(0.6);
  });

  test('says which terms it met and how far they run', () => {
    const { matches } = scoreContent(units([20], [21], [150]), documents);
    expect(matches.get(0)?.terms).toEqual(new Set([0, 1, 2]));
    expect(matches.get(0)?.run).toBeGreaterThan(matches.get(1)?.run ?? 1);
  });

  test('no units, no matches', () => {
    expect(scoreContent([], documents).matches.size).toBe(0);
    expect(order([])).toEqual([]);
  });
});

test.each([
  [0, 0],
  [99, 0],
  [100, 1],
  [250, 2],
])('position %i lies in document %i', (position, document) => {
  expect(documentAt(documents, position)).toBe(document);
});
