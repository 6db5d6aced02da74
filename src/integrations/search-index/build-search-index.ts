import type { Library } from '../../lib/library/types.ts';
import { buildRecords, buildTable } from '../../lib/search/build-records.ts';
import {
  INDEX_FORMAT,
  packTexts,
  type ChunkEntry,
  type SearchDocument,
  type SearchManifest,
  type SearchTable,
  type SearchTexts,
} from '../../lib/search/index-format.ts';
import { packWords } from '../../lib/search/index-chunk.ts';
import { WordIndex } from '../../lib/search/word-index.ts';
import { compressJson, digest, SearchFolder } from './search-files.ts';

export interface SearchIndexOptions {
  library: Library;
  /** Root of the site's output; the index goes to its folder `tim-kiem`. */
  output: string;
  /** Code of the engine for browsers, see `bundle-engine.ts`; null when only Node reads the index. */
  engine: string | null;
  /** Told after each document. */
  report?: (done: number, total: number) => void;
}

/** What was written. */
export interface SearchIndexReport {
  documents: number;
  /** Syllables of all texts. */
  syllables: number;
  files: { name: string; bytes: number }[];
}

/** A cluster of a large FAT32 stick: a file that is a little longer takes twice the room. */
const CLUSTER = 32_768;
/** Bytes of one chunk of the word index: what fills a cluster once it is a script. */
const CHUNK_BYTES = Math.floor((CLUSTER - 64) / 1.045);
const MOST_CHUNKS = 600;
/** Characters of text in one file of texts, which fill most of a cluster. */
const TEXT_CHARACTERS = 70_000;
const MOST_TEXTS = 1000;

/**
 * Build the search index of a library and write it into the output.
 *
 * @returns What was written; the same library and engine give the same bytes.
 */
export async function buildSearchIndex({
  library,
  output,
  engine,
  report,
}: SearchIndexOptions): Promise<SearchIndexReport> {
  const folder = new SearchFolder(output);
  await folder.create();
  const corpus = new CorpusWriter(library, folder);
  await corpus.write(report);
  const { words } = corpus;
  const table: SearchTable = {
    ...buildTable(library),
    documents: corpus.documents,
    syllables: words.keys.join(' '),
  };
  const chunks: ChunkEntry[] = [];
  for (const { first, bytes } of packWords(words.postings(), chunkBytes(words.count))) {
    chunks.push([first, await folder.addHashed('chi-muc', bytes)]);
  }
  const manifest: Omit<SearchManifest, 'build'> = {
    format: INDEX_FORMAT,
    engine: engine === null ? null : await folder.addEngine(engine),
    table: await folder.addHashed('bang', compressJson(table)),
    chunks,
    texts: corpus.texts,
  };
  const build = digest(JSON.stringify(manifest));
  await folder.addManifest({ ...manifest, build });
  return { documents: library.documents.length, syllables: words.count, files: folder.files };
}

/** Chunks grow with the corpus, so that their number stays small. A position takes about 14 bits. */
function chunkBytes(positions: number): number {
  return Math.max(CHUNK_BYTES, Math.ceil((positions * 1.75) / MOST_CHUNKS));
}

function charactersOf(library: Library): number {
  return library.documents.reduce((sum, { body }) => sum + body.length, 0);
}

/** Runs once through the corpus: fills the word index and writes the texts on the way. */
class CorpusWriter {
  readonly documents: SearchDocument[] = [];
  readonly words = new WordIndex();
  readonly texts: string[] = [];
  readonly #library: Library;
  readonly #folder: SearchFolder;
  readonly #textCharacters: number;
  #waiting: SearchTexts = {};
  #characters = 0;

  constructor(library: Library, folder: SearchFolder) {
    this.#library = library;
    this.#folder = folder;
    this.#textCharacters = Math.max(TEXT_CHARACTERS, charactersOf(library) / MOST_TEXTS);
  }

  async write(report: SearchIndexOptions['report']): Promise<void> {
    for (const { document, text, syllables } of buildRecords(this.#library)) {
      this.documents.push({ ...document, text: this.texts.length });
      for (const block of syllables) this.words.add(block);
      await this.#addText(document.slug, text);
      report?.(this.documents.length, this.#library.documents.length);
    }
    await this.#flushTexts();
  }

  async #addText(slug: string, text: SearchTexts[string]): Promise<void> {
    this.#waiting[slug] = text;
    this.#characters += text.segments.reduce((all, [, , , words]) => all + words.length, 0);
    if (this.#characters >= this.#textCharacters) await this.#flushTexts();
  }

  async #flushTexts(): Promise<void> {
    if (Object.keys(this.#waiting).length === 0) return;
    this.texts.push(await this.#folder.addHashed('van', compressJson(packTexts(this.#waiting))));
    this.#waiting = {};
    this.#characters = 0;
  }
}
