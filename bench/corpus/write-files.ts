import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateCorpus } from './generate.ts';

/**
 * Write the invented corpus.
 *
 * @param folder A content folder, made where it is missing.
 * @returns What was written.
 */
export async function writeCorpus(
  folder: string,
  documents: number,
  seed: number,
): Promise<{ files: number; bytes: number }> {
  let bytes = 0;
  let files = 0;
  for (const { path, text } of generateCorpus(documents, seed)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    bytes += Buffer.byteLength(text);
    files++;
  }
  return { files, bytes };
}
