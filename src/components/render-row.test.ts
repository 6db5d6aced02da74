import { expect, test } from 'vitest';
import { buildLibrary } from '../lib/library/build-library.ts';
import { documentFile, ISSUER } from '../lib/validation/corpus-for-tests.ts';
import { renderRow } from './render-row.ts';

const { library, problems } = buildLibrary([
  documentFile('901-qd-tv-2031', { title: 'Về sách & báo' }),
  documentFile('902-qd-tv-2031', {
    symbol: 'null',
    issuedDate: 'null',
    issuedYear: '2031',
  }),
  ISSUER,
]);

const rowOf = (slug: string, isFiltered: boolean) => {
  const document = library.bySlug.get(slug);
  if (!document) throw new Error(slug);
  return renderRow(library, document, isFiltered);
};

test('the records are sound', () => {
  expect(problems).toEqual([]);
});

test('a row says what a reader looks a document up by, and links to it', () => {
  const row = rowOf('901-qd-tv-2031', false);
  expect(row).toContain(
    'href="/van-ban/901-qd-tv-2031.html"><small>Quyết định</small> <b>901-QĐ/TV',
  );
  expect(row).toContain('<td>Về sách &amp; báo<td>Hội đồng Thử<td>04/3/2031<td>');
  expect(row).toContain('<span class="status" data-status="unknown">');
  expect(row).not.toContain('data-type');
});

test('for the list script it also says what is filtered by', () => {
  const row = rowOf('901-qd-tv-2031', true);
  expect(row).toContain('<time datetime="2031-03-04">04/3/2031</time>');
  expect(row).toContain(
    '<tr data-type="quyet-dinh" data-issuers="hoi-dong-thu" data-topics="" data-force="2031-03-04 unknown">',
  );
});

test('what is not known is said to be so', () => {
  const row = rowOf('902-qd-tv-2031', true);
  expect(row).toContain('<time datetime="2031">');
  expect(row).not.toContain('null');
});
