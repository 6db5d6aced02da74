import { expect, test } from 'vitest';
import { buildLibrary } from '../../lib/library/build-library.ts';
import { documentFile, ISSUER } from '../../lib/validation/corpus-for-tests.ts';
import { forceRows } from './force-view.ts';

const SLUG = '901-qd-tv-2031';
const amends = `[{ kind: amends, target: ${SLUG}, source: s1 }]`;
const { library } = buildLibrary([
  documentFile(SLUG, {
    effectiveFrom: '2031-07-01',
    status: "{ value: in-force, basis: 'inferred: chưa thấy gì khác', checkedOn: 2034-05-06 }",
  }),
  documentFile('902-qd-tv-2032', {
    symbol: '902-QĐ/TV',
    issuedDate: '2032-01-02',
    relations: amends,
  }),
  documentFile('903-qd-tv-2033', {
    symbol: '903-QĐ/TV',
    issuedDate: '2033-01-02',
    effectiveFrom: '2033-05-01',
    relations: amends,
  }),
  documentFile('904-qd-tv-2033', { symbol: '904-QĐ/TV', issuedDate: 'null' }),
  ISSUER,
]);

function rowsOf(slug: string): string[] {
  const document = library.bySlug.get(slug);
  if (!document) throw new Error(slug);
  return forceRows(document, library.relations.get(slug) ?? []).map(
    ({ when, day, words, by }) =>
      `${when.split('.').at(-1) ?? ''} ${day} ${words}${by === null ? '' : ` ${by.slug}`}`,
  );
}

test('periods and amendments stand in order of time; a day of issue is not taken for one of effect', () => {
  expect(rowsOf(SLUG)).toEqual([
    'before 2031-03-04 chưa ban hành',
    'from 2031-03-04 đã ban hành, chưa có hiệu lực',
    'from 2031-07-01 có hiệu lực',
    'from 2032-01-02 ban hành văn bản sửa đổi, bổ sung, ngày áp dụng chưa ghi ở đây: 902-qd-tv-2032',
    'from 2033-05-01 được sửa đổi, bổ sung bởi 903-qd-tv-2033',
    'from 2034-05-07 chưa kiểm tra',
  ]);
});

test('without any day nothing is told', () => {
  expect(rowsOf('904-qd-tv-2033')).toEqual([]);
});
