import type { z } from 'astro/zod';
import {
  documentSchema,
  issuerSchema,
  pageSchema,
  termSchema,
  topicSchema,
  type DocumentData,
} from '../document/schema.ts';
import { symbolKey } from '../document/symbol.ts';
import { parseBody } from '../provision/parse-body.ts';
import { nearest } from '../text/nearest.ts';
import type { Problem } from '../validation/problem.ts';
import { parseFrontMatter, type FrontMatter } from './front-matter.ts';
import type {
  ContentFile,
  Entry,
  Library,
  LibraryDocument,
  LibraryResult,
  ResolvedRelation,
} from './types.ts';

/** Folders of the corpus, each with the schema of its front matter. */
export const COLLECTIONS = {
  'co-quan': issuerSchema,
  'chu-de': topicSchema,
  'thuat-ngu': termSchema,
  trang: pageSchema,
} as const;
type CollectionName = keyof typeof COLLECTIONS;

const DOCUMENT_PATH = /^van-ban\/[^/]+\/([^/]+)\.mdx$/;
const ENTRY_PATH = /^(co-quan|chu-de|thuat-ngu|trang)\/([^/]+)\.mdx$/;

/**
 * Build the cross-linked library from the files of the corpus.
 *
 * @param files All `.mdx` files below the content folder, in any order.
 * @returns The library of all readable files, and every problem found on the way: files without
 *   readable front matter are left out and reported; two files with one slug are both reported and
 *   the first by path is kept. Never throws.
 */
export function buildLibrary(files: readonly ContentFile[]): LibraryResult {
  const problems: Problem[] = [];
  const documents = new Map<string, LibraryDocument>();
  const entries = {
    'co-quan': new Map<string, Entry<unknown>>(),
    'chu-de': new Map<string, Entry<unknown>>(),
    'thuat-ngu': new Map<string, Entry<unknown>>(),
    trang: new Map<string, Entry<unknown>>(),
  };

  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    const documentSlug = DOCUMENT_PATH.exec(file.path)?.[1];
    const [, collection, entrySlug] = ENTRY_PATH.exec(file.path) ?? [];
    if (documentSlug !== undefined) {
      const document = readDocument(file, documentSlug, problems);
      if (document) addUnique(documents, document, problems);
    } else if (collection !== undefined && entrySlug !== undefined) {
      const name = collection as CollectionName;
      const entry = readEntry(file, entrySlug, COLLECTIONS[name], problems);
      if (entry) addUnique(entries[name], entry, problems);
    } else {
      problems.push(fileProblem('file-misplaced', file.path, {}));
    }
  }

  const sorted = [...documents.values()].sort(compareDocuments);
  const library: Library = {
    documents: sorted,
    bySlug: new Map(sorted.map((document) => [document.slug, document])),
    issuers: entries['co-quan'] as Library['issuers'],
    topics: entries['chu-de'] as Library['topics'],
    terms: entries['thuat-ngu'] as Library['terms'],
    pages: entries.trang as Library['pages'],
    bearers: groupBearers(sorted),
    relations: resolveRelations(sorted),
  };
  return { library, problems };
}

/**
 * Year of issue: of the date of issue, else of the year alone.
 *
 * @returns null when neither is known.
 */
export function issuedYear(data: DocumentData): number | null {
  if (data.issuedDate !== null) return Number(data.issuedDate.slice(0, 4));
  return data.issuedYear ?? null;
}

function readDocument(
  file: ContentFile,
  slug: string,
  problems: Problem[],
): LibraryDocument | null {
  const front = parseFrontMatter(file.text);
  const data = readData(file, front, documentSchema, problems);
  const { tree, problems: bodyProblems } = parseBody(front.body, {
    firstLine: front.bodyLine,
    ...(data?.scale ? { scale: data.scale } : {}),
  });
  for (const problem of bodyProblems) {
    problems.push({ ...problem, severity: 'error', path: file.path });
  }
  return data ? { slug, path: file.path, data, body: front.body, tree } : null;
}

function readEntry(
  file: ContentFile,
  slug: string,
  schema: z.ZodType,
  problems: Problem[],
): Entry<unknown> | null {
  const front = parseFrontMatter(file.text);
  const data = readData(file, front, schema, problems);
  return data === null ? null : { slug, path: file.path, data, body: front.body };
}

/** Check the front matter against its schema; what is wrong goes to `problems`. */
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
  if (front.errors.length > 0) return null;
  const result = schema.safeParse(front.data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.push(...schemaProblems(file.path, front, issue, schema));
  }
  return null;
}

/** One problem of the table for one finding of the schema. */
function schemaProblems(
  path: string,
  front: FrontMatter,
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
): Problem[] {
  const at = (id: string, values: Record<string, string>, fieldPath = issue.path): Problem => ({
    id,
    severity: 'error',
    path,
    ...front.locate(fieldPath),
    values: { field: fieldPath.map(String).join('.'), ...values },
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...at('field-unknown', { nearest: nearest(key, fieldNames(schema)).join(', ') }, [
          ...issue.path,
          key,
        ]),
        ...front.locateKey([...issue.path, key]),
      }));
    case 'invalid_value':
      return [
        at('field-value-unknown', {
          value: describe(valueAt(front.data, issue.path)),
          known: issue.values.map(String).join(', '),
          nearest: nearest(
            describe(valueAt(front.data, issue.path)),
            issue.values.map(String),
          ).join(', '),
        }),
      ];
    case 'invalid_type':
      return valueAt(front.data, issue.path) === undefined
        ? [at('field-missing', { expected: issue.expected })]
        : [
            at('field-type', {
              expected: issue.expected,
              value: describe(valueAt(front.data, issue.path)),
            }),
          ];
    default:
      return [
        at(issue.message === 'date-format' ? 'date-format' : 'field-invalid', {
          value: describe(valueAt(front.data, issue.path)),
          reason: issue.message,
        }),
      ];
  }
}

function fieldNames(schema: z.ZodType): string[] {
  return 'shape' in schema ? Object.keys(schema.shape as object) : [];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value;
}

function describe(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
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
