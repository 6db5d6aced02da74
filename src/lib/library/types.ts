import type {
  CitationFixes,
  ConcordanceData,
  DocumentData,
  DocumentRelation,
  IssuerData,
  LessonData,
  NotionData,
  PageData,
  TermData,
  TimelineData,
  TopicData,
} from '../document/schema.ts';
import type { AnchorLock, RetiredAnchors } from '../anchors/lock.ts';
import type { ProvisionTree } from '../provision/types.ts';
import type { Problem } from '../validation/problem.ts';
import type { FrontMatter, KnownFrontMatter } from './front-matter.ts';

/** A file of the corpus as read from disk. */
export interface ContentFile {
  /** Path below the content folder, with `/`. @example 'van-ban/nghi-quyet/25-nq-tw-2013.mdx' */
  path: string;
  text: string;
}

/** One document of the library: its record and its parsed body. */
export interface LibraryDocument {
  slug: string;
  /** Path below the content folder. */
  path: string;
  data: DocumentData;
  /** Markdown after the front matter, as written. */
  body: string;
  tree: ProvisionTree;
  /** Published ids whose units are no more or have moved. */
  retired: RetiredAnchors;
}

/** A relation as a document page shows it: outgoing as stated, incoming as computed. */
export interface ResolvedRelation extends DocumentRelation {
  /** `outgoing`: stated on this document. `incoming`: the inverse of one stated elsewhere. */
  direction: 'outgoing' | 'incoming';
  /** The document at the other end; null when it has no record here. */
  other: LibraryDocument | null;
}

/** An entry of a simple collection. */
export interface Entry<T> {
  slug: string;
  path: string;
  data: T;
  body: string;
}

/** The whole corpus, cross-linked. Immutable once built. */
export interface Library {
  /** Sorted by date of issue, newest first; undated last; then by slug. */
  documents: readonly LibraryDocument[];
  bySlug: ReadonlyMap<string, LibraryDocument>;
  issuers: ReadonlyMap<string, Entry<IssuerData>>;
  topics: ReadonlyMap<string, Entry<TopicData>>;
  terms: ReadonlyMap<string, Entry<TermData>>;
  /** Notions that are used without a number, each with a page. */
  notions: ReadonlyMap<string, Entry<NotionData>>;
  /** Sets of provisions to teach, each with a page. */
  lessons: ReadonlyMap<string, Entry<LessonData>>;
  pages: ReadonlyMap<string, Entry<PageData>>;
  /** Every known bearer of a number, by {@link symbolKey}: documents of the subject first, newest first. */
  bearers: ReadonlyMap<string, readonly LibraryDocument[]>;
  /** Relations of each document in both directions, by slug. */
  relations: ReadonlyMap<string, readonly ResolvedRelation[]>;
  /** Every id that was ever published; null where nothing has been published yet. */
  anchorLock: AnchorLock | null;
  /** Citations that a person has settled, by the slug of the document that cites. */
  citationFixes: ReadonlyMap<string, Entry<CitationFixes>>;
  /** Two documents side by side, by `<old>--<new>`. */
  concordances: ReadonlyMap<string, Entry<ConcordanceData>>;
  timelines: ReadonlyMap<string, Entry<TimelineData>>;
}

/** Folders of the corpus. */
export type Collection =
  | 'van-ban'
  | 'co-quan'
  | 'chu-de'
  | 'thuat-ngu'
  | 'trang'
  | 'tom-luoc'
  | 'vien-dan'
  | 'doi-chieu'
  | 'dong-thoi-gian'
  | 'khai-niem'
  | 'bai-giang';

/** A file as it was read, good enough for the library or not: what validation looks at. */
export interface Reading {
  file: ContentFile;
  collection: Collection;
  slug: string;
  front: FrontMatter;
  /** Body of a document, or the gists kept beside it, as far as parsed; else null. */
  tree: ProvisionTree | null;
  /** The front matter as the schema of the collection has it; null when it does not fit. */
  data: unknown;
  /** The very same file had no error when it was checked before, see `buildLibrary`. */
  isSound: boolean;
  /** What was made from the tree, see `derive`. */
  derived: Map<string, unknown>;
}

/** What the same code read in the very same file before, in which it found no error. */
export interface KnownFile {
  front: KnownFrontMatter;
  data: unknown;
  derived: Map<string, unknown>;
}

/** A library together with what was wrong in its files; files with problems are left out of it. */
export interface LibraryResult {
  library: Library;
  problems: Problem[];
  /** Every file with a place in the corpus, sorted by path. */
  readings: Reading[];
}
