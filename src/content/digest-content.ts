import { isUtf8 } from 'node:buffer';
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
  if (withUnixLines.has(file)) return digestFile(file);
  return file.text.includes('\r\n') ? sha256(file.text.replaceAll('\r\n', '\n')) : digestFile(file);
}

const digests = new WeakMap<ContentFile, string>();
/** Files that are known to have no other ends of lines. */
const withUnixLines = new WeakSet<ContentFile>();

/** SHA-256 of a file's text, 64 hexadecimal digits; counted once. */
export function digestFile(file: ContentFile): string {
  const known = digests.get(file) ?? sha256(file.text);
  digests.set(file, known);
  return known;
}

/** Take the digest of a file from the bytes that its text is to be decoded from. */
export function keepFileDigest(file: ContentFile, bytes: Buffer): void {
  // Bytes that are no UTF-8 are not those of the text.
  if (!isUtf8(bytes)) return;
  digests.set(file, sha256(bytes));
  if (!bytes.includes('\r\n')) withUnixLines.add(file);
}
