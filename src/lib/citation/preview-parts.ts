/** Documents whose previews share a file: a few clusters of a stick, read in an instant. */
const DOCUMENTS_PER_PART = 150;

/** Number of files that the previews of a library are divided into. */
export function countPreviewParts(documents: number): number {
  return Math.max(1, Math.ceil(documents / DOCUMENTS_PER_PART));
}

/**
 * The file that holds the previews of a document and its units.
 *
 * @param parts See {@link countPreviewParts}.
 * @returns From 0; the same in a build and in every browser.
 */
export function previewPartOf(slug: string, parts: number): number {
  let hash = 0;
  for (let at = 0; at < slug.length; at++) hash = (hash * 31 + slug.charCodeAt(at)) % 1_000_003;
  return hash % parts;
}
