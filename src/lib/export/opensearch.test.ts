import { expect, test } from 'vitest';
import { goldenLibrary } from '../search/fixtures/library.ts';
import { OPENSEARCH_INDEX, openSearchBulk, type SearchRow } from './opensearch.ts';

const lines = [...openSearchBulk(goldenLibrary(), 'thu-vien')]
  .join('')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as unknown);
const actions = lines.filter((_, at) => at % 2 === 0) as { index: { _id: string } }[];
const rows = lines.filter((_, at) => at % 2 === 1) as SearchRow[];

test('every document and provision has one row under one id', () => {
  const places = goldenLibrary().documents.map(({ tree }) => tree.byId.size + 1);
  expect(rows.length).toBe(places.reduce((sum, count) => sum + count, 0));
  expect(new Set(actions.map(({ index }) => index._id)).size).toBe(rows.length);
});

test('rows hold the fields of the mapping and no others', () => {
  const known = Object.keys(OPENSEARCH_INDEX.mappings.properties).sort();
  for (const row of rows) expect(Object.keys(row).sort()).toEqual(known);
});

test('a row is found without diacritics and leads to its provision', () => {
  const row = rows.find(({ anchor }) => anchor !== '');
  expect(row?.url).toBe(`/van-ban/${row?.doc ?? ''}.html#${row?.anchor ?? ''}`);
  expect(row?.folded).toMatch(/^[\x20-\x7e\n–—“”…§]*$/);
});
