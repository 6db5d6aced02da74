import type { DocumentSource } from '../../lib/document/schema.ts';
import type { LibraryDocument, ResolvedRelation } from '../../lib/library/types.ts';

/** A source as a document's page lists it. */
export interface PageSource extends DocumentSource {
  /** 1-based place in the list. */
  number: number;
  /** The document whose record names it; null for the page's own document. */
  from: LibraryDocument | null;
}

/**
 * The sources that a document's page lists: its own, then those of other records on which its
 * incoming relations rest, so that every statement of the page can be traced on the page.
 *
 * @returns Each address once; own sources keep the numbers of `numberSources`.
 */
export function pageSources(
  document: LibraryDocument,
  relations: readonly ResolvedRelation[],
): PageSource[] {
  const found: PageSource[] = document.data.sources.map((source, index) => ({
    ...source,
    number: index + 1,
    from: null,
  }));
  for (const relation of relations) {
    const source = foreignSource(relation);
    if (source && !found.some(({ url }) => url === source.url)) {
      found.push({ ...source, seen: [], number: found.length + 1, from: relation.other });
    }
  }
  return found;
}

/**
 * The source that a relation rests on, as the page numbers it.
 *
 * @returns null when the relation is unverified.
 */
export function relationSource(
  sources: readonly PageSource[],
  relation: ResolvedRelation,
): PageSource | null {
  if (relation.direction === 'outgoing') {
    return sources.find(({ id, from }) => from === null && id === relation.source) ?? null;
  }
  const url = foreignSource(relation)?.url;
  return sources.find((source) => source.url === url) ?? null;
}

/** An incoming relation was stated in the other document's record, and so was its source. */
function foreignSource({ direction, other, source }: ResolvedRelation): DocumentSource | null {
  if (direction === 'outgoing' || other === null) return null;
  return other.data.sources.find(({ id }) => id === source) ?? null;
}
