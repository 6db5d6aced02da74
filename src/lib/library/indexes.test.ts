import { describe, expect, test } from 'vitest';
import { buildLibrary } from './build-library.ts';
import { exampleQueries } from './examples.ts';
import { indexByIssuer, indexByTopic, indexByType, isEnded, subjectDocuments } from './indexes.ts';
import { occurring } from './occurring.ts';
import type { ContentFile } from './types.ts';

function record(slug: string, type: string, fields: string): ContentFile {
  const text = `---
symbol: ${slug.split('-').slice(0, 3).join('-').toUpperCase()}
type: ${type}
system: nha-nuoc
title: Văn bản ${slug} của xã Minh Trí
status: { value: in-force, basis: "inferred: x" }
confidence: high
${fields}
---
`;
  return { path: `van-ban/${type}/${slug}.mdx`, text };
}

function entry(path: string, fields: string): ContentFile {
  return { path: `${path}.mdx`, text: `---\n${fields}\n---\n` };
}

const { library } = buildLibrary([
  record('901-qd-tv-2031', 'quyet-dinh', 'issuer: [xa, hoi]\ntopics: [sach]\ntier: 1'),
  record(
    '902-ct-tv-2032',
    'chi-thi',
    'issuer: xa\naliases: [Chỉ thị 902, Chỉ thị về sách và báo của xã Minh Trí, Chỉ thị sách]\ntier: 2',
  ),
  record('901-qd-tv-2029', 'quyet-dinh', 'issuer: xa\ntopics: [sach]\nnamesake: true'),
  entry('co-quan/xa', 'name: Ủy ban nhân dân xã Minh Trí\nsystem: nha-nuoc'),
  entry('co-quan/hoi', 'name: Hội đọc sách\nsystem: mat-tran'),
  entry('co-quan/dang-uy', 'name: Đảng ủy xã Minh Trí\nsystem: dang'),
  entry('chu-de/bao', 'name: Báo\norder: 2'),
  entry('chu-de/sach', 'name: Sách\norder: 1'),
]);

function outline(groups: ReturnType<typeof indexByType>): Record<string, string[]> {
  return Object.fromEntries(
    groups.map(({ slug, documents }) => [slug, documents.map((document) => document.slug)]),
  );
}

describe('indexes', () => {
  test('leave namesakes out', () => {
    expect(subjectDocuments(library)).toHaveLength(2);
  });

  test('by type: in the order of types, only those that occur', () => {
    expect(Object.entries(outline(indexByType(library)))).toEqual([
      ['chi-thi', ['902-ct-tv-2032']],
      ['quyet-dinh', ['901-qd-tv-2031']],
    ]);
  });

  test('by topic: in the order of topics, empty ones kept', () => {
    expect(Object.entries(outline(indexByTopic(library)))).toEqual([
      ['sach', ['901-qd-tv-2031']],
      ['bao', []],
    ]);
  });

  test('by issuer: Party, State, Front; a joint document under each of its issuers', () => {
    const issuers = Object.entries(outline(indexByIssuer(library)));
    expect(issuers.map(([slug]) => slug)).toEqual(['dang-uy', 'xa', 'hoi']);
    expect(issuers.map(([, documents]) => documents.length)).toEqual([0, 2, 1]);
  });
});

test('occurring offers only what some document has, namesakes included', () => {
  expect(occurring(library)).toMatchObject({
    types: ['chi-thi', 'quyet-dinh'],
    statuses: ['in-force'],
    topics: [{ slug: 'sach', name: 'Sách' }],
    issuers: [
      { slug: 'hoi', name: 'Hội đọc sách' },
      { slug: 'xa', name: 'Ủy ban nhân dân xã Minh Trí' },
    ],
    years: [],
  });
});

test('isEnded tells superseded and expired from the rest', () => {
  const ended = ['in-force', 'partly-superseded', 'superseded', 'expired', 'unknown'].map(
    (value) => {
      const path = record('903-qd-tv-2033', 'quyet-dinh', 'issuer: xa');
      const text = path.text.replace('value: in-force', `value: ${value}`);
      const [document] = buildLibrary([{ ...path, text }]).library.documents;
      return document && isEnded(document);
    },
  );
  expect(ended).toEqual([false, false, true, true, false]);
});

describe('exampleQueries', () => {
  test('shows a number, an easy nickname and a topic of this library', () => {
    expect(exampleQueries(library)).toEqual(['901-QD-TV', 'Chỉ thị sách', 'Sách']);
  });

  test('shows an article where one is known', () => {
    const file = record('903-qd-tv-2033', 'quyet-dinh', 'issuer: xa');
    const text = `${file.text}\n### Điều 5. Giờ mở cửa\n\nMở cửa từ bảy giờ.\n`;
    expect(exampleQueries(buildLibrary([{ ...file, text }]).library)).toEqual([
      '903-QD-TV',
      'Điều 5 Quyết định 903-QD-TV',
    ]);
  });

  test('shows nothing when there is nothing', () => {
    expect(exampleQueries(buildLibrary([]).library)).toEqual([]);
  });
});
