import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { buildRecords, buildTable } from '../../lib/search/build-records.ts';
import { documentText } from '../../lib/search/document-text.ts';
import {
  INDEX_FORMAT,
  packTexts,
  type ChunkEntry,
  type PackedTexts,
  type SearchDocument,
  type SearchManifest,
  type SearchTable,
  type SearchText,
} from '../../lib/search/index-format.ts';
import { packWords } from '../../lib/search/index-chunk.ts';
import { WordIndex } from '../../lib/search/word-index.ts';
import { compressJson, digest, SearchFolder, wrapFile } from './search-files.ts';
import type { KeptText, SearchMemory } from './search-memory.ts';

export interface SearchIndexOptions {
  library: Library;
  /** Root of the site's output; the index goes to its folder `tim-kiem`. */
  output: string;
  /** Code of the engine for browsers, see `bundle-engine.ts`; null when only Node reads the index. */
  engine: string | null;
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
const CHUNK_BYTES = Math.floor((CLUSTER - 64) / 1.045);
/** About so many chunks at most. */
const MOST_CHUNKS = 600;
/** Characters of text in one file of texts for each cluster, which they fill mostly. */
const TEXT_CHARACTERS = 70_000;
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
  memory,
  report,
}: SearchIndexOptions): SearchIndexReport {
  const folder = new SearchFolder(output);
  folder.create();
  const corpus = new CorpusWriter(library, folder, memory);
  corpus.write(report);
  const { words } = corpus;
  memory?.save(words.vocabulary, words.values(0, words.count));
  const table: SearchTable = {
    ...buildTable(library),
    documents: corpus.documents,
    syllables: words.keys.join(' '),
  };
  const chunks: ChunkEntry[] = [];
  for (const { first, bytes } of packWords(words.postings(), chunkBytes(words.count))) {
    chunks.push([first, folder.addHashed('chi-muc', bytes)]);
  }
  const manifest: Omit<SearchManifest, 'build'> = {
    format: INDEX_FORMAT,
    engine: engine === null ? null : folder.addEngine(engine),
    table: folder.addHashed('bang', compressJson(table)),
    chunks,
    texts: corpus.texts,
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
  return library.documents.reduce((sum, { body }) => sum + body.length, 0);
}

/** A document whose text waits for its file. */
interface Waiting {
  document: LibraryDocument;
  /** null when it was not read. */
  text: SearchText | null;
}

/** Runs once through the corpus: fills the word index and writes the texts on the way. */
class CorpusWriter {
  readonly documents: SearchDocument[] = [];
  readonly words: WordIndex;
  readonly texts: string[] = [];
  readonly #library: Library;
  readonly #folder: SearchFolder;
  readonly #memory: SearchMemory | undefined;
  readonly #textCharacters: number;
  #waiting: Waiting[] = [];
  #characters = 0;

  constructor(library: Library, folder: SearchFolder, memory: SearchMemory | undefined) {
    this.#library = library;
    this.#folder = folder;
    this.#memory = memory;
    this.words = new WordIndex(memory?.vocabulary);
    this.#textCharacters =
      TEXT_CHARACTERS * clustersFor(charactersOf(library) / MOST_TEXTS, TEXT_CHARACTERS);
  }

  write(report: SearchIndexOptions['report']): void {
    for (const record of buildRecords(this.#library, (document) => this.#take(document))) {
      this.documents.push({ ...record, text: this.texts.length });
      if (this.#characters >= this.#textCharacters) this.#writeTexts();
      report?.(this.documents.length, this.#library.documents.length);
    }
    this.#writeTexts();
  }

  /** Index a document's text, and let it wait for its file. @returns Its regions. */
  #take(document: LibraryDocument): number[] {
    const known = this.#memory?.textOf(document.slug) ?? null;
    const { regions, characters } = known === null ? this.#read(document) : this.#recall(known);
    if (known !== null) this.#waiting.push({ document, text: null });
    this.#characters += characters;
    this.#memory?.keepText(document.slug, { regions, characters });
    return regions;
  }

  #recall(known: KeptText): KeptText {
    this.words.addValues(known.values);
    return known;
  }

  #read(document: LibraryDocument): Omit<KeptText, 'values'> {
    const { regions, ...text } = documentText(document, (words) => this.words.add(words));
    this.#waiting.push({ document, text });
    return {
      regions,
      characters: text.segments.reduce((all, [, , , words]) => all + words.length, 0),
    };
  }

  #writeTexts(): void {
    if (this.#waiting.length === 0) return;
    const slugs = this.#waiting.map(({ document }) => document.slug);
    const file = this.#memory?.fileOf(slugs) ?? wrapFile('van', compressJson(this.#packWaiting()));
    this.#folder.add(file.name, file.script);
    this.#memory?.keepFile(slugs, file.name, file.script);
    this.texts.push(file.name);
    this.#waiting = [];
    this.#characters = 0;
  }

  #packWaiting(): PackedTexts {
    const texts = this.#waiting.map(({ document, text }): [string, SearchText] => {
      return [document.slug, text ?? documentText(document)];
    });
    return packTexts(Object.fromEntries(texts));
  }
}
