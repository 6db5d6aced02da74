import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../lib/search/index-format.ts';
import type { SearchResult } from '../../lib/search/search-engine.ts';
import { answerOf, hitOf } from './answer-of.ts';

const ROOT = 'file:///E:/Th%C6%B0%20vi%E1%BB%87n/';

function document(fields: Partial<SearchDocument> = {}): SearchDocument {
  return {
    slug: '901-qd-tv-2031',
    symbol: '901-QĐ/TV',
    type: 'quyet-dinh',
    typeName: 'Quyết định',
    title: 'Quyết định về thư viện xã Minh Trí',
    shortTitle: null,
    aliases: [],
    issuedWith: null,
    issuers: [],
    topics: [],
    term: null,
    signer: null,
    date: '2031-02-03',
    system: 'dang',
    status: 'in-force',
    tier: 1,
    namesake: false,
    successors: [],
    start: 0,
    regions: [],
    text: 0,
    ...fields,
  };
}

function result(fields: Partial<SearchResult> = {}): SearchResult {
  return {
    document: document(),
    successors: [],
    copies: [],
    anchor: null,
    label: null,
    heading: [],
    excerpt: [],
    excerptRegion: null,
    title: [{ text: 'Quyết định về thư viện xã Minh Trí', marked: false }],
    tier: 'words',
    score: 1,
    places: [],
    ...fields,
  };
}

describe('hitOf', () => {
  test('a document as a whole', () => {
    expect(hitOf(result(), ROOT, [])).toMatchObject({
      url: `${ROOT}van-ban/901-qd-tv-2031.html`,
      anchor: '',
      documentName: 'Quyết định 901-QĐ/TV',
      place: null,
      date: '03/02/2031',
    });
  });

  test('a place, further places and the successor have their own addresses', () => {
    const place = { anchor: 'd7', label: 'Điều 7', heading: [], excerpt: [] };
    const successor = document({ slug: '902-qd-tv-2035', symbol: '902-QĐ/TV' });
    const hit = hitOf(
      result({
        anchor: 'd5-2-dd',
        label: 'điểm đ khoản 2 Điều 5',
        places: Array.from({ length: 9 }, () => place),
        successors: [successor],
      }),
      ROOT,
      [],
    );
    expect(hit.url).toBe(`${ROOT}van-ban/901-qd-tv-2031.html#d5-2-dd`);
    expect(hit.places).toHaveLength(4);
    expect(hit.places[0]?.url).toBe(`${ROOT}van-ban/901-qd-tv-2031.html#d7`);
    expect(hit.successors).toEqual([
      { name: 'Quyết định 902-QĐ/TV', url: `${ROOT}van-ban/902-qd-tv-2035.html` },
    ]);
  });

  test.each<[Partial<SearchDocument>, object, string]>([
    [{ date: '2031' }, { date: '2031' }, 'a year alone'],
    [{ date: null }, { date: null }, 'no date'],
    [{ symbol: null, shortTitle: 'Thư viện xã' }, { documentName: 'Thư viện xã' }, 'no number'],
    [{ symbol: null }, { title: [] }, 'the title is the name and is not said twice'],
  ])('%o → %o (%s)', (fields, expected) => {
    expect(hitOf(result({ document: document(fields) }), ROOT, [])).toMatchObject(expected);
  });
});

describe('a hit of another library', () => {
  const others = [{ name: 'Thư viện Thôn', address: '../thu-vien-thon/' }];

  test('leads into it, and names it', () => {
    const hit = hitOf(result({ document: document({ library: 1 }) }), ROOT, others);
    expect(hit).toMatchObject({
      library: 'Thư viện Thôn',
      url: 'file:///E:/thu-vien-thon/van-ban/901-qd-tv-2031.html',
    });
  });

  test('a copy is named with its library, and with its status where that differs', () => {
    const copies = [
      document({ library: 1, status: 'superseded' }),
      document({ library: 0, slug: 'khac' }),
    ];
    expect(hitOf(result({ copies }), ROOT, others).copies).toEqual([
      {
        library: 'Thư viện Thôn',
        url: 'file:///E:/thu-vien-thon/van-ban/901-qd-tv-2031.html',
        status: 'superseded',
      },
      { library: null, url: `${ROOT}van-ban/khac.html`, status: null },
    ]);
  });

  test('leads to the host of a hosted one', () => {
    const hosted = [{ name: 'Xa', address: 'https://thu-vien.example/tinh/' }];
    expect(hitOf(result({ document: document({ library: 1 }) }), ROOT, hosted).url).toBe(
      'https://thu-vien.example/tinh/van-ban/901-qd-tv-2031.html',
    );
  });
});

test('answerOf names the counts as the filters are named', () => {
  const answer = answerOf(
    {
      query: 'thư viện',
      total: 3,
      results: [result()],
      facets: {
        types: { 'quyet-dinh': 3 },
        issuers: {},
        topics: { sach: 2 },
        statuses: { 'in-force': 1 },
        systems: { dang: 3 },
        years: { '2031': 3 },
        libraries: { '0': 3 },
      },
      names: { types: { 'quyet-dinh': 'Quyết định' }, issuers: {}, topics: { sach: 'Sách' } },
      corrected: null,
      notice: { kind: 'number', number: '902-QĐ/TV', near: true },
      suggestions: [],
      pages: [{ path: '/khai-niem/doc-kheo.html', name: 'Đọc khéo' }],
      libraries: [],
    },
    ROOT,
    [],
  );
  expect(answer).toMatchObject({
    total: 3,
    hits: [{ doc: '901-qd-tv-2031' }],
    notice: { kind: 'number', number: '902-QĐ/TV', near: true },
    pages: [{ name: 'Đọc khéo', url: `${ROOT}khai-niem/doc-kheo.html` }],
  });
  expect(answer.labels['chu-de'].get('sach')).toBe('Sách');
  expect(answer.counts.loai.get('quyet-dinh')).toBe(3);
  expect(answer.counts.nam.get('2031')).toBe(3);
  expect([...answer.counts['co-quan']]).toEqual([]);
});
