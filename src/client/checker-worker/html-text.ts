import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { Refusal } from '../../importers/import-error.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** More tags than any saved text has. */
const MOST_TAGS = 400_000;

const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'title', 'svg', 'iframe']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

/**
 * Words of a saved web page in their order: blocks apart by an empty line, white space as shown.
 * Nothing of the page is run or loaded.
 *
 * @throws {Refusal} `too-many-tags`.
 */
export function htmlText(html: string): string {
  if (countTags(html) > MOST_TAGS) throw new Refusal('too-many-tags');
  const words = new Words();
  const open: (Node | 'block')[] = [...parse(html).childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === 'block') words.endBlock();
    else if (node.nodeName === '#text') words.add((node as DefaultTreeAdapterTypes.TextNode).value);
    else if (node.nodeName === 'br') words.endLine();
    else if ('childNodes' in node && !DROPPED.has(node.nodeName)) {
      const isBlock = BLOCKS.has(node.nodeName);
      if (isBlock) words.endBlock();
      if (isBlock) open.push('block');
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i];
        if (child) open.push(child);
      }
    }
  }
  return words.text();
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++;
  return count;
}

/** Collects paragraphs. */
class Words {
  private readonly blocks: string[] = [];
  private block: string[] = [];

  add(text: string): void {
    this.block.push(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  endLine(): void {
    this.block.push('\n');
  }

  endBlock(): void {
    const text = this.block
      .join('')
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '') this.blocks.push(text);
    this.block = [];
  }

  text(): string {
    this.endBlock();
    return this.blocks.join('\n\n');
  }
}
