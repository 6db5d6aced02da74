import type { Library, LibraryDocument } from './types.ts';

/**
 * The documents that took a document's place as a whole: what a reader of the old one needs.
 *
 * @returns In the order of the library's relations; empty when none is recorded here.
 */
export function successors(library: Library, slug: string): LibraryDocument[] {
  return (library.relations.get(slug) ?? []).flatMap(({ kind, direction, other }) =>
    kind === 'replaces' && direction === 'incoming' && other !== null ? [other] : [],
  );
}

/** Names of a document's issuers, in the record's order; a slug without an entry stands for itself. */
export function issuerNames(library: Library, document: LibraryDocument): string[] {
  return document.data.issuer.map((slug) => library.issuers.get(slug)?.data.name ?? slug);
}
