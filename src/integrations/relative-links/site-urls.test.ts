import { describe, expect, test } from 'vitest';
import { formatRelativeUrl, isExternal, resolveUrl } from './site-urls.ts';

const files = new Set(['index.html', 'van-ban.html', 'van-ban/a.html', 'so/index.html', 'a.svg']);

describe('resolveUrl', () => {
  test.each<[string, string | null, string]>([
    ['/', 'index.html', 'the home page'],
    ['/index.html', 'index.html', 'an explicit name'],
    ['/van-ban/a', 'van-ban/a.html', 'a page without its suffix'],
    ['/van-ban/a.html?x=1#d5', 'van-ban/a.html', 'query and fragment'],
    ['/van-ban', 'van-ban.html', 'a page before the folder of the same name'],
    ['/van-ban/', 'van-ban.html', 'the same with a slash'],
    ['/so/', 'so/index.html', 'the index of a folder'],
    ['/so', 'so/index.html', 'a folder without its slash'],
    ['a.html', 'van-ban/a.html', 'relative'],
    ['../a.svg', 'a.svg', 'upwards'],
    ['../../../a.svg', 'a.svg', 'not above the root'],
    ['..', 'index.html', 'the folder above'],
    ['./', 'van-ban.html', 'the own folder'],
    ['?q=1', 'van-ban/a.html', 'only a query'],
    ['#d5', 'van-ban/a.html', 'only a fragment'],
    ['/van%2Dban.html', 'van-ban.html', 'escaped'],
    ['/none.html', null, 'no such file'],
    ['/van-ban/b', null, 'no such page'],
    ['/%E0%A4', null, 'a broken escape'],
  ])('%s', (url, file) => {
    expect(resolveUrl(url, 'van-ban/a.html', files)?.file ?? null).toBe(file);
  });
});

test.each([
  ['index.html', 'van-ban/a.html', 'van-ban/a.html?x#y'],
  ['van-ban/a.html', 'index.html', '../index.html?x#y'],
  ['van-ban/a.html', 'van-ban/b.html', 'b.html?x#y'],
  ['a/b/c.html', 'd/e.html', '../../d/e.html?x#y'],
])('from %s to %s', (from, file, expected) => {
  expect(formatRelativeUrl(from, { file, query: '?x', fragment: '#y' })).toBe(expected);
});

test.each([
  ['https://a.example/x', true],
  ['//a.example/x', true],
  ['mailto:a@b.example', true],
  ['data:image/png;base64,AA', true],
  ['/x.html', false],
  ['x.html#a:b', false],
  ['#d5', false],
])('isExternal(%j)', (url, expected) => {
  expect(isExternal(url)).toBe(expected);
});
