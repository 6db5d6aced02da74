import { describeEdition, type Edition } from '../lib/library/edition.ts';
import { digestContent } from './digest-content.ts';
import { loadLibrary } from './load-library.ts';
import { contentDirectory, readContent } from './read-content.ts';

let loaded: Promise<Edition> | undefined;

/** The edition of this build; `SOURCE_DATE` (`YYYY-MM-DD`) sets its date. */
export function loadEdition(): Promise<Edition> {
  loaded ??= readEdition();
  return loaded;
}

async function readEdition(): Promise<Edition> {
  const digest = digestContent(await readContent(contentDirectory()));
  return describeEdition(await loadLibrary(), digest, process.env.SOURCE_DATE);
}
