import { describe, expect, test } from 'vitest';
import { buildLibrary } from './build-library.ts';
import type { ContentFile } from './types.ts';

const ISSUER: ContentFile = {
  path: 'co-quan/hoi-dong-thu.mdx',
  text: '---\nname: Hội đồng Thử\nsystem: dang\n---\n',
};

/** A fictional record with the given extra lines of front matter. */
function record(slug: string, lines: string[], body = ''): ContentFile {
  const front = [
    'type: quyet-dinh',
    'system: dang',
    `title: Văn bản thử ${slug}`,
    'issuer: hoi-dong-thu',
    'status: { value: unknown }',
    ...lines,
  ];
  return {
    path: `van-ban/quyet-dinh/${slug}.mdx`,
    text: `---\n${front.join('\n')}\n---\n\n${body}`,
  };
}

const OLD = record('901-qd-tv-2031', ['symbol: 901-QĐ/TV', 'issuedDate: 2031-03-04']);
const NEW = record('902-qd-tv-2035', [
  'symbol: 902-QĐ/TV',
  'issuedDate: 2035-01-02',
  'relations:',
  '  - { kind: replaces, target: 901-qd-tv-2031, source: unverified }',
]);

describe('buildLibrary', () => {
  test('sorts documents newest first, undated last', () => {
    const undated = record('qd-khong-ngay', ['symbol: null']);
    const { library, problems } = buildLibrary([OLD, undated, NEW, ISSUER]);
    expect(problems).toEqual([]);
    expect(library.documents.map(({ slug }) => slug)).toEqual([
      '902-qd-tv-2035',
      '901-qd-tv-2031',
      'qd-khong-ngay',
    ]);
  });

  test('computes the inverse of a relation that is stated once', () => {
    const { library } = buildLibrary([OLD, NEW]);
    const [incoming] = library.relations.get('901-qd-tv-2031') ?? [];
    expect(incoming).toMatchObject({ kind: 'replaces', direction: 'incoming' });
    expect(incoming?.other?.slug).toBe('902-qd-tv-2035');
  });

  test('groups the bearers of one number, namesakes last', () => {
    const namesake = record('901-qd-tv-2040', [
      'symbol: 901-QĐ/TV',
      'issuedDate: 2040-01-01',
      'namesake: true',
    ]);
    const { library } = buildLibrary([OLD, namesake]);
    expect(library.bearers.get('901qdtv')?.map(({ slug }) => slug)).toEqual([
      '901-qd-tv-2031',
      '901-qd-tv-2040',
    ]);
  });

  test('reports everything that is wrong in one pass and keeps the good files', () => {
    const bad = record('903-qd-tv-2031', ['symbl: 903-QĐ/TV', 'issuedDate: 4/3/2031']);
    const broken = { path: 'van-ban/luat/x.mdx', text: '---\na: [1\n---\n' };
    const stray = { path: 'van-ban/x.mdx', text: '---\n---\n' };
    const { library, problems } = buildLibrary([OLD, bad, broken, stray, ISSUER]);
    expect(library.documents.map(({ slug }) => slug)).toEqual(['901-qd-tv-2031']);
    expect(problems.map(({ id, path, line }) => `${path}:${line} ${id}`).sort()).toEqual([
      'van-ban/luat/x.mdx:3 front-matter-syntax',
      'van-ban/quyet-dinh/903-qd-tv-2031.mdx:2 field-missing',
      'van-ban/quyet-dinh/903-qd-tv-2031.mdx:7 field-unknown',
      'van-ban/quyet-dinh/903-qd-tv-2031.mdx:8 date-format',
      'van-ban/x.mdx:1 file-misplaced',
    ]);
  });

  test('reports both files of one slug', () => {
    const twin = { ...OLD, path: 'van-ban/quy-dinh/901-qd-tv-2031.mdx' };
    const { library, problems } = buildLibrary([OLD, twin]);
    expect(library.documents).toHaveLength(1);
    expect(problems.map(({ id }) => id)).toEqual(['slug-duplicate', 'slug-duplicate']);
  });
});
