import { resolve } from 'node:path';
import { describeEdition, type Edition } from '../lib/library/edition.ts';
import { digestContent } from './digest-content.ts';
import { loadLibrary } from './load-library.ts';
import { processWide } from './process-wide.ts';
import { contentDirectory, readContent } from './read-content.ts';

/** By content folder. */
const editions = processWide('editions', () => new Map<string, Promise<Edition>>());

/** The edition of this build; `SOURCE_DATE` (`YYYY-MM-DD`) sets its date. */
export function loadEdition(): Promise<Edition> {
  const directory = resolve(contentDirectory());
  const edition = editions.get(directory) ?? readEdition(directory);
  editions.set(directory, edition);
  return edition;
}

async function readEdition(directory: string): Promise<Edition> {
  const digest = digestContent(await readContent(directory));
  return describeEdition(await loadLibrary(), digest, process.env.SOURCE_DATE);
}
