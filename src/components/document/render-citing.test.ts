import { expect, test } from 'vitest';
import { buildLibrary } from '../../lib/library/build-library.ts';
import { documentFile, ISSUER } from '../../lib/validation/corpus-for-tests.ts';
import type { CitingDocument } from './citation-view.ts';
import { renderCiting } from './render-citing.ts';

const [document] = buildLibrary([documentFile('901-qd-tv-2031'), ISSUER]).library.documents;

type Status = CitingDocument['document']['data']['status']['value'];

function render(places: CitingDocument['places'], status: Status = 'in-force'): string {
  if (!document) throw new Error('no document');
  const data = { ...document.data, status: { ...document.data.status, value: status } };
  const entry = { document: { ...document, data }, name: 'A & B', date: '04/3/2031', places };
  return renderCiting(entry).replace(/^<li>(.*)<\/li>$/, '$1');
}

const HREF = '/van-ban/901-qd-tv-2031.html';
const PLACE = { href: `${HREF}#d1`, from: 'Điều 1', target: null, voice: 'text' } as const;
const ONE = `<a href="${HREF}#d1">A &amp; B, Điều 1</a> 04/3/2031`;
const WHOLE = `<a href="${HREF}">A &amp; B</a> 04/3/2031`;
const LINK = `<a href="${HREF}#d1">Điều 1</a>`;

test.each([
  [[PLACE], ONE], // the rule: words of the text, the whole document
  [[{ ...PLACE, target: 'Điều 9' }], `${ONE}: viện dẫn Điều 9`], // one unit
  [[{ ...PLACE, voice: 'gist' }], `${ONE} (theo tóm lược)`], // our words
  [[{ ...PLACE, from: null }], `${WHOLE}: viện dẫn văn bản này`], // no place that could be linked
  [[PLACE, PLACE], `${WHOLE}: ${LINK}; ${LINK}`],
  [
    [PLACE, { ...PLACE, target: 'Điều 9', voice: 'gist' }],
    `${WHOLE}: ${LINK}; ${LINK} viện dẫn Điều 9 (theo tóm lược)`,
  ],
] as const)('a document that cites: %j → %s', (places, html) => {
  expect(render([...places])).toBe(html);
});

test('a status goes with it, unless it is in force', () => {
  expect(render([PLACE], 'expired')).toBe(
    `${ONE} <span class="status" data-status="expired">Hết hiệu lực</span>`,
  );
  expect(render([PLACE], 'unknown')).toBe(`${ONE}, chưa rõ hiệu lực`);
});
