import { findWords } from '../../lib/search/find-words.ts';
import type { QueryTerm } from '../../lib/search/query.ts';

/** Text is looked through within these; words do not go from one into the next. */
const BLOCKS =
  'p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, figcaption, blockquote, div, section';
/** What is worked with, not read. */
const TOOLS =
  'button, script, style, nav, select, textarea, template, cite-list, reading-bar, toc-sheet';
/** More are no help, and would hold up a long page. */
const MOST = 500;

/**
 * Mark the words of a query in a part of the page.
 *
 * @returns The marks of each place, in the order of the text; a link or a bold word in it makes several.
 */
export function markWords(root: Element, terms: readonly QueryTerm[]): HTMLElement[][] {
  const places: HTMLElement[][] = [];
  for (const nodes of readBlocks(root)) {
    const text = nodes.map(({ data }) => data).join('');
    const spans = findWords(text, terms).slice(0, MOST - places.length);
    // From the end, since a node keeps what is before its mark.
    const wrapped = spans.reverse().map(({ start, end }) => wrap(nodes, start, end));
    places.push(...wrapped.reverse());
  }
  return places;
}

/** Take marks away again, and leave the page as it was. */
export function unmark(marks: readonly HTMLElement[]): void {
  for (const mark of marks) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}

/** Text nodes that are read as one text. */
function readBlocks(root: Element): Text[][] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks: Text[][] = [];
  let current: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const block = node.parentElement?.closest(BLOCKS) ?? root;
    if (node.parentElement?.closest(TOOLS)) continue;
    if (block === current) blocks.at(-1)?.push(node);
    else blocks.push([node]);
    current = block;
  }
  return blocks;
}

/** Wrap a part of a text, which may lie in several nodes; the nodes keep what is before it. */
function wrap(nodes: readonly Text[], start: number, end: number): HTMLElement[] {
  const marks: HTMLElement[] = [];
  let before = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(start - before, 0), Math.min(end - before, node.length)];
    before += node.length;
    if (from >= to) continue;
    const part = node.splitText(from);
    part.splitText(to - from);
    const mark = document.createElement('mark');
    part.replaceWith(mark);
    mark.append(part);
    marks.push(mark);
  }
  return marks;
}
