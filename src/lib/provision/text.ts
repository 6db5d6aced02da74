import type { Block, Gist, Inline, Provision, ProvisionTree, TableCell } from './types.ts';

/**
 * Plain text of a run: a printed line break is `\n`, footnote marks are left out.
 */
export function plainInline(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'break') text += '\n';
    else if (node.type !== 'footnote-ref') text += plainInline(node.children);
  }
  return text;
}

/**
 * Official text of blocks, one line per paragraph, printed labels included, gists left out. Cells
 * of a table are set off by tabs.
 */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .filter((block) => block.type !== 'gist')
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
}

/** Official text of a unit without its sub-units: its label, heading and own paragraphs. */
export function ownText(provision: Provision): string {
  return plainText(provision.blocks);
}

/** Official text of a unit with all below it, in the order of the document; gists left out. */
export function provisionText(provision: Provision): string {
  return plainText(blocksOf(provision));
}

/** Official text of a whole document, footnotes at the end. */
export function documentText(tree: ProvisionTree): string {
  const blocks = [...tree.preamble, ...tree.children.flatMap(blocksOf)];
  return plainText([...blocks, ...tree.footnotes.flatMap((footnote) => footnote.blocks)]);
}

/** Our own words about a unit: titles and paragraphs of its gists, not of its sub-units'. */
export function gistText(provision: Provision): string {
  return gistsOf(provision)
    .flatMap(({ title, paragraphs }) => [title ?? '', plainText(paragraphs)])
    .filter((text) => text !== '')
    .join('\n');
}

export function gistsOf(provision: Provision): Gist[] {
  return provision.blocks.filter((block) => block.type === 'gist');
}

/** Blocks of a unit and of all below it, in the order of the document. */
export function blocksOf(provision: Provision): Block[] {
  return [...provision.blocks, ...provision.children.flatMap(blocksOf)];
}

/**
 * Text as the proof of fidelity compares it, profile `v1`: NFC, invisible characters and all white
 * space dropped. Quotes, dashes, case and tone placement are kept.
 *
 * Legacy fonts must be decoded before: in TCVN3 text U+00AD is a letter.
 */
export function normalizeV1(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200B\u200E\uFEFF\u00AD]+/g, '');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.label?.printed ?? '', plainInline(block.content)]
        .filter((text) => text !== '')
        .join(' ');
    case 'quote':
      return plainText(block.blocks);
    case 'table':
      return block.rows.map((row) => row.map(cellText).join('\t')).join('\n');
    case 'gist':
      return '';
  }
}

function cellText({ paragraphs }: TableCell): string {
  return paragraphs.map(plainInline).join('\n');
}
