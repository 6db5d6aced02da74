import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../../lib/library/build-library.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { addTextUrl } from './add-text-url.ts';
import { citePage, identityDoubts } from './cite-view.ts';
import { describeDocument, pageTitle, dateLine } from './page-title.ts';
import { pageSources, relationSource } from './page-sources.ts';
import { findChanges } from './status-view.ts';

const record = (slug: string, fields: string) => ({
  path: `van-ban/quyet-dinh/${slug}.mdx`,
  text: `---
type: quyet-dinh
system: dang
title: Quyết định về thư viện
issuer: ban-thu-vien
${fields}
---
`,
});

const { library, problems } = buildLibrary([
  record(
    '901-qd-tv-2031',
    `symbol: 901-QĐ/TV
issuedDate: 2031-03-04
status: { value: superseded, evidence: [s1] }
sources: [{ id: s1, url: 'https://thu-vien.example/1', title: Một }]`,
  ),
  record(
    '902-qd-tv-2032',
    `symbol: 902-QĐ/TV
issuedDate: 2032-05-06
status: { value: in-force, evidence: [s2] }
relations:
  - { kind: replaces, target: 901-qd-tv-2031, source: s2 }
  - { kind: cites, target: 901-qd-tv-2031, source: unverified }
sources:
  - { id: s1, url: 'https://thu-vien.example/9', title: Chín }
  - { id: s2, url: 'https://thu-vien.example/2', title: Hai, seen: [status] }`,
  ),
  record(
    '903-qd-tv-2033',
    `symbol: 903-QĐ/TV
issuedDate: 2033-07-08
status: { value: in-force, evidence: [s1] }
relations: [{ kind: amends, target: 902-qd-tv-2032, source: s1 }]
sources: [{ id: s1, url: 'https://thu-vien.example/2', title: Hai }]`,
  ),
  record(
    'khong-so-2034',
    `symbol: null
shortTitle: Hợp nhất tủ sách
announcedDate: 2034-02-03
status: { value: expired }
effectiveTo: 2035-01-01
verification: { symbol: unverified, title: unverified }`,
  ),
  { path: 'trang/huong-dan.mdx', text: '---\ntitle: T\ndescription: D\n---\n\n## Thêm toàn văn\n' },
  { path: 'co-quan/ban-thu-vien.mdx', text: '---\nname: Ban Thư viện\nsystem: dang\n---\n' },
]);

function find(slug: string): LibraryDocument {
  const document = library.bySlug.get(slug);
  if (!document) throw new Error(slug);
  return document;
}

const relationsOf = (slug: string) => library.relations.get(slug) ?? [];

test('the fixture is sound', () => {
  expect(problems).toEqual([]);
});

describe('pageSources', () => {
  const sources = pageSources(find('901-qd-tv-2031'), relationsOf('901-qd-tv-2031'));

  test('lists own sources, then those on which incoming relations rest', () => {
    expect(sources.map(({ number, title, from }) => [number, title, from?.slug])).toEqual([
      [1, 'Một', undefined],
      [2, 'Hai', '902-qd-tv-2032'],
    ]);
  });

  test('an incoming relation is traced to the source of the record that states it', () => {
    const numbers = relationsOf('901-qd-tv-2031').map(
      (relation) => relationSource(sources, relation)?.number,
    );
    expect(new Set(numbers)).toEqual(new Set([2, undefined]));
  });

  test('one address has one number', () => {
    const own = pageSources(find('902-qd-tv-2032'), relationsOf('902-qd-tv-2032'));
    expect(own.map(({ number }) => number)).toEqual([1, 2]);
  });
});

test('findChanges sorts what was done to a document', () => {
  const slugs = (slug: string) => {
    const { replaced, repealed, amended } = findChanges(relationsOf(slug));
    return [replaced, repealed, amended].map((changes) => changes.map(({ by }) => by.slug));
  };
  expect(slugs('901-qd-tv-2031')).toEqual([['902-qd-tv-2032'], [], []]);
  expect(slugs('902-qd-tv-2032')).toEqual([[], [], ['903-qd-tv-2033']]);
});

describe('citePage', () => {
  test.each([
    ['901-qd-tv-2031', '[Lưu ý: đã bị thay thế bởi Quyết định 902-QĐ/TV (2032).]'],
    ['902-qd-tv-2032', '[Lưu ý: đã được sửa đổi, bổ sung bởi Quyết định 903-QĐ/TV (2033).]'],
    ['903-qd-tv-2033', ''],
    [
      'khong-so-2034',
      '[Lưu ý: đã hết hiệu lực từ ngày 01/01/2035; chưa rõ số ký hiệu; chưa rõ ngày ban hành; trích yếu chưa xác minh.]',
    ],
  ])('%s travels with %j', (slug, warning) => {
    expect(citePage(library, find(slug)).warning).toBe(warning);
  });

  test('only an unverified number or date is a doubt about identity', () => {
    expect(identityDoubts(citePage(library, find('khong-so-2034')))).toEqual([]);
  });
});

describe('names of a page', () => {
  test('the year goes with the number, the status with the description', () => {
    const { data } = find('901-qd-tv-2031');
    expect(pageTitle(data)).toBe('Quyết định 901-QĐ/TV (2031)');
    expect(describeDocument(data)).toBe('Đã bị thay thế. Quyết định về thư viện');
    expect(dateLine(data)).toBe('ngày 04/3/2031');
  });

  test('a day of announcement is named as such', () => {
    expect(dateLine(find('khong-so-2034').data)).toBe('công bố ngày 03/02/2034');
  });
});

describe('addTextUrl', () => {
  test('leads to the part of the help page, where there is one', () => {
    expect(addTextUrl(library)).toBe('/huong-dan.html#them-toan-van');
    const pages: Library['pages'] = new Map();
    expect(addTextUrl({ pages })).toBeNull();
  });
});
