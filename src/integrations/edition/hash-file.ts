import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Checksums } from '../../lib/edition/checksums.ts';

/** SHA-256 of a file, 64 hexadecimal digits. Reads it in parts: a file may be larger than memory. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/**
 * Digests of files.
 *
 * @param paths Below the folder, with `/`.
 */
export function hashFiles(folder: string, paths: readonly string[]): Checksums {
  const buffer = Buffer.allocUnsafe(PART);
  return new Map(paths.map((path) => [path, hashAtOnce(join(folder, path), buffer)]));
}

/** Part of a file that is read at once, in bytes. */
const PART = 1 << 20;

/** For thousands of small files: a stream for each costs ten times as much as reading it. */
function hashAtOnce(file: string, buffer: Buffer): string {
  const hash = createHash('sha256');
  const descriptor = openSync(file, 'r');
  try {
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) {
      hash.update(buffer.subarray(0, size));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
