import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, BodyNode, Inline, PrintedLabel } from '../types.ts';

/**
 * The reading of a real Markdown engine, to hold ours against. Tests only.
 */

interface MarkdownNode {
  type: string;
  name?: string | null;
  value?: string;
  children?: MarkdownNode[];
}

export interface Reading {
  /** Text of each paragraph, heading and table cell, in the order of the file. */
  texts: string[];
  /** Every type of node met, `mdxJsxFlowElement:Opening` for tags. */
  types: Set<string>;
}

const engine = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);

/** Read a body as remark-parse with remark-mdx and remark-gfm does. Throws where MDX does. */
export function readAsMdx(body: string): Reading {
  const reading: Reading = { texts: [], types: new Set() };
  visit(engine.parse(body), reading);
  return reading;
}

/** The same reading from our own parse. */
export function textsOf(nodes: readonly BodyNode[]): string[] {
  return nodes.flatMap((node): string[] => {
    switch (node.type) {
      case 'wrapper':
        return textsOf(node.children);
      case 'anchor':
      case 'gap':
        return [];
      case 'footnote-definition':
        return textsOf(node.blocks);
      default:
        return blockTexts(node);
    }
  });
}

function blockTexts(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return nonEmpty(labelText(block.label, block.content) + inlineText(block.content));
    case 'quote':
      return block.blocks.flatMap(blockTexts);
    case 'gist':
      return block.paragraphs.flatMap(blockTexts);
    case 'table':
      return block.rows.flatMap((row) =>
        row.flatMap((cell) => nonEmpty(cell.paragraphs.map(inlineText).join(''))),
      );
  }
}

function labelText(label: PrintedLabel | null, content: readonly Inline[]): string {
  if (!label) return '';
  const isTight = content.length === 0 || content[0]?.type === 'footnote-ref';
  return isTight ? label.printed : `${label.printed} `;
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return '\n';
      return node.type === 'footnote-ref' ? '' : inlineText(node.children);
    })
    .join('');
}

function nonEmpty(text: string): string[] {
  return text === '' ? [] : [text];
}

const LEAVES = ['paragraph', 'heading', 'tableCell'];
const CELLS = ['td', 'th'];

function visit(node: MarkdownNode, reading: Reading): void {
  reading.types.add(node.name === undefined ? node.type : `${node.type}:${node.name ?? ''}`);
  const isCell = CELLS.includes(node.name ?? '');
  if (isCell || (LEAVES.includes(node.type) && !holdsRow(node)))
    reading.texts.push(...nonEmpty(markdownText(node, reading)));
  else for (const child of node.children ?? []) visit(child, reading);
}

/** MDX wraps a line of tags into a paragraph. */
function holdsRow(node: MarkdownNode): boolean {
  return node.children?.some((child) => child.name === 'tr') === true;
}

/** Our writer puts a space before the backslash of a line break, which Markdown keeps. */
function markdownText(node: MarkdownNode, reading: Reading): string {
  return rawText(node, reading).replace(/ ?\u0000/g, '\n');
}

function rawText(node: MarkdownNode, reading: Reading): string {
  reading.types.add(node.name === undefined ? node.type : `${node.type}:${node.name ?? ''}`);
  if (node.type === 'break') return '\u0000';
  if (node.name === 'br') return '\n';
  if (node.children) return node.children.map((child) => rawText(child, reading)).join('');
  return node.value ?? '';
}
