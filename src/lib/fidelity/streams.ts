import { normalizeV1 } from '../provision/text.ts';
import type { SourceDocument, SourceParagraph } from '../structure/source.ts';
import { paragraphsOf, rawText, storedText } from '../structure/source.ts';

/**
 * Streams of text that must agree: A, what the reader made of the original; B, what an independent
 * reading of the same file says; C, what the finished page shows.
 */

/** Name of the rule by which texts are made comparable. */
export const PROFILE = 'v1';

/**
 * Stream A before decoding: characters as stored, without white space.
 *
 * @param generated Whether labels that the program prints by itself are part of it.
 */
export function rawStream(source: SourceDocument, generated: boolean): string {
  return squeeze(textOf(source, generated, storedText));
}

/** Stream A: decoded text, labels included, notes at the end, by profile `v1`. */
export function sourceStream(source: SourceDocument): string {
  return normalizeV1(textOf(source, true, rawText));
}

/**
 * Characters of an undecoded text: composed, white space and invisible characters dropped. The soft
 * hyphen stays, as in some fonts it is a letter.
 */
export function squeeze(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200B\u200E\uFEFF]+/g, '');
}

/** Number and length of labels that the program prints by itself. */
export function generatedLabels(source: SourceDocument): { count: number; chars: number } {
  const labels = allParagraphs(source).flatMap(({ generated }) =>
    generated ? [generated.text] : [],
  );
  return { count: labels.length, chars: labels.join('').replace(/\s/g, '').length };
}

function textOf(
  source: SourceDocument,
  generated: boolean,
  own: (paragraph: SourceParagraph) => string,
): string {
  return allParagraphs(source)
    .map((paragraph) => `${generated ? (paragraph.generated?.text ?? '') : ''}${own(paragraph)}\n`)
    .join('');
}

function allParagraphs(source: SourceDocument): SourceParagraph[] {
  return [...paragraphsOf(source.blocks), ...source.notes.flatMap((note) => note.paragraphs)];
}
