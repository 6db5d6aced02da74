import type { z } from 'astro/zod';
import {
  citationFixesSchema,
  concordanceSchema,
  documentSchema,
  issuerSchema,
  lessonSchema,
  notionSchema,
  pageSchema,
  termSchema,
  timelineSchema,
  topicSchema,
  type DocumentData,
} from '../document/schema.ts';
import { LOCK_FILE, NOTHING_RETIRED, parseLock, type AnchorLock } from '../anchors/lock.ts';
import { symbolKey } from '../document/symbol.ts';
import { lazyTree } from '../provision/lazy-tree.ts';
import { parseBody } from '../provision/parse-body.ts';
import type { ParseProblem, ProvisionTree } from '../provision/types.ts';
import type { Problem } from '../validation/problem.ts';
import { rememberDerived } from './derived.ts';
import { parseFrontMatter, recallFrontMatter, type FrontMatter } from './front-matter.ts';
import { parseGistFile, treeOfGists, withGists, type GistFile } from './gist-file.ts';
import { checkSchema } from './schema-problems.ts';
import type {
  ContentFile,
  Entry,
  KnownFile,
  Library,
  LibraryDocument,
  LibraryResult,
  Reading,
  ResolvedRelation,
} from './types.ts';

/** Folders of the corpus, each with the schema of its front matter. */
export const COLLECTIONS = {
  'co-quan': issuerSchema,
  'chu-de': topicSchema,
  'thuat-ngu': termSchema,
  'vien-dan': citationFixesSchema,
  'doi-chieu': concordanceSchema,
  'dong-thoi-gian': timelineSchema,
  'khai-niem': notionSchema,
  'bai-giang': lessonSchema,
  trang: pageSchema,
} as const;
type CollectionName = keyof typeof COLLECTIONS;

const DOCUMENT_PATH = /^van-ban\/[^/]+\/([^/]+)\.mdx$/;
const GIST_PATH = /^tom-luoc\/([^/]+)\.mdx$/;
const ENTRY_PATH =
  /^(co-quan|chu-de|thuat-ngu|khai-niem|bai-giang|trang|vien-dan|doi-chieu|dong-thoi-gian)\/([^/]+)\.mdx$/;

/**
 * Build the cross-linked library from the files of the corpus.
 *
 * @param files All `.mdx` files below the content folder, in any order, and the lock of anchors
 *   where there is one.
 * @returns The library of all readable files, and every problem found on the way: files without
 *   readable front matter are left out and reported; two files with one slug are both reported and
 *   the first by path is kept. Never throws.
 * @param recall What the same code read in the very same file before, if it found no error there:
 *   then the file is not checked again, and read no further than is asked for.
 */
