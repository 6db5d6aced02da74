import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeLine } from './escape.ts';
import { formatBody } from './format-body.ts';
import { tidyInline, withoutBreaks } from './format-inline.ts';
import { parseBody } from './parse-body.ts';
import { bodyNodes, edit, edits, hostileText } from './testing/arbitraries.ts';
import { readAsMdx, textsOf } from './testing/mdx-oracle.ts';
import type { Block, BodyNode } from './types.ts';

/** Nodes that a body may be made of; anything else could be code, or a list that counts by itself. */
const NODES =
  /^(?:root|paragraph|heading|text|strong|emphasis|link|break|blockquote|table|tableRow|tableCell|footnoteReference|footnoteDefinition|mdxJsx(?:Flow|Text)Element:(?:Opening|Closing|Attached|Annex|Gist|Anchor|Gap|table|tr|td|th|p|br))$/;

/** Problems of the tree alone: the body is still read, written and compared. */
const TREE_PROBLEMS = ['anchor-duplicate', 'content-after-end', 'opening-not-first'];

function syntaxProblems(body: string): string[] {
  return parseBody(body)
    .problems.map(({ id }) => id)
    .filter((id) => !TREE_PROBLEMS.includes(id));
}

describe(
  'our reading of a body is that of remark-parse with remark-mdx and remark-gfm',
  { timeout: 120_000 },
  () => {
    test('any text, escaped, comes back as itself and nothing but text', () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          const source = `${escapeLine(text)}\n`;
          expect(syntaxProblems(source)).toEqual([]);
          expect(textsOf(parseBody(source).nodes)).toEqual([text]);
          const mdx = readAsMdx(source);
          expect(mdx.texts).toEqual([text]);
          // GFM finds addresses even in escaped text; the text stays the same.
          expect(
            [...mdx.types].filter((type) => !/^(?:root|paragraph|text|link)$/.test(type)),
          ).toEqual([]);
        }),
        { numRuns: 2000 },
      );
    });

    test('any tree can be written, and both read back its text', () => {
      fc.assert(
        fc.property(bodyNodes, (nodes) => {
          const source = formatBody(nodes);
          expect(syntaxProblems(source)).toEqual([]);
          const parsed = parseBody(source);
          expect(formatBody(parsed.nodes)).toBe(source);
          expect(textsOf(parsed.nodes)).toEqual(textsOf(nodes.map(tidy)));
          expect(readAsMdx(source).texts).toEqual(textsOf(parsed.nodes));
        }),
        { numRuns: 1500 },
      );
    });

    test('where we find nothing wrong in an edited body, MDX reads the same', () => {
      let clean = 0;
      fc.assert(
        fc.property(bodyNodes, edits, (nodes, changes) => {
          const source = edit(formatBody(nodes), changes).replace(/\r/g, '');
          if (syntaxProblems(source).length > 0) return;
          clean++;
          const mdx = readAsMdx(source);
          expect(mdx.texts).toEqual(textsOf(parseBody(source).nodes));
          expect([...mdx.types].filter((type) => !NODES.test(type))).toEqual([]);
        }),
        { numRuns: 3000 },
      );
      expect(clean).toBeGreaterThan(300);
    });
  },
);

/** The tree as it can be written: see {@link tidyInline}. */
function tidy<Node extends BodyNode>(node: Node): Node {
  switch (node.type) {
    case 'paragraph':
      return { ...node, content: tidyInline(node.content) };
    case 'heading':
      return { ...node, content: withoutBreaks(tidyInline(node.content)) };
    case 'quote':
      return { ...node, blocks: node.blocks.map((block: Block) => tidy(block)) };
    case 'gist':
      return { ...node, paragraphs: node.paragraphs.map(tidy) };
    case 'wrapper':
      return { ...node, children: node.children.map(tidy) };
    case 'table':
      return {
        ...node,
        rows: node.rows.map((row) =>
          row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(tidyInline) })),
        ),
      };
    default:
      return node;
  }
}
