import { narrowLibrary } from '../lib/checker/portable-library.ts';
import type { ContentFile, Library } from '../lib/library/types.ts';
import { digestContent, digestFile } from './digest-content.ts';
import { sha256 } from './sha256.ts';
import { processWide } from './process-wide.ts';

/** Digests of the sources of each document, by slug. */
export type SourceDigests = ReadonlyMap<string, string>;

/**
 * Digests of everything that a document is made from: its file, its gists, its part of the lock. For
 * the same code two documents with one digest are the same.
 *
 * @param files Of the library.
 */
export function digestSources(library: Library, files: readonly ContentFile[]): SourceDigests {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const digestAt = (path: string): string | null => {
    const file = byPath.get(path);
    return file ? digestFile(file) : null;
  };
  return new Map(
    library.documents.map(({ slug, path, retired }) => {
      const parts = [path, digestAt(path), digestAt(`tom-luoc/${slug}.mdx`), retired];
      return [slug, sha256(JSON.stringify(parts))];
    }),
  );
}

const kept = processWide('source-digests', () => new WeakMap<Library, SourceDigests>());

/** Hand over the digests of a library, for {@link sourceDigests}. */
export function keepSourceDigests(library: Library, digests: SourceDigests): void {
  kept.set(library, digests);
}

/** The digests of a library that was read for a build; empty for any other. */
export function sourceDigests(library: Library): SourceDigests {
  return kept.get(library) ?? new Map();
}

/**
 * Digest of all records of a library that was read for a build, of the units of its documents, and of
 * what is not part of a document: of everything but the words of the texts.
 */
export function digestRecords(library: Library): string {
  const records = library.documents.map(({ slug, path, data, retired }) => {
    return [slug, path, data, retired];
  });
  return sha256(JSON.stringify([otherDigest(library), narrowLibrary(library), records]));
}

/** Folders of what a document is made from, and the lock that each has its part of. */
const OF_DOCUMENTS = /^(?:van-ban|tom-luoc)\/|^anchors\.lock\.json$/;

/** Digest of everything in a content folder that is not part of a document. */
export function digestOthers(files: readonly ContentFile[]): string {
  return digestContent(files.filter(({ path }) => !OF_DOCUMENTS.test(path)));
}

const others = processWide('other-digests', () => new WeakMap<Library, string>());

/** Hand over a digest, for {@link otherDigest}. */
export function keepOtherDigest(library: Library, digest: string): void {
  others.set(library, digest);
}

/** Digest of what is not part of a document; null for a library that was not read for a build. */
export function otherDigest(library: Library): string | null {
  return others.get(library) ?? null;
}
