import { resolve } from 'node:path';
import { describeEdition, type Edition } from '../lib/library/edition.ts';
import { digestContent } from './digest-content.ts';
import { loadLibrary } from './load-library.ts';
import { processWide } from './process-wide.ts';
import { contentDirectory, readContent } from './read-content.ts';

/** By content folder. */
const editions = processWide('editions', () => new Map<string, Promise<Edition>>());

/** Digest of a content folder that has been read already. */
const digests = processWide('content-digests', () => new Map<string, string>());

/**
 * Hand over the digest of a content folder that has been read already, for {@link loadEdition}.
 *
 * @param digest See {@link digestContent}.
 */
export function keepContentDigest(directory: string, digest: string): void {
  digests.set(resolve(directory), digest);
}

/** The edition of this build; `SOURCE_DATE` (`YYYY-MM-DD`) sets its date. */
export function loadEdition(): Promise<Edition> {
  const directory = resolve(contentDirectory());
  const edition = editions.get(directory) ?? readEdition(directory);
  editions.set(directory, edition);
  return edition;
}

async function readEdition(directory: string): Promise<Edition> {
  const digest = digests.get(directory) ?? digestContent(await readContent(directory));
  return describeEdition(await loadLibrary(), digest, process.env.SOURCE_DATE);
}
