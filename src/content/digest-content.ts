import { formatChecksums } from '../lib/edition/checksums.ts';
import type { ContentFile } from '../lib/library/types.ts';
import { sha256 } from './sha256.ts';

/**
 * Digest of a corpus: SHA-256 of the list that `sha256sum` prints of its files, sorted by path.
 * Where the files lie, and how the system ends its lines, makes no difference.
 *
 * @returns 64 hexadecimal digits.
 */
export function digestContent(files: readonly ContentFile[]): string {
  const checksums = files.map((file) => [file.path, digestLines(file)] as const);
  return sha256(formatChecksums(new Map(checksums)));
}

function digestLines(file: ContentFile): string {
  return file.text.includes('\r\n') ? sha256(file.text.replaceAll('\r\n', '\n')) : digestFile(file);
}

const digests = new WeakMap<ContentFile, string>();

/** SHA-256 of a file's text, 64 hexadecimal digits; counted once. */
export function digestFile(file: ContentFile): string {
  const known = digests.get(file) ?? sha256(file.text);
  digests.set(file, known);
  return known;
}
