import { describeEdition, type Edition } from '../lib/library/edition.ts';
import { loadLibrary } from './load-library.ts';

let loaded: Promise<Edition> | undefined;

/** The edition of this build; `SOURCE_DATE` (`YYYY-MM-DD`) sets its date. */
export function loadEdition(): Promise<Edition> {
  loaded ??= loadLibrary().then((library) => describeEdition(library, process.env.SOURCE_DATE));
  return loaded;
}
