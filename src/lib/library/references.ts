import type { PlaceReference } from '../document/schema.ts';
import type { Provision } from '../provision/types.ts';
import type { Entry, Library, LibraryDocument } from './types.ts';

/** Slug and anchor that a reference names. */
export interface Reference {
  slug: string;
  /** null for the document as a whole. */
  anchor: string | null;
}

/** A reference with what it leads to. */
export interface ResolvedPlace {
  document: LibraryDocument;
  /** null for the document as a whole. */
  unit: Provision | null;
  note: string;
}

/** @example parseReference('23-qd-tw-2021#kt-d1') // { slug: '23-qd-tw-2021', anchor: 'kt-d1' } */
export function parseReference(target: string): Reference {
  const [slug = '', anchor = ''] = target.split('#');
  return { slug, anchor: anchor === '' ? null : anchor };
}

/**
 * Find what references lead to.
 *
 * @returns In their order; those that lead nowhere are left out: validation reports them.
 */
export function resolvePlaces(
  library: Pick<Library, 'bySlug'>,
  places: readonly PlaceReference[],
): ResolvedPlace[] {
  return places.flatMap(({ target, note }): ResolvedPlace[] => {
    const { slug, anchor } = parseReference(target);
    const document = library.bySlug.get(slug);
    if (!document) return [];
    if (anchor === null) return [{ document, unit: null, note }];
    const unit = document.tree.byId.get(anchor);
    return unit ? [{ document, unit, note }] : [];
  });
}

/** A notion or a lesson that names a document, with the places of the document that it names. */
export interface Mention<T> {
  entry: Entry<T>;
  /** Units named, in the order of the entry; null stands for the document as a whole. */
  units: (Provision | null)[];
}

/**
 * Which entries name a document.
 *
 * @param placesOf References of an entry.
 * @returns In the order of the entries.
 */
export function findMentions<T>(
  { slug, tree }: Pick<LibraryDocument, 'slug' | 'tree'>,
  entries: Iterable<Entry<T>>,
  placesOf: (data: T) => readonly PlaceReference[],
): Mention<T>[] {
  return [...entries].flatMap((entry) => {
    const named = placesOf(entry.data)
      .map(({ target }) => parseReference(target))
      .filter((reference) => reference.slug === slug);
    const units = named.map(({ anchor }) =>
      anchor === null ? null : (tree.byId.get(anchor) ?? null),
    );
    return units.length === 0 ? [] : [{ entry, units }];
  });
}

/** Entries in the order that they give themselves, then by their names. */
export function inOrder<T extends { order: number }>(
  entries: ReadonlyMap<string, Entry<T>>,
): Entry<T>[] {
  return [...entries.values()].sort(
    (a, b) => a.data.order - b.data.order || (a.slug < b.slug ? -1 : 1),
  );
}
