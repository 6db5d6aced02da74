import { resolve } from 'node:path';
import { buildLibrary } from '../lib/library/build-library.ts';
import type { Library } from '../lib/library/types.ts';
import { processWide } from './process-wide.ts';
import { contentDirectory, readContent } from './read-content.ts';

/** By content folder. */
const libraries = processWide('libraries', () => new Map<string, Promise<Library>>());

/**
 * The library of this build, read once per process.
 *
 * Problems in the content are reported by validation before a build starts, not here.
 */
export function loadLibrary(): Promise<Library> {
  const directory = resolve(contentDirectory());
  const library =
    libraries.get(directory) ?? readContent(directory).then((files) => buildLibrary(files).library);
  libraries.set(directory, library);
  return library;
}

/**
 * Hand over a library that has been read already, for {@link loadLibrary}.
 *
 * @param directory Its content folder.
 */
export function keepLibrary(directory: string, library: Library): void {
  libraries.set(resolve(directory), Promise.resolve(library));
}
