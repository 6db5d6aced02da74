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

/** Of each UTF-16 unit whether {@link normalizeV1} drops it: 1 no, 2 yes; 0 until first asked for. */
const fates = new Uint8Array(0x10000);

function fateOf(unit: number): number {
  return (fates[unit] = normalizeV1(`a${String.fromCharCode(unit)}`) === 'a' ? 2 : 1);
}

/** UTF-16 units of `normalizeV1` of texts, one text after the other, for digests of many texts. */
export class UnitsV1 {
  length = 0;
  /** The first {@link length} are filled. */
  units = new Uint16Array(1 << 12);

  add(text: string): void {
    const composed = text.normalize('NFC');
    this.#reserve(composed.length);
    const { units } = this;
    let { length } = this;
    for (let at = 0; at < composed.length; at++) {
      const unit = composed.charCodeAt(at);
      const fate = fates[unit] ?? 0;
      if ((fate === 0 ? fateOf(unit) : fate) === 1) units[length++] = unit;
    }
    this.length = length;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.units.length) return;
    const larger = new Uint16Array((this.length + more) * 2);
    larger.set(this.units);
    this.units = larger;
  }
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
