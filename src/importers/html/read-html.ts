import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { createFindings } from '../findings.ts';
import { Refusal } from '../import-error.ts';
import { BlockWalker, isDropped } from './block-walker.ts';
import { decodeHtml } from './decode-html.ts';
import { findContainer } from './find-container.ts';
import { readHtmlWitness } from './witness.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Larger pages are no saved documents. */
const LARGEST = 20 * 2 ** 20;
const MOST_TAGS = 400_000;
const DEEPEST = 400;

/**
 * Read a document from a saved web page or a pasted fragment: the part that holds it, without the
 * page around it. Nothing of the page's code is kept.
 *
 * @param selector Id (`#x`) or class (`.x`) of that part, where the clerk knows it.
 * @throws {Refusal} When the page holds no document.
 */
export function readHtml(file: Buffer, selector?: string): SourceDocument {
  if (file.length > LARGEST) throw new Refusal('file-too-large');
  const html = decodeHtml(file);
  if (countTags(html) > MOST_TAGS) throw new Refusal('too-many-paragraphs');
  const document = parse(html, { sourceCodeLocationInfo: true });
  checkDepth(document);
  const container = findContainer(document, selector);
  if (!container) throw new Refusal('html-no-document');
  const findings = createFindings();
  const dropped: HtmlElement[] = [];
  const walker = new BlockWalker(findings, dropped);
  const blocks = walker.read(container);
  if (blocks.length === 0) throw new Refusal('html-no-document');
  return {
    method: 'html',
    blocks,
    notes: [],
    furniture: [],
    findings: findings.list,
    changes: [],
    witness: readHtmlWitness(html, container, dropped),
  };
}

/** Counted before anything is built of them. */
function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++;
  return count;
}

/** A page nested without end would overflow the walkers. */
function checkDepth(document: DefaultTreeAdapterTypes.Document): void {
  const open: { node: { childNodes?: HtmlNode[] }; depth: number }[] = [
    { node: document, depth: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > DEEPEST) throw new Refusal('xml-too-large');
    for (const node of next.node.childNodes ?? [])
      if ('childNodes' in node) open.push({ node, depth: next.depth + 1 });
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? '';
}

/** All text below an element that a reader sees. */
export function visibleText(element: HtmlElement): string {
  return element.childNodes
    .map((node) => {
      if (node.nodeName === '#text') return 'value' in node ? node.value : '';
      return isElement(node) && !isDropped(node) ? visibleText(node) : '';
    })
    .join('');
}
