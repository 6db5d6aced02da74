import { expect, test } from 'vitest';
import { doorwayPage, isKitPage, isLitter, isUnfinishedPage, unfinishedPage } from './kit.ts';

const words = { title: 'Thư viện <xã> & "Minh Trí"', text: ['Một', 'Hai & ba'], open: 'Mở' };

test('the doorway leads into the site, without a script too', () => {
  const html = doorwayPage(words);
  expect(html).toContain('<a href="thu-vien/index.html">Mở</a>');
  expect(html).toContain('<h1>Thư viện &lt;xã> &amp; &quot;Minh Trí&quot;</h1>');
  expect(html).toContain('<p>Hai &amp; ba</p>');
  expect([isKitPage(html), isUnfinishedPage(html)]).toEqual([true, false]);
});

test('the page of an unfinished kit leads nowhere', () => {
  const html = unfinishedPage(words);
  expect(html).not.toMatch(/href|<script/);
  expect([isKitPage(html), isUnfinishedPage(html)]).toEqual([true, true]);
});

test('another page is no doorway', () => {
  expect(isKitPage('<!doctype html><title>Thư viện</title>')).toBe(false);
});

test.each([
  ['System Volume Information/IndexerVolumeGuid', true],
  ['System Volume Information', true],
  ['.Trash-1000/files/a', true],
  ['thu-vien/so/Thumbs.db', true],
  ['thu-vien/._index.html', true],
  ['thu-vien/index.html', false],
  ['thu-vien/System Volume Information/a.html', false],
  ['ghi-chu.docx', false],
])('isLitter(%j) is %s', (path, litter) => {
  expect(isLitter(path)).toBe(litter);
});
