import { readFile, stat } from 'node:fs/promises';
import { Refusal } from './import-error.ts';

/** Bytes of an original; more is no document. */
export const LARGEST_FILE = 200 * 2 ** 20;

/**
 * Read an original file. What is no file, such as a device that never ends, is not opened.
 *
 * @throws {Refusal} `file-unreadable`, `file-not-regular`, `file-too-large`.
 */
export async function readOriginal(path: string): Promise<Buffer> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new Refusal('file-unreadable');
  if (!info.isFile()) throw new Refusal('file-not-regular');
  if (info.size > LARGEST_FILE) throw new Refusal('file-too-large');
  return readFile(path).catch(() => {
    throw new Refusal('file-unreadable');
  });
}
