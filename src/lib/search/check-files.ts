/**
 * Whether files that another library wrote are what this one's search can read. Nothing that they
 * say is trusted: what passes has the right shape, and names that lead nowhere but where they should.
 */
import { STATUSES, SYSTEMS } from '../document/types.ts';
import {
  REGIONS,
  type NamedEntry,
  type NamedPage,
  type SearchDocument,
  type SearchManifest,
  type SearchTable,
  type SearchText,
} from './index-format.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isFlag: Check = (value) => typeof value === 'boolean';
const isTextOrNull: Check = (value) => value === null || isText(value);
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const row =
  (...checks: Check[]): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === checks.length &&
    checks.every((check, at) => check(value[at]));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** An object with at least these fields. */
function record<T>(checks: Record<keyof T & string, Check>): Check {
  const fields = Object.entries<Check>(checks);
  return (value) =>
    isObject(value) &&
    fields.every(([name, check]) => check((value as Record<string, unknown>)[name]));
}

const isSlug = matches(/^[a-z0-9][a-z0-9._-]*$/);
const isFile = matches(/^[a-z0-9-]+\.js$/);
/** Below the root of a site, and nowhere else. */
const isPath = matches(/^(?:\/[a-z0-9][a-z0-9_-]*)+\.html(?:#[\w-]+)?$/);
const isDate = matches(/^\d{4}(?:-\d{2}-\d{2})?$/);

const isDocument = record<Required<Omit<SearchDocument, 'library' | 'copies'>>>({
  slug: isSlug,
  symbol: isTextOrNull,
  type: isSlug,
  typeName: isText,
  title: isText,
  shortTitle: isTextOrNull,
  aliases: listOf(isText),
  issuedWith: isTextOrNull,
  issuers: listOf(isCount),
  topics: listOf(isCount),
  term: isTextOrNull,
  signer: isTextOrNull,
  date: (value) => value === null || isDate(value),
  system: oneOf(SYSTEMS),
  status: oneOf(STATUSES),
  tier: oneOf([1, 2, 3]),
  namesake: isFlag,
  successors: listOf(isCount),
  start: isCount,
  regions: (value) => listOf(isCount)(value) && (value as number[]).length <= REGIONS.length,
  text: isCount,
});

const isEntry = record<NamedEntry>({ slug: isSlug, name: isText, aliases: listOf(isText) });

const isPage = record<Omit<NamedPage, 'library'>>({
  path: isPath,
  name: isText,
  aliases: listOf(isText),
  places: listOf(row(isText, isText)),
  compared: (value) => value === null || row(listOf(isText), listOf(isText))(value),
});

const isTable = record<SearchTable>({
  documents: listOf(isDocument),
  issuers: listOf(isEntry),
  topics: listOf(isEntry),
  pages: listOf(isPage),
  types: (value) => isObject(value) && Object.values(value).every(isText),
  abbreviations: listOf(row(isText, isText)),
  syllables: isText,
});

const isManifest = record<Pick<SearchManifest, 'table' | 'chunks' | 'words' | 'texts'>>({
  table: isFile,
  chunks: listOf(row(isText, isFile)),
  words: isFile,
  texts: listOf(isFile),
});

const isTextOfDocument = record<SearchText>({
  provisions: listOf(row(isText, isText, isText, Number.isSafeInteger)),
  segments: listOf(row(isCount, Number.isSafeInteger, isCount, isText)),
});

/** Whether a value is a manifest whose files can be asked for; its format is another question. */
export function isSoundManifest(value: unknown): value is SearchManifest {
  return isManifest(value);
}

/** Whether a value is a table whose documents follow each other without gaps. */
export function isSoundTable(value: unknown): value is SearchTable {
  if (!isTable(value)) return false;
  let next = 0;
  for (const { start, regions } of (value as SearchTable).documents) {
    if (start !== next) return false;
    next += regions.reduce((sum, count) => sum + count, 0);
  }
  return next < MOST_POSITIONS;
}

/** Places of words are numbers of 32 bits, for all libraries together. */
const MOST_POSITIONS = 2 ** 28;

/** Whether a value is the text of a document. */
export function isSoundText(value: unknown): value is SearchText {
  return isTextOfDocument(value);
}

/** Whether positions ascend and end where the documents of their library do. */
export function areSoundPositions(positions: Uint32Array, count: number): boolean {
  let last = -1;
  for (const position of positions) {
    if (position <= last) return false;
    last = position;
  }
  return last < count;
}
