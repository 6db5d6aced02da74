import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
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
export async function hashFiles(folder: string, paths: readonly string[]): Promise<Checksums> {
  const checksums = new Map<string, string>();
  for (const path of paths) checksums.set(path, await hashFile(join(folder, path)));
  return checksums;
}
