import { derive } from '../../lib/library/derived.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { buildRecords, buildTable, type SearchRecord } from '../../lib/search/build-records.ts';
import {
  INDEX_FORMAT,
  type ChunkEntry,
  type NamedLibrary,
  type SearchDocument,
  type SearchManifest,
  type SearchTable,
} from '../../lib/search/index-format.ts';
import { packWords } from '../../lib/search/index-chunk.ts';
import { TextCutter } from '../../lib/search/text-cutter.ts';
import { WordIndex } from '../../lib/search/word-index.ts';
import { compressJson, digest, SearchFolder } from './search-files.ts';
import type { KeptText, SearchMemory } from './search-memory.ts';
import { TextFiles } from './text-files.ts';

export interface SearchIndexOptions {
  library: Library;
  /** Root of the site's output; the index goes to its folder `tim-kiem`. */
  output: string;
  /** Code of the engine for browsers, see `bundle-engine.ts`; null when only Node reads the index. */
  engine: string | null;
  /** Other libraries that are searched along. */
  libraries?: readonly NamedLibrary[];
  /** What an earlier build knew of the texts; the index has the same bytes without it. */
  memory?: SearchMemory;
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
/** Bytes of one chunk of the word index for each cluster that it fills once it is a script. */
const CHUNK_BYTES = Math.floor((CLUSTER - 64) / 1.009);
/** About so many chunks at most. */
const MOST_CHUNKS = 600;
/** Bytes of one file of texts for each cluster, likewise. */
const TEXT_BYTES = CHUNK_BYTES;
/** Bytes that a character of text takes there, about. */
const BYTES_OF_CHARACTER = 0.13;
/** About so many files at most. */
const MOST_TEXTS = 1000;

/**
 * Build the search index of a library and write it into the output.
 *
 * @returns What was written; the same library and engine give the same bytes.
 */
export function buildSearchIndex({
  library,
  output,
  engine,
  libraries = [],
  memory,
  report,
}: SearchIndexOptions): SearchIndexReport {
  const folder = new SearchFolder(output);
  folder.create();
  const corpus = new CorpusWriter(library, folder, memory);
  corpus.write(report);
  const { words } = corpus;
  memory?.save(corpus.vocabulary, words.values);
  const table: SearchTable = {
    ...buildTable(library),
    documents: corpus.documents,
    syllables: words.keys.join(' '),
  };
  const chunks: ChunkEntry[] = [];
  for (const { starts, bytes } of packWords(words.postings(), chunkBytes(words.count))) {
    const file = folder.addHashed('chi-muc', bytes);
    chunks.push(...starts.map((start): ChunkEntry => [start, file]));
  }
  chunks.sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest: Omit<SearchManifest, 'build'> = {
    format: INDEX_FORMAT,
    engine: engine === null ? null : folder.addEngine(engine),
    table: folder.addHashed('bang', compressJson(table)),
    chunks,
    words: corpus.texts.words,
    texts: corpus.texts.names,
    ...(libraries.length === 0 ? {} : { libraries: [...libraries] }),
  };
  const build = digest(JSON.stringify(manifest));
  folder.addManifest({ ...manifest, build });
  return { documents: library.documents.length, syllables: words.count, files: folder.files };
}

/** Chunks grow with the corpus, so that their number stays small. A position takes about 14 bits. */
function chunkBytes(positions: number): number {
  return CHUNK_BYTES * clustersFor((positions * 1.75) / MOST_CHUNKS, CHUNK_BYTES);
}

/** Whole clusters: a part of one would take the room of all of it. */
function clustersFor(size: number, ofOne: number): number {
  return Math.max(1, Math.round(size / ofOne));
}

function charactersOf(library: Library): number {
  const charactersIn = (document: LibraryDocument): number =>
    derive(document.tree, 'body-length', () => document.body.length);
  return library.documents.reduce((sum, document) => sum + charactersIn(document), 0);
}

/** Room of a file of texts: they grow with the corpus, too. */
function textBytes(library: Library): number {
  const size = charactersOf(library) * BYTES_OF_CHARACTER;
  return TEXT_BYTES * clustersFor(size / MOST_TEXTS, TEXT_BYTES);
}

/** Runs once through the corpus: fills the word index and writes the texts on the way. */
class CorpusWriter {
  documents: SearchDocument[] = [];
  readonly words: WordIndex;
  readonly texts: TextFiles;
  readonly #library: Library;
  readonly #memory: SearchMemory | undefined;
  readonly #cutter: TextCutter;

  constructor(library: Library, folder: SearchFolder, memory: SearchMemory | undefined) {
    this.#library = library;
    this.#memory = memory;
    this.#cutter = new TextCutter(memory?.vocabulary);
    this.words = new WordIndex(this.vocabulary);
    const { documents } = library;
    this.texts = new TextFiles(documents, folder, textBytes(library), this.#cutter, memory);
  }

  /** Keys of syllables by their numbers in the word index. */
  get vocabulary(): readonly string[] {
    return this.#cutter.vocabulary;
  }

  write(report: SearchIndexOptions['report']): void {
    const records: SearchRecord[] = [];
    for (const record of buildRecords(this.#library, (document) => this.#take(document))) {
      records.push(record);
      report?.(records.length, this.#library.documents.length);
    }
    this.texts.finish();
    const { fileOf } = this.texts;
    this.documents = records.map((record, at) => ({ ...record, text: fileOf[at] ?? 0 }));
  }

  /** Index a document's text, and hand it to its file. @returns Its regions. */
  #take(document: LibraryDocument): number[] {
    const known = this.#memory?.textOf(document.slug) ?? null;
    if (known !== null) {
      this.texts.add(null);
      return this.#index(document, known);
    }
    const text = this.texts.cut(document);
    this.texts.add(text);
    return this.#index(document, text);
  }

  #index({ slug }: LibraryDocument, { regions, values }: KeptText): number[] {
    this.words.add(values);
    this.#memory?.keepText(slug, regions);
    return regions;
  }
}