export function buildLibrary(
  files: readonly ContentFile[],
  recall: (file: ContentFile) => KnownFile | null = () => null,
): LibraryResult {
  const problems: Problem[] = [];
  const readings: Reading[] = [];
  const documents = new Map<string, LibraryDocument>();
  const gists = new Map<string, GistFile>();
  const lock = readLock(files, problems);
  const entries = {
    'co-quan': new Map<string, Entry<unknown>>(),
    'chu-de': new Map<string, Entry<unknown>>(),
    'thuat-ngu': new Map<string, Entry<unknown>>(),
    'khai-niem': new Map<string, Entry<unknown>>(),
    'bai-giang': new Map<string, Entry<unknown>>(),
    trang: new Map<string, Entry<unknown>>(),
    'vien-dan': new Map<string, Entry<unknown>>(),
    'doi-chieu': new Map<string, Entry<unknown>>(),
    'dong-thoi-gian': new Map<string, Entry<unknown>>(),
  };

  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    if (file.path === LOCK_FILE) continue;
    const documentSlug = DOCUMENT_PATH.exec(file.path)?.[1];
    const gistSlug = GIST_PATH.exec(file.path)?.[1];
    const [, collection, entrySlug] = ENTRY_PATH.exec(file.path) ?? [];
    if (documentSlug !== undefined) {
      const { document, reading } = readDocument(
        { file, known: recall(file) },
        documentSlug,
        lock,
        problems,
      );
      readings.push(reading);
      if (document) addUnique(documents, document, problems);
    } else if (collection !== undefined && entrySlug !== undefined) {
      const name = collection as CollectionName;
      const { entry, reading } = readEntry(
        { file, known: recall(file) },
        name,
        entrySlug,
        problems,
      );
      readings.push(reading);
      if (entry) addUnique(entries[name], entry, problems);
    } else if (gistSlug !== undefined) {
      gists.set(gistSlug, readGists({ file, known: recall(file) }, gistSlug, readings, problems));
    } else {
      problems.push(fileProblem('file-misplaced', file.path, {}));
    }
  }

  for (const [slug, file] of gists) {
    const document = documents.get(slug);
    if (document) documents.set(slug, withGists(document, file));
  }
  const sorted = [...documents.values()].sort(compareDocuments);
  const library: Library = {
    documents: sorted,
    bySlug: new Map(sorted.map((document) => [document.slug, document])),
    issuers: entries['co-quan'] as Library['issuers'],
    topics: entries['chu-de'] as Library['topics'],
    terms: entries['thuat-ngu'] as Library['terms'],
    notions: entries['khai-niem'] as Library['notions'],
    lessons: entries['bai-giang'] as Library['lessons'],
    pages: entries.trang as Library['pages'],
    bearers: groupBearers(sorted),
    relations: resolveRelations(sorted),
    anchorLock: lock,
    citationFixes: entries['vien-dan'] as Library['citationFixes'],
    concordances: entries['doi-chieu'] as Library['concordances'],
    timelines: entries['dong-thoi-gian'] as Library['timelines'],
  };
  return { library, problems, readings };
}

/** A lock that cannot be read guards nothing, so it must not be passed over. */
function readLock(files: readonly ContentFile[], problems: Problem[]): AnchorLock | null {
  const file = files.find(({ path }) => path === LOCK_FILE);
  if (!file) return null;
  const lock = parseLock(file.text);
  if (!lock) problems.push(fileProblem('anchor-lock-unreadable', LOCK_FILE, {}));
  return lock;
}

interface SourceFile {
  file: ContentFile;
  known: KnownFile | null;
}

function readDocument(
  { file, known }: SourceFile,
  slug: string,
  lock: AnchorLock | null,
  problems: Problem[],
): { document: LibraryDocument | null; reading: Reading } {
  const front = readFront(file, known);
  const data = known
    ? (known.data as DocumentData)
    : readData(file, front, documentSchema, problems);
  const parse = (isCanonical: boolean) =>
    parseBody(front.body, {
      firstLine: front.bodyLine,
      isCanonical,
      ...(data?.scale ? { scale: data.scale } : {}),
    });
  const tree = known ? lazyTree(() => parse(true).tree) : report(parse(false));
  const retired = lock?.documents[slug] ?? NOTHING_RETIRED;
  const document = data && withBody({ slug, path: file.path, data, tree, retired }, front, known);
  return { document, reading: readingOf({ file, known }, 'van-ban', slug, front, data, tree) };

  function report(body: { tree: ProvisionTree; problems: ParseProblem[] }): ProvisionTree {
    for (const problem of body.problems) {
      // The ladder stands in the front matter, which the parser of bodies does not see.
      const place = problem.id === 'scale-entry-unknown' ? front.locate(['scale']) : {};
      problems.push({ ...problem, ...place, severity: 'error', path: file.path });
    }
    return body.tree;
  }
}

/** A document, which holds nothing of its front matter beside the data: no syntax tree, no places. */
function withBody(
  facts: Omit<LibraryDocument, 'body'>,
  front: FrontMatter,
  known: KnownFile | null,
): LibraryDocument {
  if (known === null) return { ...facts, body: front.body };
  return {
    ...facts,
    get body() {
      return front.body;
    },
  };
}

function readFront(file: ContentFile, known: KnownFile | null): FrontMatter {
  return known ? recallFrontMatter(file, known.front) : parseFrontMatter(file.text);
}

function readingOf(
  { file, known }: SourceFile,
  collection: Reading['collection'],
  slug: string,
  front: FrontMatter,
  data: unknown,
  tree: ProvisionTree | null,
): Reading {
  const derived = known?.derived ?? new Map<string, unknown>();
  if (tree !== null) rememberDerived(tree, derived);
  return { file, collection, slug, front, data, tree, isSound: known !== null, derived };
}

