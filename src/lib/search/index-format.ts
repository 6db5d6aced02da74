import type { DocumentStatus, DocumentSystem } from '../document/types.ts';

/**
 * What the search folder of a site holds. Every file is content of a classic script, since only
 * those can be loaded on file://:
 *
 * - the manifest, under a fixed name, says what the other files are called;
 * - the table holds what is known of each document, enough for numbers, names and filters;
 * - index chunks hold positions of words (see `index-chunk.ts`);
 * - texts hold the words themselves, for excerpts and for the place of a hit in its document.
 */
export interface SearchManifest {
  /** Changes whenever a reader must change. */
  format: number;
  /** Digest of everything below: same index, same id. */
  build: string;
  /** File name of the engine's code; null in an index that only Node reads. */
  engine: string | null;
  table: string;
  /** Chunks by their words, in order; a chunk that holds several stretches of them comes as often. */
  chunks: ChunkEntry[];
  /** File name of the words that the codes of texts stand for, see `word-codes.ts`. */
  words: string;
  /** File names of the texts; documents name them by index. */
  texts: string[];
  /** Other libraries that are searched along; missing where there are none. */
  libraries?: NamedLibrary[];
}

/** A library beside the reader's own, with pages and a search folder of its own. */
export interface NamedLibrary {
  /** As readers see it. @example 'Thư viện Trung ương' */
  name: string;
  /**
   * Where its root is, with `/` at the end: relative to the root of the own site, or `https:`.
   *
   * @example '../thu-vien-trung-uong/'
   */
  address: string;
}

export const INDEX_FORMAT = 4;

/** Folder of the search files below the root of a site. */
export const SEARCH_FOLDER = 'tim-kiem';
/** The manifest, the one file of the folder with a fixed name. */
export const MANIFEST_FILE = 'muc-luc.js';
export const ENGINE_FILE_PREFIX = 'may-tim';
/** Global function that a search file calls with its content. */
export const REGISTER = '__tk';

/** Where a stretch of words begins, and the file that holds all of them up to the next stretch. */
export type ChunkEntry = [start: string, file: string];

/** Everything that is loaded before the first answer. */
export interface SearchTable {
  documents: SearchDocument[];
  issuers: NamedEntry[];
  topics: NamedEntry[];
  /** Pages that are no document: notions, guides, lines of time, comparisons, lessons. */
  pages: NamedPage[];
  /** Names of the types that occur, by slug. */
  types: Record<string, string>;
  /** Abbreviations of the corpus' own list. @example ['MTTQ', 'Mặt trận Tổ quốc'] */
  abbreviations: [short: string, long: string][];
  /** Every folded syllable of the texts, space-separated, sorted; for what may be mistyped. */
  syllables: string;
}

/** A page by its names. */
export interface NamedPage {
  /** From the root of the site. @example '/khai-niem/dan-van-kheo.html' */
  path: string;
  name: string;
  aliases: string[];
  /** Headings on it that can be gone to. */
  places: [heading: string, anchor: string][];
  /** What the two documents of a comparison are called; null for other pages. */
  compared: [old: string[], now: string[]] | null;
  /** Number of its library, see {@link SearchDocument.library}. */
  library?: number;
}

export interface NamedEntry {
  slug: string;
  name: string;
  aliases: string[];
}

/** Parts of a document's text, in the order of their positions. */
export const REGIONS = ['heading', 'gist', 'text', 'note'] as const;
export type Region = (typeof REGIONS)[number];

/** One document as search knows it. */
export interface SearchDocument {
  slug: string;
  /** Printed number, or null. */
  symbol: string | null;
  /** Slug of the type. */
  type: string;
  /** Name of the type as printed. */
  typeName: string;
  title: string;
  shortTitle: string | null;
  aliases: string[];
  /** Title of the instrument issued with it, or null. */
  issuedWith: string | null;
  /** Indices into the table's issuers. */
  issuers: number[];
  /** Indices into the table's topics. */
  topics: number[];
  /** Term of the issuing body. @example 'khóa XI' */
  term: string | null;
  signer: string | null;
  /** `YYYY-MM-DD` of issue or else of announcement, `YYYY` when only the year is known, or null. */
  date: string | null;
  system: DocumentSystem;
  status: DocumentStatus;
  /** 1 = core of the library … 3 = context. */
  tier: 1 | 2 | 3;
  /** Outside the subject, recorded only because it shares a number. */
  namesake: boolean;
  /** Indices of the documents that took its place. */
  successors: number[];
  /** Position of its first syllable. */
  start: number;
  /** Number of syllables in each of {@link REGIONS}. */
  regions: number[];
  /** Index into the manifest's texts. */
  text: number;
  /** Where libraries are searched as one: number of its library, 0 the own one. In no file. */
  library?: number;
  /** Where libraries are searched as one: indices of the same document in others. In no file. */
  copies?: number[];
}

/** What search knows of a document's text. */
export interface SearchText {
  /** Addressable places of the document, in its order. */
  provisions: SearchProvision[];
  /** In the order of positions; their syllables together are the document's. */
  segments: SearchSegment[];
}

export type SearchProvision = [
  anchor: string,
  /** @example 'khoản 2 Điều 5' */
  label: string,
  /** Official heading, or our words where it was not seen; '' when there is none. */
  heading: string,
  /** Index of the enclosing provision, −1 at the top. */
  parent: number,
];

export type SearchSegment = [
  /** Index into {@link REGIONS}. */
  region: number,
  /** Index of the provision, −1 outside all. */
  provision: number,
  /** Number of its syllables. */
  length: number,
  text: string,
];
