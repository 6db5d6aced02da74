import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../library/build-library.ts';
import { checkText } from './check.ts';
import { buildCitationIndex } from './citation-index.ts';
import { buildNotionIndex, findNotions } from './notions.ts';
import { TODAY } from './testing/fictional-library.ts';

const notion = (slug: string, name: string, aliases: string[] = []) => ({
  path: `khai-niem/${slug}.mdx`,
  text: `---
name: ${name}
aliases: ${JSON.stringify(aliases)}
meaning: Cách gọi của xóm.
since: Quyết định 901-QĐ/TV (2031).
grounds: [{ target: 901-qd-tv-2031, note: Xem. }]
---
`,
});

const { library } = buildLibrary([
  {
    path: 'van-ban/quyet-dinh/901-qd-tv-2031.mdx',
    text: `---
type: quyet-dinh
system: dang
symbol: 901-QĐ/TV
title: Quyết định về việc ban hành Quy chế xóm khéo trong thư viện
issuer: thu-vien
issuedDate: 2031-03-04
status: { value: in-force }
issuedWith: { title: Quy chế xóm khéo trong thư viện }
---
`,
  },
  { path: 'co-quan/thu-vien.mdx', text: '---\nname: Thư viện\nsystem: dang\n---\n' },
  notion('xom-kheo', 'Chăm xóm khéo', ['Mô hình Chăm xóm khéo', 'Quy chế xóm khéo', 'CXK']),
  notion('nam-xom', 'Năm xóm sạch 2033', ['Năm xóm sạch']),
  notion('hieu-xom', 'Gần xóm, hiểu xóm, học xóm', ['Gần xóm, hiểu xóm', 'Nếp gần xóm, hiểu xóm']),
  notion('nhac-nho', 'Nhắc nhở của xóm', ['Nhắc nhở']),
]);
const index = buildCitationIndex(library);
const notions = buildNotionIndex(library, index);
const find = (text: string) => findNotions(text, checkText(text, index, { asOf: TODAY }), notions);

describe('a notion is found', () => {
  test.each([
    ['by its name', 'Phong trào chăm xóm khéo lan rộng.', 'chăm xóm khéo', 'xom-kheo'],
    ['in quotation marks', 'Phong trào “Chăm xóm khéo”.', 'Chăm xóm khéo', 'xom-kheo'],
    ['part in marks', 'Có mô hình “Chăm xóm khéo”.', 'mô hình “Chăm xóm khéo”', 'xom-kheo'],
    ['without marks', 'phong trao cham xom kheo', 'cham xom kheo', 'xom-kheo'],
    ['decomposed', 'chăm xóm khéo'.normalize('NFD'), 'chăm xóm khéo'.normalize('NFD'), 'xom-kheo'],
    ['in capitals', 'PHONG TRÀO CHĂM XÓM KHÉO', 'CHĂM XÓM KHÉO', 'xom-kheo'],
    ['over a line end', 'chăm xóm\nkhéo', 'chăm xóm\nkhéo', 'xom-kheo'],
    ['without its commas', 'gần xóm hiểu xóm học xóm', 'gần xóm hiểu xóm học xóm', 'hieu-xom'],
    ['by its beginning', 'gần xóm, hiểu xóm, thương xóm', 'gần xóm, hiểu xóm', 'hieu-xom'],
    ['by names that overlap', 'mô hình chăm xóm khéo', 'mô hình chăm xóm khéo', 'xom-kheo'],
    [
      'by names one after the other',
      'nếp gần xóm, hiểu xóm, học xóm',
      'nếp gần xóm, hiểu xóm, học xóm',
      'hieu-xom',
    ],
    ['by its abbreviation', 'Ban chỉ đạo CXK của xã.', 'CXK', 'xom-kheo'],
    ['with its year', 'Năm xóm sạch 2033', 'Năm xóm sạch 2033', 'nam-xom'],
    ['with its year in brackets', 'Năm xóm sạch (2033)', 'Năm xóm sạch', 'nam-xom'],
    ['by a common word in marks', 'Việc “nhắc nhở” là gì?', 'nhắc nhở', 'nhac-nho'],
  ])('%s', (_, text, quote, slug) => {
    expect(find(text)).toMatchObject([{ quote, notion: slug, count: 1 }]);
    for (const { start, end } of find(text)) expect(text.slice(start, end)).toBe(quote);
  });
});

describe('no notion is found', () => {
  test.each([
    ['in a common word', 'Ông nhắc nhở con cháu. Mẹ “nhắc” nhở. Lời nhắc: “nhở”.'],
    ['in the name of a document', 'Theo Quy chế xóm khéo trong thư viện.'],
    ['in a citation', 'Quy chế xóm khéo trong thư viện kèm theo Quyết định số 901-QĐ/TV'],
    ['of another year', 'Năm xóm sạch 2034; Năm xóm sạch (2035); Năm xóm sạch năm 2036'],
    ['over an empty line', 'Chăm xóm\n\nkhéo'],
    ['in small letters of an abbreviation', 'cxk'],
    ['in words that are near', 'chăm xóm khẻo khoắn? xóm khéo chăm; gần xóm và hiểu xóm'],
    ['in nothing', ''],
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

test('each notion comes once, in the order of the text, with its page and since when', () => {
  const found = find('Chăm xóm khéo; năm xóm sạch; chăm xóm khéo; CXK; Năm xóm sạch 2034.');
  expect(found.map(({ notion: slug, count }) => [slug, count])).toEqual([
    ['xom-kheo', 3],
    ['nam-xom', 1],
  ]);
  expect(found[0]).toMatchObject({
    name: 'Chăm xóm khéo',
    url: '/khai-niem/xom-kheo.html',
    message: 'Cách gọi của xóm. Có từ đâu: Quyết định 901-QĐ/TV (2031).',
  });
});

test('citations are what they are without notions', () => {
  const text = 'Chăm xóm khéo theo Quyết định số 901-QĐ/TV, ngày 04/3/2031; “Nhắc nhở”.';
  const bare = buildLibrary([]).library;
  expect(checkText(text, index, { asOf: TODAY })).toHaveLength(1);
  expect(buildNotionIndex(bare, buildCitationIndex(bare)).notions.size).toBe(0);
  expect(find(text).map(({ notion: slug }) => slug)).toEqual(['xom-kheo', 'nhac-nho']);
});