/** Gists kept beside a text: a file without front matter, as its document has all that it needs. */
function readGists(
  source: SourceFile,
  slug: string,
  readings: Reading[],
  problems: Problem[],
): GistFile {
  const { file } = source;
  const gists = parseGistFile(file.text);
  for (const problem of gists.problems) {
    problems.push({ ...problem, severity: 'error', path: file.path });
  }
  const front = { ...parseFrontMatter(file.text), errors: [] };
  readings.push(readingOf(source, 'tom-luoc', slug, front, null, treeOfGists(gists)));
  return gists;
}

function readEntry(
  source: SourceFile,
  collection: CollectionName,
  slug: string,
  problems: Problem[],
): { entry: Entry<unknown> | null; reading: Reading } {
  const { file, known } = source;
  const front = readFront(file, known);
  const data: unknown = known
    ? known.data
    : readData(file, front, COLLECTIONS[collection], problems);
  return {
    entry: data === null ? null : { slug, path: file.path, data, body: front.body },
    reading: readingOf(source, collection, slug, front, data, null),
  };
}

/** Check the front matter; what is wrong goes to `problems`. */
function readData<Schema extends z.ZodType>(
  file: ContentFile,
  front: FrontMatter,
  schema: Schema,
  problems: Problem[],
): z.infer<Schema> | null {
  for (const { line, column, reason } of front.errors) {
    problems.push({
      id: 'front-matter-syntax',
      severity: 'error',
      path: file.path,
      line,
      column,
      values: { reason },
    });
  }
  // Data that could not be read at all has no fields to miss.
  if (front.errors.some(({ reason }) => reason !== 'DUPLICATE_KEY')) return null;
  const checked = checkSchema(schema, file.path, front);
  problems.push(...checked.problems);
  return front.errors.length > 0 ? null : checked.data;
}

function fileProblem(id: string, path: string, values: Record<string, string>): Problem {
  return { id, severity: 'error', path, line: 1, column: 1, values };
}

function addUnique<T extends { slug: string; path: string }>(
  map: Map<string, T>,
  entry: T,
  problems: Problem[],
): void {
  const other = map.get(entry.slug);
  if (!other) {
    map.set(entry.slug, entry);
    return;
  }
  problems.push(
    fileProblem('slug-duplicate', entry.path, { slug: entry.slug, other: other.path }),
    fileProblem('slug-duplicate', other.path, { slug: entry.slug, other: entry.path }),
  );
}

/** Newest first, undated last, then by slug. */
function compareDocuments(a: LibraryDocument, b: LibraryDocument): number {
  const byDate = compareText(sortDate(b), sortDate(a));
  return byDate === 0 ? compareText(a.slug, b.slug) : byDate;
}

function sortDate({ data }: LibraryDocument): string {
  return data.issuedDate ?? data.announcedDate ?? String(data.issuedYear ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBearers(
  documents: readonly LibraryDocument[],
): Map<string, readonly LibraryDocument[]> {
  const bearers = new Map<string, LibraryDocument[]>();
  for (const document of documents) {
    if (document.data.symbol === null) continue;
    const key = symbolKey(document.data.symbol);
    bearers.set(key, [...(bearers.get(key) ?? []), document]);
  }
  for (const list of bearers.values()) {
    list.sort((a, b) => Number(a.data.namesake) - Number(b.data.namesake));
  }
  return bearers;
}

function resolveRelations(
  documents: readonly LibraryDocument[],
): Map<string, readonly ResolvedRelation[]> {
  const bySlug = new Map(documents.map((document) => [document.slug, document]));
  const relations = new Map<string, ResolvedRelation[]>(
    documents.map((document) => [document.slug, []]),
  );
  for (const document of documents) {
    for (const relation of document.data.relations) {
      const other = relation.target === undefined ? null : (bySlug.get(relation.target) ?? null);
      relations.get(document.slug)?.push({ ...relation, direction: 'outgoing', other });
      if (other) {
        relations.get(other.slug)?.push({ ...relation, direction: 'incoming', other: document });
      }
    }
  }
  return relations;
}
