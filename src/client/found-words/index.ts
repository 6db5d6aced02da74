/**
 * Finds words in the document of the page: those of a search that led here are marked at once, those
 * typed into the field of the table of contents are listed. Loaded when one of the two is wanted.
 */
import { findWords } from '../../lib/search/find-words.ts';
import { parseQuery } from '../../lib/search/query.ts';
import type { TocSheet } from '../document-tools/toc-sheet.ts';
import { takeWords } from '../shared/found-words.ts';
import { find } from '../site/find.ts';
import { FindBox } from './find-box.ts';
import { FoundPlaces, type Place } from './found-places.ts';
import { readBlocks, readsAll, textOf } from './text-nodes.ts';

/** More marks are no help to who comes with words, and would hold up a long page. */
const MOST = 500;

const found = new FoundPlaces();
const sheet = document.querySelector<TocSheet>('toc-sheet');
const form = sheet?.querySelector<HTMLElement>('.toc-go');
if (sheet && form) {
  const box = new FindBox(sheet, found);
  // Pressed before this script was there.
  if (form.dataset.entered !== undefined) void box.enter(1);
}
markGiven(takeWords().trim());

/** Mark the words of a search that led here. */
function markGiven(query: string): void {
  const { terms } = parseQuery(`${query} `);
  const blocks = readBlocks(find(document, 'article', HTMLElement), readsAll);
  const places: Place[] = [];
  for (const [block, nodes] of query === '' ? [] : blocks) {
    const spans = findWords(textOf(nodes), terms).slice(0, MOST - places.length);
    places.push(...spans.map((span) => ({ block, ...span })));
  }
  if (places.length === 0) return;
  found.start(places, { query, reads: readsAll });
  found.markAll();
}
