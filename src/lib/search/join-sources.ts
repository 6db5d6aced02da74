import { symbolKey } from '../document/symbol.ts';
import { fold } from '../text/fold.ts';
import type { NamedEntry, SearchDocument, SearchTable } from './index-format.ts';
import type { PositionSource } from './postings.ts';
import type { SearchSource } from './search-source.ts';
import { splitSyllables } from './syllables.ts';
import type { TextSource } from './text-store.ts';

/** The index of one of several libraries. */
export interface LibrarySource extends SearchSource {
  /** Its number among the libraries; 0 is the reader's own. */
  library: number;
}

/** Number of positions that the documents of a table take. */
export function positionCount({ documents }: SearchTable): number {
  const last = documents.at(-1);
  return last ? last.start + lengthOf(last) : 0;
}

/** Number of syllables of a document. */
export function lengthOf({ regions }: SearchDocument): number {
  return regions.reduce((sum, count) => sum + count, 0);
}

/**
 * Make one index of those of several libraries: documents and positions run on from one to the next,
 * so that an engine weighs words by how many documents of all of them have them, and scores can be
 * compared. Nothing is loaded or copied but the tables.
 *
 * @param sources The own library first; each is read when it is asked for something.
 */
export function joinSources(sources: readonly LibrarySource[]): SearchSource {
  const table: SearchTable = {
    documents: [],
    issuers: [],
    topics: [],
    pages: [],
    types: {},
    abbreviations: [],
    syllables: '',
  };
  const starts: number[] = [];
  for (const source of sources) starts.push(append(table, source));
  linkCopies(table);
  table.syllables = joinSyllables(sources.map((source) => source.table.syllables));
  return { table, postings: joinPostings(sources, starts), texts: joinTexts(sources) };
}

/** Put a library's table after the others. @returns Position of its first syllable. */
function append(all: SearchTable, { table, library }: LibrarySource): number {
  const start = positionCount(all);
  const first = all.documents.length;
  const issuers = appendEntries(all.issuers, table.issuers);
  const topics = appendEntries(all.topics, table.topics);
  for (const document of table.documents) {
    all.documents.push({
      ...document,
      issuers: document.issuers.flatMap((index) => issuers[index] ?? []),
      topics: document.topics.flatMap((index) => topics[index] ?? []),
      successors: document.successors.map((index) => first + index),
      start: start + document.start,
      library,
    });
  }
  const paths = new Set(all.pages.map(({ path }) => path));
  for (const page of table.pages) {
    if (!paths.has(page.path)) all.pages.push(library === 0 ? page : { ...page, library });
  }
  all.types = { ...table.types, ...all.types };
  const known = new Set(all.abbreviations.map(String));
  all.abbreviations.push(...table.abbreviations.filter((entry) => !known.has(String(entry))));
  return start;
}

/**
 * Put entries after others, those of one slug and name into one: each library makes slugs by itself,
 * and `ubnd-tinh` is another committee in another province.
 *
 * @returns Their new indices.
 */
function appendEntries(all: NamedEntry[], entries: readonly NamedEntry[]): number[] {
  const keyOf = ({ slug, name }: NamedEntry) => `${slug} ${fold(name)}`;
  const byKey = new Map(all.map((entry, index) => [keyOf(entry), index]));
  return entries.map((entry) => {
    const index = byKey.get(keyOf(entry));
    const known = index === undefined ? undefined : all[index];
    if (index === undefined || known === undefined) return all.push(entry) - 1;
    const names = new Set([...known.aliases, entry.name, ...entry.aliases]);
    names.delete(known.name);
    all[index] = { ...known, aliases: [...names] };
    return index;
  });
}

/** Let the records of one document in several libraries know of each other. */
function linkCopies({ documents, issuers }: SearchTable): void {
  const groups = new Map<string, number[]>();
  documents.forEach((document, index) => {
    for (const key of keysOf(document, issuers)) {
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  });
  for (const group of groups.values()) {
    for (const index of group) {
      const document = documents[index];
      if (!document) continue;
      const known = document.copies ?? [];
      const copies = group.filter((other) => {
        const copy = documents[other];
        return copy && !known.includes(other) && isCopy(document, copy);
      });
      if (copies.length > 0) document.copies = [...known, ...copies];
    }
  }
}

/** Share of the words of the shorter title that the other must have. */
const SAME_TITLE = 0.5;

/**
 * Whether two records of one number, day and issuer are of one document. Where an issuer's name does
 * not say which one it is ("Ủy ban nhân dân xã"), the titles still do.
 */
function isCopy(a: SearchDocument, b: SearchDocument): boolean {
  if (a.library === b.library) return false;
  const [shorter = [], longer = []] = [a, b]
    .map(({ title }) => splitSyllables(title).map(({ key }) => key))
    .sort((one, other) => one.length - other.length);
  const words = new Set(longer);
  return shorter.filter((key) => words.has(key)).length >= shorter.length * SAME_TITLE;
}

/**
 * What two records of one document have in common: its number, its day and one of its issuers. A
 * number alone is no identity, and nothing is taken for the same where the day or the issuer is not
 * known.
 */
function keysOf(
  { symbol, date, issuers: own }: SearchDocument,
  issuers: readonly NamedEntry[],
): Set<string> {
  if (symbol === null || date?.length !== 10) return new Set();
  return new Set(
    own.flatMap((index) => {
      const issuer = issuers[index];
      return issuer ? [`${symbolKey(symbol)} ${date} ${fold(issuer.name)}`] : [];
    }),
  );
}

function joinSyllables(lists: readonly string[]): string {
  const syllables = new Set(lists.flatMap((list) => list.split(' ')));
  syllables.delete('');
  return [...syllables].sort().join(' ');
}

function joinPostings(
  sources: readonly LibrarySource[],
  starts: readonly number[],
): PositionSource {
  return {
    find: async (prefix, exact) => {
      const lists = await Promise.all(sources.map(({ postings }) => postings.find(prefix, exact)));
      const joined = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
      let end = 0;
      for (const [at, list] of lists.entries()) {
        const start = starts[at] ?? 0;
        joined.set(list, end);
        for (const to = end + list.length; end < to; end++)
          joined[end] = (joined[end] ?? 0) + start;
      }
      return joined;
    },
  };
}

function joinTexts(sources: readonly LibrarySource[]): TextSource {
  const byLibrary = new Map(sources.map((source) => [source.library, source.texts]));
  const none = { provisions: [], segments: [] };
  return {
    has: (document) => byLibrary.get(document.library ?? 0)?.has(document) ?? true,
    get: (document) => byLibrary.get(document.library ?? 0)?.get(document) ?? Promise.resolve(none),
  };
}
