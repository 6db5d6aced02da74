import { describe, expect, test } from 'vitest';
import type { SearchDocument } from './index-format.ts';
import { compareByPrior, priorOf, putSuccessorsFirst } from './rank.ts';

const document = (fields: Partial<SearchDocument>) =>
  ({
    tier: 1,
    status: 'in-force',
    namesake: false,
    date: '2033-01-01',
    successors: [],
    ...fields,
  }) as SearchDocument;

test.each<[string, Partial<SearchDocument>, Partial<SearchDocument>]>([
  ['the subject before namesakes', { tier: 3 }, { namesake: true }],
  ['core before context', { status: 'expired' }, { tier: 3 }],
  ['in force before unknown', { date: '2030-01-01' }, { status: 'unknown' }],
  ['unknown before superseded', { status: 'unknown' }, { status: 'superseded' }],
  ['newest first', { date: '2034-01-01' }, {}],
  ['dated before undated', {}, { date: null }],
])('%s', (_, first, second) => {
  const documents = [document(first), document(second)];
  expect(compareByPrior({ document: 0 }, { document: 1 }, documents)).toBeLessThan(0);
  expect(compareByPrior({ document: 1 }, { document: 0 }, documents)).toBeGreaterThan(0);
});

test('priors only decide between near equals', () => {
  const worst = priorOf(document({ tier: 3, status: 'superseded' }));
  expect(worst).toBeGreaterThan(0.9);
  expect(worst).toBeLessThan(1);
});

describe('putSuccessorsFirst', () => {
  const documents = [
    document({ date: '2031-01-01', status: 'superseded', successors: [1] }),
    document({ date: '2033-01-01' }),
    document({}),
  ];
  const row = (index: number, score: number, union = 1, tier = 'name') => ({
    document: index,
    score,
    tier,
    name: { union },
  });
  const order = (rows: ReturnType<typeof row>[], years: string[] = []) =>
    putSuccessorsFirst(rows, documents, new Set(years)).map((entry) => entry.document);

  test.each<[string, number[], ReturnType<typeof row>[], string[]?]>([
    ['moves a near successor before it', [1, 0, 2], [row(0, 1), row(2, 0.95), row(1, 0.9)]],
    ['leaves a successor that answers far worse', [0, 1], [row(0, 1), row(1, 0.5)]],
    ['leaves it where only the old name fits', [0, 1], [row(0, 1), row(1, 0.95, 0.7)]],
    [
      'leaves it where the year of the old one is named',
      [0, 1],
      [row(0, 1), row(1, 0.95)],
      ['2031'],
    ],
    ['leaves it where the number is named', [0, 1], [row(0, 3, 1, 'number'), row(1, 2.9)]],
    ['leaves a right order as it is', [1, 0], [row(1, 1), row(0, 0.9)]],
  ])('%s', (_, expected, rows, years) => {
    expect(order(rows, years)).toEqual(expected);
  });
});
