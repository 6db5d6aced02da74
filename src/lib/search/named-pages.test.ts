import { expect, test } from 'vitest';
import { readContent } from '../../content/read-content.ts';
import { buildLibrary } from '../library/build-library.ts';
import { createPageFinder } from './find-pages.ts';
import { namedPages } from './named-pages.ts';
import { splitSyllables } from './syllables.ts';

const { library } = buildLibrary(await readContent('src/e2e/fixtures/content'));
const pages = namedPages(library);
const find = (query: string) => createPageFinder(pages)(splitSyllables(query));

test('every page in our own words and every comparison has its names', () => {
  const folders = new Set(pages.map(({ path }) => path.split('/').slice(0, -1).join('/')));
  expect(folders).toEqual(
    new Set(['', '/khai-niem', '/dong-thoi-gian', '/doi-chieu', '/bai-giang']),
  );
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
});

test('a comparison is found by both numbers, and its rows by their subject', () => {
  const path = '/doi-chieu/880-qd-tv-2031--901-qd-tv-2033.html';
  expect(find('880 và 901')[0]?.path).toBe(path);
  const places = pages.find((page) => page.path === path)?.places ?? [];
  expect(places[0]).toEqual(['Đối chiếu ở mức đã biết', 'da-biet']);
  const [topic = '', anchor = ''] = places[1] ?? [];
  expect(anchor).toBe('dong-1');
  expect(find(`đối chiếu 880 901 ${topic}`)[0]?.path).toBe(`${path}#${anchor}`);
});

test('a lesson stands after the notion of its name', () => {
  const found = find('trọng xóm gần xóm');
  expect(found[0]?.path).toBe('/khai-niem/trong-xom.html');
});
