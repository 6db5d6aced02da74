import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place } from '../library/front-matter.ts';

/** A node of a body in our own words, as far as the rules look at it. */
export interface ProseNode {
  type: string;
  /** Of a link or an image. */
  url?: string | undefined;
  /** Of text. */
  value?: string | undefined;
  /** Of an element or a block. */
  name?: string | null | undefined;
  attributes?: ProseAttribute[] | undefined;
  children?: ProseNode[] | undefined;
  position?: { start: Place } | undefined;
}

/** An attribute; one without a name, or whose value is no text, is code. */
export interface ProseAttribute {
  name?: string | undefined;
  value?: unknown;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** @returns The error of the parser where the text cannot be read. */
export function parseProse(text: string): ProseNode | Error {
  try {
    return parser.parse(text);
  } catch (error) {
    return error as Error;
  }
}

/** A node and all inside it, in the order of the text. */
export function* walkProse(node: ProseNode): Generator<ProseNode> {
  yield node;
  for (const child of node.children ?? []) yield* walkProse(child);
}

/** Text of a node without its marks. */
export function proseText(node: ProseNode): string {
  return [...walkProse(node)].map(({ value }) => value ?? '').join('');
}
