import {
  paragraphsOf,
  shownRuns,
  type SourceDocument,
  type SourceParagraph,
} from '../lib/structure/source.ts';

/**
 * The text of a document as one string, for tools that look at words only.
 *
 * Paragraphs, those of tables too, are parted by an empty line; printed labels stand before their
 * paragraph; a footnote is called by `[n]` and stands at the end after `[n]`. Offsets of what is
 * found refer to this string, not to the file. Page headers and footers are left out.
 *
 * @returns NFC is not enforced: characters are as in the file.
 */
export function documentText({ blocks, notes }: SourceDocument): string {
  const paragraphs = paragraphsOf(blocks).map(paragraphText);
  const footnotes = notes.map(
    ({ label, paragraphs: lines }) => `[${label}] ${lines.map(paragraphText).join('\n')}`,
  );
  return [...paragraphs, ...footnotes].filter((text) => text.trim() !== '').join('\n\n');
}

function paragraphText(paragraph: SourceParagraph): string {
  const { generated } = paragraph;
  const text = shownRuns(paragraph)
    .map((run) => (run.note === undefined ? run.text : `[${run.note}]`))
    .join('');
  return generated === null ? text : `${generated.text} ${text}`;
}
