import { expect, test } from 'vitest';
import { findPages } from './find-pages.ts';
import { splitSyllables } from './syllables.ts';

const PAGES = [
  { path: 'doc-kheo', name: 'Đọc sách khéo', aliases: ['Phong trào đọc sách khéo'] },
  { path: 'trong-xom', name: 'Trọng xóm, gần xóm, hiểu xóm', aliases: ['Phong cách trọng xóm'] },
  { path: 'doc', name: 'Đọc sách', aliases: [] },
];

test.each([
  ['the name', 'Đọc sách khéo', ['doc-kheo', 'doc']],
  ['without marks', 'doc sach kheo', ['doc-kheo', 'doc']],
  ['inside a question', 'đọc sách khéo là gì', ['doc-kheo', 'doc']],
  ['a part that tells', 'trọng xóm gần xóm', ['trong-xom']],
  ['another name', 'phong cách trọng xóm', ['trong-xom']],
  ['a part that does not tell', 'gần xóm', []],
  ['half a syllable', 'đọc sác', []],
  ['something else', 'giờ mở cửa', []],
  ['nothing', '', []],
])('%s', (_, query, expected) => {
  expect(findPages(splitSyllables(query), PAGES).map(({ path }) => path)).toEqual(expected);
});
