import { describe, expect, test } from 'vitest';
import { findNumbers, findUnknownNumbers, type NumberReference } from './find-numbers.ts';
import { goldenLibrary } from './fixtures/library.ts';
import { buildRecords } from './build-records.ts';
import type { SearchDocument } from './index-format.ts';
import { buildNumberIndex } from './number-index.ts';
import { parseQuery } from './query.ts';

const documents = [...buildRecords(goldenLibrary(), () => [])].map((record): SearchDocument => ({
  ...record,
  text: 0,
}));
const index = buildNumberIndex(documents);
const dates = documents.map(({ date }) => date);

function find(query: string): NumberReference[] {
  const parsed = parseQuery(query);
  return findNumbers(parsed.terms, index, parsed, dates);
}

/** Slugs that agree best, and how sure it is that a number is meant. */
function best(query: string): [string, string[]] | null {
  const [reference] = find(query);
  if (!reference || reference.bearers.length === 0) return null;
  const most = Math.max(...reference.bearers.map(({ agreement }) => agreement));
  const slugs = reference.bearers.flatMap(({ document, agreement }) =>
    agreement === most ? (documents[document]?.slug ?? []) : [],
  );
  return [reference.certainty, slugs.sort()];
}

describe('findNumbers', () => {
  test.each<[string, string, string[], string]>([
    ['901-QĐ/TV', 'code', ['901-qd-tv-2033'], 'as printed'],
    ['901 – QÐ / TV', 'code', ['901-qd-tv-2033'], 'look-alikes of dash and Đ'],
    ['0901qđtv', 'code', ['901-qd-tv-2033'], 'one word, a zero too many'],
    ['901 TV QĐ', 'code', ['901-qd-tv-2033'], 'parts in another order'],
    ['901-Q', 'code', ['901-qd-tv-2033'], 'still being typed'],
    ['quyết định số 901', 'type', ['901-qd-tv-2033'], 'by the type before it'],
    ['quy chế 901', 'type', ['901-qd-tv-2033'], 'by the instrument issued with it'],
    ['25-NQ/TV', 'code', ['25-nq-tv-2032', '25-nq-tv-2037'], 'two bearers, neither preferred'],
    ['25-NQ/TV khóa XL', 'code', ['25-nq-tv-2032'], 'a term'],
    ['25-NQ/TV năm 2037', 'code', ['25-nq-tv-2037'], 'a year'],
    ['nghị quyết 25 ngày 3/6/2032', 'type', ['25-nq-tv-2032'], 'a day'],
    ['10/2034/QH30', 'code', ['10-2034-qh30'], 'a law'],
    ['luật 10/2034', 'code', ['10-2034-qh30'], 'the year is part of the number'],
    ['59 nđ cp', 'code', ['59-2035-nd-cp'], 'the year left out'],
    ['08B-NQ/HNTV', 'code', ['08b-nq-hntv-2031'], 'a letter after the number'],
    ['nghị quyết 8', 'type', ['08b-nq-hntv-2031'], 'the letter left out'],
    ['25', 'bare', ['25-nq-tv-2032', '25-nq-tv-2037'], 'a number alone'],
    ['25 hộ nghèo', 'bare', ['25-nq-tv-2032', '25-nq-tv-2037'], 'perhaps no number of a document'],
  ])('%s: %s %j (%s)', (query, certainty, slugs) => {
    expect(best(query)).toEqual([certainty, slugs]);
  });

  test.each(['902-QĐ/TV', 'khối xóm', 'năm 2033', ''])('%j names no bearer', (query) => {
    expect(best(query)).toBeNull();
  });

  test('another code contradicts, and is said so', () => {
    const [reference] = find('901-NQ/TV');
    expect(reference?.bearers.every(({ agreement }) => agreement < 0)).toBe(true);
  });

  test.each<[string, boolean, boolean, string]>([
    ['901-QĐ/TV', true, true, 'as printed'],
    ['901 qd', true, true, 'without the body'],
    ['901-QĐ/TU', false, true, 'another known kind of body'],
    ['901-QĐ/XYZ', false, true, 'a body that nothing in the library has'],
    ['10/2033/QH30', false, false, 'another year in the number'],
    ['10/2034/QH31', false, true, 'another assembly'],
    ['8a-NQ/HNTV', false, true, 'another letter'],
    ['25-NQ/TV 2035', true, false, 'another year'],
  ])('%s: fits %j, timely %j (%s)', (query, fits, timely) => {
    const [reference] = find(query);
    const [bearer] = reference?.bearers ?? [];
    expect({ fits: bearer?.fits, timely: bearer?.timely }).toEqual({ fits, timely });
  });

  test.each([
    ['902-QĐ/TV khối xóm', '902-QĐ/TV'],
    ['theo 901-QĐ/XYZ', '901-QĐ/XYZ'],
    ['nghị quyết 902', 'nghị quyết 902'],
    ['luật 11/2034', 'luật 11/2034'],
  ])('a number that nothing bears is told as typed: %s → %s', (query, written) => {
    expect(find(query)[0]).toMatchObject({ written });
  });

  test.each(['hướng dẫn 902 bước', 'quyết định 2031'])('%j is a mere figure', (query) => {
    expect(find(query)).toEqual([]);
  });

  test('says which words belong to the number', () => {
    const [reference] = find('theo quyết định số 901-QĐ/TV về khối xóm');
    expect(reference).toMatchObject({ from: 1, to: 7 });
  });
});

test.each<[string, number[], string]>([
  ['902-QĐ/TV', [0], 'a code follows'],
  ['quyết định 902', [2], 'a type stands before'],
  ['901-QĐ/TV', [], 'a document has it'],
  ['902 hộ', [], 'a mere figure'],
])('findUnknownNumbers: %s → %j (%s)', (query, expected) => {
  expect(findUnknownNumbers(parseQuery(query).terms, index)).toEqual(expected);
});
