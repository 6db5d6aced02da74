import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatBody } from './format-body.ts';
import { parseBody } from './parse-body.ts';
import { readAsMdx, textsOf } from './testing/mdx-oracle.ts';
import { blocksOf } from './text.ts';
import type { Block, BodyNode, ProvisionTree } from './types.ts';

/** Fictional documents, one of each kind. */
const FOLDER = new URL('fixtures/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => name.slice(0, -'.mdx'.length));

describe.each(NAMES)('%s', (name) => {
  const body = readFileSync(new URL(`${name}.mdx`, FOLDER), 'utf8');
  const { tree, nodes, problems } = parseBody(body);

  test('has no problems', () => {
    expect(problems).toEqual([]);
  });

  test('has the ids and names of its printed labels', async () => {
    const lines = [...tree.byId].map(([id, { label, heading }]) =>
      [id, label, heading ?? ''].join(' | ').trimEnd(),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`fixtures/${name}.anchors.txt`);
  });

  test('is written back byte for byte', () => {
    expect(formatBody(nodes)).toBe(body);
  });

  test('reads in MDX as it reads here', () => {
    expect(textsOf(nodes)).toEqual(readAsMdx(body).texts);
  });

  test('has each block in exactly one unit, in the order of the text', () => {
    expect(blocksInTree(tree)).toEqual(blocksInFile(nodes));
  });
});

test('a code of 320 articles has them all, in order', () => {
  const articles = Array.from({ length: 320 }, (_, i) => `### Điều ${i + 1}. Tên\n\n**1.** Một.\n`);
  const { tree, problems } = parseBody(articles.join('\n'));
  expect(problems).toEqual([]);
  expect([...tree.byId.keys()]).toEqual(articles.flatMap((_, i) => [`d${i + 1}`, `d${i + 1}-1`]));
});

function blocksInTree(tree: ProvisionTree): Block[] {
  return [...tree.preamble, ...tree.children.flatMap(blocksOf)];
}

function blocksInFile(nodes: readonly BodyNode[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === 'wrapper') return blocksInFile(node.children);
    return node.type === 'anchor' || node.type === 'gap' || node.type === 'footnote-definition'
      ? []
      : [node];
  });
}
