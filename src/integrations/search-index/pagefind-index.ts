import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { WordPostings } from '../../lib/search/index-chunk.ts';
import { readPagefindChunk, readPagefindPositions } from './pagefind-chunk.ts';

/** Postings in one file that Pagefind writes for us to read. */
const CHUNK_POSTINGS = 50_000;
/** Where Pagefind finds that number when it starts. */
const CHUNK_SIZE_VARIABLE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/**
 * Let Pagefind build a word index of plain records.
 *
 * Only its word chunks are kept: our own table names the documents, and our own texts give the
 * excerpts. Many documents share a record, since Pagefind's cost grows with records × words.
 *
 * @param records Words of each record, separated by spaces.
 * @param starts First position of each record in the common count of positions; may be filled while
 *   the records are read.
 * @returns Every word with its positions, in the order of the words.
 * @throws When Pagefind refuses a record, or writes what {@link readPagefindChunk} cannot read.
 */
export async function buildWordIndex(
  records: AsyncIterable<string> | Iterable<string>,
  starts: readonly number[],
): Promise<WordPostings[]> {
  const folder = await mkdtemp(join(tmpdir(), 'word-index-'));
  const before = process.env[CHUNK_SIZE_VARIABLE];
  process.env[CHUNK_SIZE_VARIABLE] = `${CHUNK_POSTINGS}`;
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'vi', maxFragments: 1 });
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    let count = 0;
    for await (const content of records) {
      const added = await index.addCustomRecord({ url: `${count++}`, content, language: 'vi' });
      if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
    return count === 0 ? [] : await readWords(join(folder, 'index'), starts);
  } finally {
    await pagefind.close();
    if (before === undefined) Reflect.deleteProperty(process.env, CHUNK_SIZE_VARIABLE);
    else process.env[CHUNK_SIZE_VARIABLE] = before;
    await rm(folder, { recursive: true, force: true });
  }
}

async function readWords(folder: string, starts: readonly number[]): Promise<WordPostings[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.pf_index'));
  const chunks = await Promise.all(files.map((name) => readChunk(join(folder, name), starts)));
  return chunks.flat().sort(([a], [b]) => (a < b ? -1 : 1));
}

async function readChunk(file: string, starts: readonly number[]): Promise<WordPostings[]> {
  const chunk = readPagefindChunk(gunzipSync(await readFile(file)));
  return chunk.words.map((word, index) => [word, readPagefindPositions(chunk, index, starts)]);
}
