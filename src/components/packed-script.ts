import { stableGzip } from '../content/stable-gzip.ts';
import { encodeDense } from '../lib/search/dense-text.ts';

/**
 * A classic script that hands over a content in little room: file:// lets a page read nothing else.
 *
 * @param before Code up to the content, which is a string: gzipped JSON, by `encodeDense`.
 * @param after Code behind it.
 * @returns Bytes of a script in UTF-16, in which the string takes the least.
 */
export function packedScript(before: string, content: unknown, after: string): Buffer<ArrayBuffer> {
  const packed = stableGzip(JSON.stringify(content), 9);
  return Buffer.from(`\uFEFF${before}"${encodeDense(packed)}"${after}\n`, 'utf16le');
}
