import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import { addAlias, addTombstone, updateLock } from '../../lib/anchors/update-lock.ts';
import { EMPTY_LOCK, formatLock, LOCK_FILE } from '../../lib/anchors/lock.ts';
import { buildLibrary } from '../../lib/library/build-library.ts';
import { parseBody } from '../../lib/provision/parse-body.ts';
import { documentFile, ISSUER } from '../../lib/validation/corpus-for-tests.ts';
import { renderText } from './render-text.ts';

type Element = DefaultTreeAdapterMap['element'];

const SLUG = '901-qd-tv-2031';
const BODY = '### Điều 1. Phạm vi\n\n**1.** Việc một.\n\n**3.** Việc ba.\n';
const tree = parseBody(BODY).tree;
const locked = updateLock(EMPTY_LOCK, new Map([[SLUG, tree]]));
const before = {
  ...locked,
  documents: {
    [SLUG]: {
      aliases: {},
      tombstones: {},
      units: {
        'd1-2': { label: 'khoản 2 Điều 1', hash: 'a', start: 'Việc hai.' },
        'd1-8': { label: 'khoản 8 Điều 1', hash: 'c', start: '' },
        'd1-9': { label: 'khoản 9 Điều 1', hash: 'b', start: '' },
      },
    },
  },
};
const moved = addAlias(addAlias(before, SLUG, 'd1-8', 'd1-9'), SLUG, 'd1-2', 'd1-3');
const lock = addTombstone(moved, SLUG, 'd1-9', 'Bỏ <2040>.');

/** Elements with an id, by it, each with the nearest id around it. */
function elementsById(html: string): Record<string, { element: Element; inside: string }> {
  const found: Record<string, { element: Element; inside: string }> = {};
  const walk = (node: DefaultTreeAdapterMap['node'], inside: string): void => {
    const attributes = 'attrs' in node ? node.attrs : [];
    const id = attributes.find(({ name }) => name === 'id')?.value;
    if (id !== undefined && 'tagName' in node) found[id] = { element: node, inside };
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, id ?? inside);
  };
  walk(parse(html), '');
  return found;
}

test('published ids still lead somewhere, and add no word to the text', () => {
  const files = [
    documentFile(SLUG, { text: '{ state: full }' }, BODY),
    ISSUER,
    { path: LOCK_FILE, text: formatLock(lock) },
  ];
  const document = buildLibrary(files).library.bySlug.get(SLUG);
  if (!document) throw new Error('no document');
  const html = renderText(document);
  const ids = elementsById(html);
  expect(ids['d1-2']).toMatchObject({
    inside: 'd1-3',
    element: { tagName: 'span' },
  });
  expect(html).toContain('Liên kết cũ (#d1-2) nay dẫn tới khoản 3 Điều 1.');
  expect(ids['d1-9']?.element.tagName).toBe('p');
  expect(ids['d1-8']?.inside).toBe('d1-9');
  expect(html).toContain('khoản 9 Điều 1: đơn vị này đã bãi bỏ hoặc dời. Bỏ &lt;2040&gt;.');
  for (const part of [
    /<span id="d1-2"[^>]* data-chrome>/,
    /<div class="tombstones"[^>]* data-chrome>/,
  ])
    expect(html).toMatch(part);
});

test('without a lock nothing is added', () => {
  expect(renderText({ data: loadData(), tree })).not.toContain('tombstones');
});

function loadData() {
  const { library } = buildLibrary([documentFile(SLUG, {}, ''), ISSUER]);
  const document = library.bySlug.get(SLUG);
  if (!document) throw new Error('no document');
  return document.data;
}
