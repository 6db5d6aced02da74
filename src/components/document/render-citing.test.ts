import { expect, test } from 'vitest';
import { buildLibrary } from '../../lib/library/build-library.ts';
import { documentFile, ISSUER } from '../../lib/validation/corpus-for-tests.ts';
import type { CitingDocument } from './citation-view.ts';
import { renderCiting } from './render-citing.ts';

const [document] = buildLibrary([documentFile('901-qd-tv-2031'), ISSUER]).library.documents;

function placesOf(places: CitingDocument['places']): string | undefined {
  if (!document) throw new Error('no document');
  const html = renderCiting({ document, name: 'A & B', date: '04/3/2031', places });
  expect(html).toContain('<a href="/van-ban/901-qd-tv-2031.html">A &amp; B</a>');
  expect(html).toContain('04/3/2031 <span class="status" data-status="unknown">');
  return /<p>(.*)<\/p>/.exec(html)?.[1];
}

const PLACE = { href: '/van-ban/x.html#d1', from: 'Điều 1', target: null, voice: 'text' } as const;
const LINK = '<a href="/van-ban/x.html#d1">Điều 1</a>';

test.each([
  [PLACE, LINK], // the rule: words of the text, the whole document
  [{ ...PLACE, target: 'Điều 9' }, `${LINK} viện dẫn Điều 9`], // one unit
  [{ ...PLACE, voice: 'gist' }, `${LINK} (theo tóm lược)`], // our words
  [{ ...PLACE, from: null }, 'viện dẫn văn bản này'], // no place that could be linked
] as const)('a place that cites: %#', (place, html) => {
  expect(placesOf([place])).toBe(html);
});

test('places follow each other', () => {
  expect(placesOf([PLACE, PLACE])).toBe(`${LINK}; ${LINK}`);
});
