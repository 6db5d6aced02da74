import { expect, test } from 'vitest';
import { fileOf, isForReading, isImmutable, planOffline, type OfflineFile } from './plan.ts';

const WORDS = { title: 'a', text: 'b', home: 'c' };
const file = (path: string, size = 100): OfflineFile => ({
  path,
  digest: `digest of ${path}`,
  size,
});
const corePaths = (files: readonly OfflineFile[]): string[] =>
  Object.keys(planOffline(files, 'id', 'edition', WORDS).core);

test('keeps tools, scripts, fonts and a small search index, not documents nor large files', () => {
  expect(
    corePaths([
      file('van-ban/901-qd-tv-2031.html'),
      file('index.html'),
      file('assets/site.12345678.js'),
      file('assets/pdf.12345678.js', 2_000_000),
      file('fonts/a.woff2'),
      file('tim-kiem/muc-luc.js'),
      file('tim-kiem.html'),
      file('du-lieu/901-qd-tv-2031.json'),
      file('kiem-tra/du-lieu.js'),
    ]),
  ).toEqual([
    'assets/site.12345678.js',
    'fonts/a.woff2',
    'index.html',
    'kiem-tra/du-lieu.js',
    'tim-kiem.html',
    'tim-kiem/muc-luc.js',
  ]);
});

test.each(['tim-kiem/van-', 'du-lieu/gio-'])(
  'leaves many files of %s to be kept as they are used',
  (start) => {
    const parts = Array.from({ length: 21 }, (_, part) => file(`${start}${part}.js`, 200_000));
    expect(corePaths([...parts, file('index.html')])).toEqual(['index.html']);
    const [first] = parts;
    expect(corePaths(first ? [first] : [])).toEqual([`${start}0.js`]);
  },
);

test.each([
  ['/', '/', 'index.html'],
  ['/thu-vien/', '/thu-vien/', 'index.html'],
  ['/thu-vien/van-ban/a.html', '/thu-vien/', 'van-ban/a.html'],
  ['/thu-vien/van-ban/a', '/thu-vien/', 'van-ban/a.html'],
  ['/thu-vien/SHA256SUMS', '/thu-vien/', 'SHA256SUMS'],
  ['/khac/a.html', '/thu-vien/', null],
])('the file of %s below %s is %s', (pathname, scope, expected) => {
  expect(fileOf(pathname, scope)).toBe(expected);
});

test.each([
  ['assets/site.361091ab.js', true],
  ['tim-kiem/bang-a92122b52c.js', true],
  ['tim-kiem/muc-luc.js', false],
  ['van-ban/10-2022-qh15.html', false],
])('%s is immutable: %s', (path, expected) => {
  expect(isImmutable(path)).toBe(expected);
});

test.each([
  ['van-ban/a.html', true],
  ['SHA256SUMS', true],
  ['sw.js', false],
  ['du-lieu/anh-chup.json.gz', false],
])('%s belongs to a copy that is kept whole: %s', (path, expected) => {
  expect(isForReading(path)).toBe(expected);
});
