import { buildLibrary } from '../lib/library/build-library.ts';
import type { Library } from '../lib/library/types.ts';
import { contentDirectory, readContent } from './read-content.ts';

let loaded: Promise<Library> | undefined;

/**
 * The library of this build, read once per process.
 *
 * Problems in the content are reported by validation before a build starts, not here.
 */
export function loadLibrary(): Promise<Library> {
  loaded ??= readContent(contentDirectory()).then((files) => buildLibrary(files).library);
  return loaded;
}
