import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { readIndexChunk } from '../../lib/search/index-chunk.ts';

/** A finished piece of the word index. */
export interface WordChunk {
  first: string;
  /** As Pagefind wrote it: gzip. */
  content: Buffer;
}

/** Number of postings after which Pagefind begins a new chunk; it reads it when it starts. */
const CHUNK_SIZE_VARIABLE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/**
 * Let Pagefind build a word index of plain records.
 *
 * Only its word chunks are kept: our own table names the documents, and our own texts give the
 * excerpts. Many documents share a record, since Pagefind's cost grows with records × words.
 *
 * @param records Words of each record, separated by spaces; numbered in order.
 * @param chunkSize Postings per chunk.
 * @returns Chunks in the order of their words. The same records give the same bytes.
 * @throws When Pagefind refuses a record, or writes what {@link readIndexChunk} cannot read.
 */
export async function buildWordIndex(
  records: AsyncIterable<string> | Iterable<string>,
  chunkSize: number,
): Promise<WordChunk[]> {
  const folder = await mkdtemp(join(tmpdir(), 'word-index-'));
  const before = process.env[CHUNK_SIZE_VARIABLE];
  process.env[CHUNK_SIZE_VARIABLE] = `${chunkSize}`;
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
    return count === 0 ? [] : await readChunks(join(folder, 'index'));
  } finally {
    await pagefind.close();
    if (before === undefined) Reflect.deleteProperty(process.env, CHUNK_SIZE_VARIABLE);
    else process.env[CHUNK_SIZE_VARIABLE] = before;
    await rm(folder, { recursive: true, force: true });
  }
}

async function readChunks(folder: string): Promise<WordChunk[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.pf_index'));
  const chunks = await Promise.all(files.map((name) => readChunk(join(folder, name))));
  return chunks.sort((a, b) => (a.first < b.first ? -1 : 1));
}

async function readChunk(file: string): Promise<WordChunk> {
  const content = await readFile(file);
  const { words } = readIndexChunk(gunzipSync(content));
  const sorted = words.every((word, at) => at === 0 || (words[at - 1] ?? '') < word);
  if (!sorted) throw new Error(`Pagefind: words out of order in ${file}`);
  return { first: words[0] ?? '', content };
}
