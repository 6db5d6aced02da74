import { expect, test } from 'vitest';
import { findWords } from './find-words.ts';
import { parseQuery } from './query.ts';

const found = (text: string, query: string): string[] =>
  findWords(text, parseQuery(query).terms).map(({ start, end }) => text.slice(start, end));

test.each([
  ['words that follow each other', 'Tổ dân vận khối xóm.', 'khối xóm', ['khối xóm']],
  [
    'diacritics that were not typed',
    'Công tác dân vận, dân vận',
    'dan van',
    ['dân vận', 'dân vận'],
  ],
  ['diacritics that were typed', 'Dần vần, dân vận', 'dân vận', ['dân vận']],
  ['a part of the query', 'việc của khối xóm này', 'quy chế khối xóm', ['khối xóm']],
  ['no single syllable of a longer query', 'xóm và khối', 'khối xóm', []],
  ['a query of one syllable', 'Xóm nhỏ', 'xóm', ['Xóm']],
  ['a number', 'theo Quyết định 901-QĐ/TV', '901-qd/tv', ['901-QĐ/TV']],
  ['not across the end of a sentence', 'Gặp dân. Vận động', 'dân vận', []],
  ['the place in a document is no word of it', 'Điều 5. Khối xóm', 'khối xóm điều 5', ['Khối xóm']],
  ['nothing in an empty query', 'Khối xóm', '', []],
])('%s', (_, text, query, expected) => {
  expect(found(text, query)).toEqual(expected);
});
