import type { SearchDocument, SearchTable } from './index-format.ts';

/** Properties of a document by which results can be limited. */
export const FACETS = [
  'types',
  'issuers',
  'topics',
  'statuses',
  'systems',
  'years',
  'libraries',
] as const;
export type Facet = (typeof FACETS)[number];

/** Values that are let through, by facet: slugs, years with four digits, numbers of libraries. Missing means all. */
export type Filters = Partial<Record<Facet, readonly string[]>>;

/** Number of documents found for each value of each facet. */
export type FacetCounts = Record<Facet, Record<string, number>>;

/** Whether a document has one of the values of every facet that is limited. */
export function passes(document: SearchDocument, filters: Filters, table: SearchTable): boolean {
  return hasAll(document, limitedBy(filters), table);
}

/** What filters limit. */
function limitedBy(filters: Filters): [Facet, readonly string[]][] {
  return FACETS.flatMap((facet): [Facet, readonly string[]][] => {
    const wanted = filters[facet] ?? [];
    return wanted.length === 0 ? [] : [[facet, wanted]];
  });
}

function hasAll(
  document: SearchDocument,
  limits: readonly [Facet, readonly string[]][],
  table: SearchTable,
): boolean {
  return limits.every(([facet, wanted]) =>
    valuesOf(document, facet, table).some((value) => wanted.includes(value)),
  );
}

/**
 * Count the values of documents.
 *
 * @param filters Each facet is counted over the documents that pass all other facets: what choosing
 *   a value of it would show.
 */
export function countFacets(
  documents: readonly SearchDocument[],
  filters: Filters,
  table: SearchTable,
): FacetCounts {
  const counts: FacetCounts = {
    types: {},
    issuers: {},
    topics: {},
    statuses: {},
    systems: {},
    years: {},
    libraries: {},
  };
  for (const facet of FACETS) {
    const others = limitedBy({ ...filters, [facet]: [] });
    for (const document of documents) {
      if (!hasAll(document, others, table)) continue;
      for (const value of valuesOf(document, facet, table)) {
        counts[facet][value] = (counts[facet][value] ?? 0) + 1;
      }
    }
  }
  return counts;
}

/** What values of facets are called, by their slugs; other values speak for themselves. */
export type FacetNames = Record<'types' | 'issuers' | 'topics', Record<string, string>>;

/** Names of the values that were counted. */
export function nameFacets(counts: FacetCounts, table: SearchTable): FacetNames {
  const names: FacetNames = { types: {}, issuers: {}, topics: {} };
  for (const slug of Object.keys(counts.types)) names.types[slug] = table.types[slug] ?? slug;
  for (const facet of ['issuers', 'topics'] as const) {
    for (const { slug, name } of table[facet]) {
      if (Object.hasOwn(counts[facet], slug)) names[facet][slug] ??= name;
    }
  }
  return names;
}

function valuesOf(document: SearchDocument, facet: Facet, table: SearchTable): string[] {
  switch (facet) {
    case 'types':
      return [document.type];
    case 'statuses':
      return [document.status];
    case 'systems':
      return [document.system];
    case 'years':
      return document.date === null ? [] : [document.date.slice(0, 4)];
    case 'issuers':
      return document.issuers.flatMap((index) => table.issuers[index]?.slug ?? []);
    case 'topics':
      return document.topics.flatMap((index) => table.topics[index]?.slug ?? []);
    case 'libraries':
      return librariesOf(document, table);
  }
}

/** A document that stands in several libraries is found in each of them. */
function librariesOf({ library = 0, copies = [] }: SearchDocument, table: SearchTable): string[] {
  const others = copies.map((index) => table.documents[index]?.library ?? 0);
  return [library, ...others].map(String);
}
