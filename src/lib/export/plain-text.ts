import type { LibraryDocument } from '../library/types.ts';
import { documentText, gistText, ownText } from '../provision/text.ts';
import type { Footnote, Provision, ProvisionTree } from '../provision/types.ts';

/** Sentences of the library's own that a plain text needs. */
export interface PlainTextWords {
  /** Heads a file that is not the document's text. */
  notOfficial: string;
  /** Heads a file that says only which document it is. */
  noText: string;
  /** Before each gist. */
  gist: string;
}

/**
 * A document as plain text.
 *
 * - Where the library holds the text: the official text and nothing else, footnotes at the end.
 * - Where it holds an outline: a warning on the first line, then labels, and gists with their own
 *   mark on every line.
 * - Where it holds neither: the title and the same kind of warning.
 *
 * @returns Lines parted by `\n`, one at the end.
 */
export function toPlainText(
  { data, tree }: Pick<LibraryDocument, 'data' | 'tree'>,
  words: PlainTextWords,
): string {
  const { state } = data.text;
  if (state === 'full' || state === 'ocr-unchecked') return `${officialText(tree)}\n`;
  const outline = tree.children.flatMap((unit) => outlineLines(unit, words));
  const warning = outline.length === 0 ? words.noText : words.notOfficial;
  const head = [warning, '', data.title, ...(data.symbol === null ? [] : [data.symbol])];
  return [...head, ...(outline.length === 0 ? [] : ['', ...outline]), ''].join('\n');
}

/** As `documentText`, but each footnote begins with its figure, as it is printed. */
function officialText(tree: ProvisionTree): string {
  const body = documentText({ ...tree, footnotes: [] });
  return [body, ...tree.footnotes.map(footnoteLine)].filter((text) => text !== '').join('\n');
}

function footnoteLine({ label, blocks }: Footnote): string {
  return `${label} ${documentText({ preamble: blocks, children: [], footnotes: [], byId: new Map() })}`;
}

function outlineLines(unit: Provision, words: PlainTextWords): string[] {
  const own = ownText(unit);
  const gists = gistText(unit)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${words.gist} ${line}`);
  return [
    ...(own === '' ? [] : own.split('\n')),
    ...gists,
    ...unit.children.flatMap((child) => outlineLines(child, words)),
  ];
}
