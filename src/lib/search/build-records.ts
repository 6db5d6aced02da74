import { issuedOn, typeName } from '../document/naming.ts';
import { DOCUMENT_TYPES } from '../document/types.ts';
import { successors } from '../library/successors.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import type { NamedEntry, SearchDocument, SearchTable } from './index-format.ts';
import { namedPages } from './named-pages.ts';

/** One document on its way into the index: without the file of its text, which depends on packing. */
export type SearchRecord = Omit<SearchDocument, 'text'>;

/**
 * Turn a library into index records, one document at a time so that large corpora fit in memory.
 *
 * @param regionsOf Reads a document's text, see `documentText`; asked for each in its turn.
 * @returns In the order of the library's documents; positions run on from one to the next.
 */
export function* buildRecords(
  library: Library,
  regionsOf: (document: LibraryDocument) => number[],
): Generator<SearchRecord, void, void> {
  const issuers = indexOf(library.issuers.keys());
  const topics = indexOf(library.topics.keys());
  const documents = indexOf(library.bySlug.keys());
  let start = 0;
  for (const document of library.documents) {
    const regions = regionsOf(document);
    yield {
      ...describe(document),
      issuers: document.data.issuer.flatMap((slug) => issuers.get(slug) ?? []),
      topics: document.data.topics.flatMap((slug) => topics.get(slug) ?? []),
      successors: successors(library, document.slug).flatMap(
        ({ slug }) => documents.get(slug) ?? [],
      ),
      start,
      regions,
    };
    start += regions.reduce((sum, count) => sum + count, 0);
  }
}

/** The parts of the table that are not single documents. */
export function buildTable(library: Library): Omit<SearchTable, 'documents' | 'syllables'> {
  const types = new Set(library.documents.map(({ data }) => data.type));
  return {
    issuers: namedEntries(library.issuers),
    topics: namedEntries(library.topics),
    pages: namedPages(library),
    types: Object.fromEntries([...types].sort().map((slug) => [slug, DOCUMENT_TYPES[slug].name])),
    abbreviations: [...library.terms.values()]
      .filter(({ data }) => data.kind !== 'term')
      .map(({ data }) => [data.term, data.meaning]),
  };
}

function describe({
  slug,
  data,
}: LibraryDocument): Omit<SearchRecord, 'issuers' | 'topics' | 'successors' | 'start' | 'regions'> {
  return {
    slug,
    symbol: data.symbol,
    type: data.type,
    typeName: typeName(data),
    title: data.title,
    shortTitle: data.shortTitle ?? null,
    aliases: data.aliases,
    issuedWith: data.issuedWith?.title ?? null,
    term: data.term,
    signer: data.signer?.name ?? null,
    date: issuedOn(data)?.machine ?? null,
    system: data.system,
    status: data.status.value,
    tier: data.tier,
    namesake: data.namesake,
  };
}

function namedEntries(
  entries: ReadonlyMap<string, { slug: string; data: { name: string; aliases: string[] } }>,
): NamedEntry[] {
  return [...entries.values()].map(({ slug, data }) => ({
    slug,
    name: data.name,
    aliases: data.aliases,
  }));
}

function indexOf(slugs: Iterable<string>): Map<string, number> {
  return new Map([...slugs].map((slug, index) => [slug, index]));
}
