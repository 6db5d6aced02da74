import type { ConcordanceData } from '../document/schema.ts';
import type { Library, LibraryDocument } from './types.ts';

/** Two documents that the library sets side by side. */
export interface ComparisonPair {
  /** `<old>--<new>`: name of its page and of its file, if it has one. */
  slug: string;
  old: LibraryDocument;
  new: LibraryDocument;
  /** What a person has written about them; null where the page rests on the full texts alone. */
  concordance: ConcordanceData | null;
  /** Whether both have their full text, so that they can be compared word for word. */
  hasTexts: boolean;
}

/** Id of the part of a comparison's page that tells what is known without the texts. */
export const COMPARISON_ROWS_ID = 'da-biet';

/** Id of a row of that part. @param place From 0. */
export function comparisonRowId(place: number): string {
  return `dong-${place + 1}`;
}

/** The two slugs in the name of a comparison; null when it is no such name. */
export function splitPair(slug: string): { old: string; new: string } | null {
  const [old, now, ...rest] = slug.split('--');
  return old && now && rest.length === 0 ? { old, new: now } : null;
}

const pairsOf = new WeakMap<Library, ComparisonPair[]>();

/**
 * Every pair with a page: those with a file of their own, and each document with what it replaces
 * as soon as both have their full text.
 *
 * @returns Newest first, by the order of the library's documents. Found once: every page asks.
 */
export function comparisonPairs(library: Library): readonly ComparisonPair[] {
  const pairs = pairsOf.get(library) ?? findPairs(library);
  pairsOf.set(library, pairs);
  return pairs;
}

function findPairs(library: Library): ComparisonPair[] {
  const slugs = new Set([...library.concordances.keys(), ...replacements(library)]);
  const place = new Map(library.documents.map(({ slug }, at) => [slug, at]));
  return [...slugs]
    .flatMap((slug) => makePair(library, slug) ?? [])
    .sort(
      (a, b) =>
        (place.get(a.new.slug) ?? 0) - (place.get(b.new.slug) ?? 0) ||
        (place.get(a.old.slug) ?? 0) - (place.get(b.old.slug) ?? 0),
    );
}

/** Whether the words of the official text itself are at hand. */
export function hasFullText({ data }: LibraryDocument): boolean {
  return data.text.state === 'full' || data.text.state === 'ocr-unchecked';
}

function replacements(library: Library): string[] {
  return library.documents
    .filter(hasFullText)
    .flatMap((document) =>
      (library.relations.get(document.slug) ?? []).flatMap(({ kind, direction, other }) =>
        kind === 'replaces' && direction === 'outgoing' && other !== null && hasFullText(other)
          ? [`${other.slug}--${document.slug}`]
          : [],
      ),
    );
}

function makePair(library: Library, slug: string): ComparisonPair | null {
  const names = splitPair(slug);
  const old = library.bySlug.get(names?.old ?? '');
  const now = library.bySlug.get(names?.new ?? '');
  if (!old || !now) return null;
  return {
    slug,
    old,
    new: now,
    concordance: library.concordances.get(slug)?.data ?? null,
    hasTexts: hasFullText(old) && hasFullText(now),
  };
}
