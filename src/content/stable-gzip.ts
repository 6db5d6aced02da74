import { gzipSync } from 'node:zlib';

/** Where a file in gzip names the operating system that compressed it. */
const OPERATING_SYSTEM = 9;
const UNKNOWN_SYSTEM = 255;

/** Compress; the same content gives the same bytes on every system. */
export function stableGzip(content: Uint8Array | string, level: 6 | 9): Buffer<ArrayBuffer> {
  const packed = gzipSync(content, { level });
  packed[OPERATING_SYSTEM] = UNKNOWN_SYSTEM;
  return packed;
}
