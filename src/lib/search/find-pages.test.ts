import { expect, test } from 'vitest';
import { createPageFinder } from './find-pages.ts';
import type { NamedPage } from './index-format.ts';
import { splitSyllables } from './syllables.ts';

const page = (path: string, name: string, more: Partial<NamedPage> = {}): NamedPage => ({
  path,
  name,
  aliases: [],
  places: [],
  compared: null,
  ...more,
});

const findPages = createPageFinder([
  page('doc-kheo', 'Đọc sách khéo', { aliases: ['Phong trào đọc sách khéo'] }),
  page('trong-xom', 'Trọng xóm, gần xóm, hiểu xóm', { aliases: ['Phong cách trọng xóm'] }),
  page('doc', 'Đọc sách'),
  page('chi-dan', 'Chỉ dẫn của xóm', {
    places: [
      ['Ai phải tiếp khách, theo quy định nào?', 'ai-phai-tiep-khach'],
      ['Khi viện dẫn', 'khi-vien-dan'],
    ],
  }),
  page('doi-chieu', 'Đối chiếu Quyết định 880-QĐ/TV và Quyết định 901-QĐ/TV', {
    places: [['Giờ mở cửa của thư viện', 'dong-1']],
    compared: [
      ['880-QĐ/TV', 'Quy chế xóm'],
      ['901-QĐ/TV', 'Quy chế xóm'],
    ],
  }),
]);

test.each([
  ['the name', 'Đọc sách khéo', ['doc-kheo', 'doc']],
  ['without marks', 'doc sach kheo', ['doc-kheo', 'doc']],
  ['inside a question', 'đọc sách khéo là gì', ['doc-kheo', 'doc']],
  ['a part that tells', 'trọng xóm gần xóm', ['trong-xom']],
  ['another name', 'phong cách trọng xóm', ['trong-xom']],
  ['a part that does not tell', 'gần xóm', []],
  ['half a syllable', 'đọc sác', []],
  ['a heading', 'ai phải tiếp khách', ['chi-dan#ai-phai-tiep-khach']],
  ['words of a heading', 'ai tiếp khách theo quy định', ['chi-dan#ai-phai-tiep-khach']],
  ['words of a heading out of order', 'khách ai quy theo', []],
  ['a heading and its page', 'chỉ dẫn khi viện dẫn', ['chi-dan#khi-vien-dan']],
  ['words of which one is not there', 'ai phải tiếp khách xa', []],
  ['two documents by their figures', '880 và 901', ['doi-chieu']],
  ['two documents by their numbers', '901-QĐ/TV 880-QĐ/TV khác gì', ['doi-chieu']],
  ['one, to be compared', 'so sánh quy chế xóm', ['doi-chieu']],
  ['two by one name', 'quy chế xóm cũ và mới', ['doi-chieu']],
  ['one document', 'Quyết định 880-QĐ/TV', []],
  ['one document by its name', 'quy chế xóm', []],
  ['other documents to be compared', 'so sánh 880a và 902', []],
  ['a row of a comparison', 'giờ mở cửa của thư viện', ['doi-chieu#dong-1']],
  ['something else', 'chăm vườn hoa', []],
  ['nothing', '', []],
])('%s', (_, query, expected) => {
  expect(findPages(splitSyllables(query)).map(({ path }) => path)).toEqual(expected);
});

test('a place is named with its page', () => {
  expect(findPages(splitSyllables('ai phải tiếp khách'))[0]?.name).toBe(
    'Chỉ dẫn của xóm – Ai phải tiếp khách, theo quy định nào?',
  );
});
