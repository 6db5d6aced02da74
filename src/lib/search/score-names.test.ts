import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchTable } from './index-format.ts';
import { buildNameIndex } from './name-index.ts';
import { parseQuery } from './query.ts';
import { scoreNames } from './score-names.ts';

const TITLES = [
  'Quy chế khối xóm',
  'Quy chế khối xóm và việc họp khối xóm hằng quý của thôn Vàng',
  'Quy chế họp thôn',
  'Luật Thực hiện dân chủ ở xóm',
  'Đạo lý làm người',
  'Chèo thuyền ở thôn',
];

const table = {
  issuers: [],
  topics: [],
  types: {},
  pages: [],
  abbreviations: [],
  syllables: '',
  documents: TITLES.map(
    (title) =>
      ({
        title,
        typeName: '',
        symbol: null,
        shortTitle: null,
        aliases: [],
        issuedWith: null,
        issuers: [],
        topics: [],
        date: null,
        term: null,
        signer: null,
      }) as unknown as SearchDocument,
  ),
} satisfies SearchTable;
const index = buildNameIndex(table);

function order(query: string): string[] {
  const { terms, accented } = parseQuery(query);
  return [...scoreNames(terms, index, accented).values()]
    .sort((a, b) => b.score - a.score)
    .map(({ document }) => TITLES[document] ?? '');
}

describe('scoreNames', () => {
  test.each<[string, string, string]>([
    ['quy chế khối xóm', 'Quy chế khối xóm', 'of two that hold it, the shorter'],
    ['quy che hop', 'Quy chế họp thôn', 'all of the query before most of it'],
    ['dân chủ xóm', 'Luật Thực hiện dân chủ ở xóm', 'a light word may be left out'],
    ['đạo lí', 'Đạo lý làm người', 'i for y'],
    ['chèo th', 'Chèo thuyền ở thôn', 'a word begun'],
    ['khối xóm quy chế', 'Quy chế khối xóm', 'another order'],
  ])('%s → %s (%s)', (query, expected) => {
    expect(order(query)[0]).toBe(expected);
  });

  test('diacritics typed prefer words that have them', () => {
    const score = (query: string) => {
      const { terms, accented } = parseQuery(`${query} `);
      return scoreNames(terms, index, accented).get(0)?.score ?? 0;
    };
    expect(score('khối xóm')).toBeGreaterThan(score('khôi xom'));
    expect(score('khôi xom')).toBeGreaterThan(score('khói xòm'));
    expect(score('khoi xom')).toBe(score('khối xóm'));
  });

  test('a tone typed rules out completions with another one', () => {
    expect(order('ché')).not.toContain('Chèo thuyền ở thôn');
    expect(order('chè')).toContain('Chèo thuyền ở thôn');
  });

  test('names without any of the words are missing', () => {
    expect(order('xyz ')).toEqual([]);
  });
});
