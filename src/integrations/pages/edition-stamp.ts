/**
 * Every page states its edition, so that a page in view knows when there is a newer one. The id
 * changes with every word of the content, and must not make every page another one: it is put in anew where
 * a page is taken over.
 */

const stamp = (id: string): string => `data-edition="${id}"`;

/**
 * A finished page with the id of another edition in its stamp.
 *
 * @returns null when the page has no such stamp.
 */
export function restamp(page: Buffer, from: string, to: string): Buffer | null {
  const old = stamp(from);
  const at = page.indexOf(old);
  if (at < 0) return null;
  const rest = page.subarray(at + Buffer.byteLength(old));
  return Buffer.concat([page.subarray(0, at), Buffer.from(stamp(to)), rest]);
}
