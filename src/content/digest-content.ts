import { createHash } from 'node:crypto';
import { formatChecksums } from '../lib/edition/checksums.ts';
import type { ContentFile } from '../lib/library/types.ts';

/**
 * Digest of a corpus: SHA-256 of the list that `sha256sum` prints of its files, sorted by path.
 * Where the files lie, and how the system ends its lines, makes no difference.
 *
 * @returns 64 hexadecimal digits.
 */
export function digestContent(files: readonly ContentFile[]): string {
  const checksums = files.map(
    ({ path, text }) => [path, sha256(text.replaceAll('\r\n', '\n'))] as const,
  );
  return sha256(formatChecksums(new Map(checksums)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
