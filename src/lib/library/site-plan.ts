import type { Library } from './types.ts';

/**
 * Documents up to which a site holds everything as single files. Above, a stick's clusters of 32 KiB
 * would be filled mostly with air and with copies of the texts.
 */
export const SMALL_LIBRARY = 300;

/** What a site holds beside its pages and its search; larger libraries leave out what is not read. */
export interface SitePlan {
  /** Data files of each document in `/du-lieu/`; else `npm run data` writes them apart. */
  dataFiles: boolean;
  /** A page of each number in `/so/`; else only of numbers that several documents bear. */
  allNumbers: boolean;
}

/** Whether data files stand in the site: always, never, or in a small library. */
export const DATA_SETTINGS = ['auto', 'inside', 'apart'] as const;
export type DataSetting = (typeof DATA_SETTINGS)[number];

/** What the site of a library holds. */
export function planSite({ documents }: Library, data: DataSetting = 'auto'): SitePlan {
  const isSmall = documents.length <= SMALL_LIBRARY;
  return { dataFiles: data === 'inside' || (data === 'auto' && isSmall), allNumbers: isSmall };
}
