/** Text is looked through within these; words do not go from one into the next. */
const BLOCKS =
  'p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, figcaption, blockquote, div, section, .described';
/** What is worked with, not read. */
const TOOLS =
  'button, script, style, nav, select, textarea, template, cite-list, reading-bar, toc-sheet';

/** Whether a text node with this parent is looked through. */
export type Reads = (parent: Element) => boolean;

/** Everything but tools. */
export const readsAll: Reads = (parent) => parent.closest(TOOLS) === null;

/** The text of the document and summaries of it; notes of the library around these are left out. */
export const readsText: Reads = (parent) => {
  const chrome = parent.closest('[data-chrome]');
  if (chrome === null) return true;
  return chrome.matches('.gist, .described, #chua-ro-vi-tri') && !parent.closest('.marks, small');
};

/** Text nodes that are read as one text, by the element that holds them, in the order of the page. */
export function readBlocks(root: Element, reads: Reads): Map<Element, Text[]> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element, Text[]>();
  let last: Element | null = null;
  let nodes: Text[] | undefined;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement ?? root;
    if (parent !== last) nodes = nodesOf(parent, blocks, reads);
    last = parent;
    nodes?.push(node);
  }
  return blocks;
}

function nodesOf(parent: Element, blocks: Map<Element, Text[]>, reads: Reads): Text[] | undefined {
  if (!reads(parent)) return undefined;
  const block = parent.closest(BLOCKS) ?? parent;
  const nodes = blocks.get(block) ?? [];
  blocks.set(block, nodes);
  return nodes;
}

export function textOf(nodes: readonly Text[]): string {
  return nodes.map(({ data }) => data).join('');
}

/**
 * Put a part of a text into elements of its own, which may be several, as it may lie in several
 * nodes; the nodes keep what is before it.
 */
export function wrap(
  nodes: readonly Text[],
  start: number,
  end: number,
  tag: 'mark' | 'span',
): HTMLElement[] {
  const wrapped: HTMLElement[] = [];
  let before = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(start - before, 0), Math.min(end - before, node.length)];
    before += node.length;
    if (from >= to) continue;
    const part = node.splitText(from);
    part.splitText(to - from);
    const element = document.createElement(tag);
    part.replaceWith(element);
    element.append(part);
    wrapped.push(element);
  }
  return wrapped;
}

/** Take elements of {@link wrap} away again, and leave the page as it was. */
export function unwrap(wrapped: readonly HTMLElement[]): void {
  for (const element of wrapped) {
    const { parentNode } = element;
    element.replaceWith(...element.childNodes);
    parentNode?.normalize();
  }
}
