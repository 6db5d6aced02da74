import type { FieldPath, Place } from '../library/front-matter.ts';
import type { Collection, Library, LibraryResult, Reading } from '../library/types.ts';
import { readLooseRecord, type LooseRecord } from './loose-record.ts';
import type { Problem } from './problem.ts';

/** A document as the rules see it: its file, and its record as far as it can be read. */
export interface CheckedDocument extends Reading {
  /** Folder below `van-ban`: the slug of a type, when it is right. */
  folder: string;
  record: LooseRecord;
  /** False when the front matter could not be read: then the record is empty, and says nothing. */
  isReadable: boolean;
}

/** What every rule is given. */
export interface RuleContext {
  /** The documents that are good enough for the library; the rules rather look at `documents`. */
  library: Library;
  /** Every file of the corpus, sorted by path. */
  readings: readonly Reading[];
  /** Every document file, broken ones and duplicates too, sorted by path. */
  documents: readonly CheckedDocument[];
  /** By slug; of two files with one slug the first by path. */
  bySlug: ReadonlyMap<string, CheckedDocument>;
  /** Slugs that exist in a collection, also of files that break its schema. */
  slugs: (collection: Collection) => ReadonlySet<string>;
  /** Sidecars of imported texts, `x.provenance.json`, by path below the content folder. */
  provenance: ReadonlyMap<string, string>;
  /** Today, `YYYY-MM-DD`; null when nothing may depend on the day of the check. */
  today: string | null;
}

/** A rule looks at the whole corpus and says everything that is wrong by it. Never throws. */
export type Rule = (context: RuleContext) => Problem[];

/** @param today `YYYY-MM-DD`, or null. */
export function buildContext(
  result: LibraryResult,
  today: string | null,
  provenance: ReadonlyMap<string, string> = new Map(),
): RuleContext {
  const documents = result.readings
    .filter(({ collection }) => collection === 'van-ban')
    .map((reading) => ({
      ...reading,
      folder: reading.file.path.split('/')[1] ?? '',
      record: readLooseRecord(reading.front.data),
      isReadable: reading.front.errors.every(({ reason }) => reason === 'DUPLICATE_KEY'),
    }));
  const bySlug = new Map<string, CheckedDocument>();
  for (const document of documents) {
    if (!bySlug.has(document.slug)) bySlug.set(document.slug, document);
  }
  const slugs = new Map<Collection, Set<string>>();
  for (const { collection, slug } of result.readings) {
    slugs.set(collection, (slugs.get(collection) ?? new Set()).add(slug));
  }
  return {
    library: result.library,
    readings: result.readings,
    documents,
    bySlug,
    slugs: (collection) => slugs.get(collection) ?? new Set(),
    provenance,
    today,
  };
}

/** The same without the files that had no error before: what rules find in them is remembered. */
export function withoutSound(context: RuleContext): RuleContext {
  return {
    ...context,
    readings: context.readings.filter(({ isSound }) => !isSound),
    documents: context.documents.filter(({ isSound }) => !isSound),
  };
}

/** Where a problem is: a field of the front matter, or a place in the file. */
type Where = { field: FieldPath } | { key: FieldPath } | Place;

/** An error in a file. */
export function errorIn(
  reading: Reading,
  id: string,
  where: Where,
  values: Record<string, string> = {},
): Problem {
  return problemIn(reading, 'error', id, where, values);
}

/** A warning about a file: it is published all the same. */
export function warningIn(
  reading: Reading,
  id: string,
  where: Where,
  values: Record<string, string> = {},
): Problem {
  return problemIn(reading, 'warning', id, where, values);
}

function problemIn(
  { file, front }: Reading,
  severity: Problem['severity'],
  id: string,
  where: Where,
  values: Record<string, string>,
): Problem {
  return { id, severity, path: file.path, ...findPlace(front, where), values };
}

function findPlace(front: Reading['front'], where: Where): Place {
  if ('field' in where) return front.locate(where.field);
  return 'key' in where ? front.locateKey(where.key) : where;
}

/** Whether a place is in text that was taken over from an original: it keeps what that holds. */
export function isInImportedText(reading: Reading, line: number): boolean {
  if (reading.collection !== 'van-ban' || line < reading.front.bodyLine) return false;
  return IMPORTED.has(readLooseRecord(reading.front.data).text.state);
}

const IMPORTED: ReadonlySet<string> = new Set(['full', 'ocr-unchecked']);

/** The first place of a file, for what concerns the file as such. */
export const FILE_START: Place = { line: 1, column: 1 };

/** `path:line` of a field, to name it in a problem of another file. */
export function nameField({ file, front }: Reading, field: FieldPath): string {
  return `${file.path}:${front.locate(field).line}`;
}
