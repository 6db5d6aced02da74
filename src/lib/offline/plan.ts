/** What a hosted copy of the site keeps in the browser, so that it opens without the server. */
import { CHECKSUMS_FILE } from '../edition/checksums.ts';

/** Address of the service worker below the site's root: a browser looks for updates there. */
export const SERVICE_WORKER_FILE = 'sw.js';

/** A file of the output. */
export interface OfflineFile {
  /** Below the site's root, with `/`. */
  path: string;
  /** SHA-256, hexadecimal. */
  digest: string;
  /** In bytes. */
  size: number;
}

/** What the service worker is told when it is built. */
export interface OfflinePlan {
  /** Differs whenever any file of the output differs. */
  id: string;
  /** Id of the edition as its pages state it; the same for outputs that differ in code alone. */
  edition: string;
  /** Digest of each file that is kept from the first visit on, by path. */
  core: Record<string, string>;
  words: OfflineWords;
}

/** Sentences of the page that stands in for one that was not kept. */
export interface OfflineWords {
  title: string;
  text: string;
  home: string;
}

/** Pages that are tools or ways in; documents are kept when they are read. */
const CORE_PAGES = new Set([
  'index.html',
  'tim-kiem.html',
  'kiem-tra-trich-dan.html',
  'gio-trich-dan.html',
  'gio-kho.html',
  'an-ban.html',
  'thay-doi.html',
  'bieu-tuong.svg',
]);
const CORE_FOLDERS = /^(?:assets|fonts|kiem-tra)\//;

/** Larger files are fetched when they are needed. */
const LARGEST_CORE_FILE = 1_000_000;

/**
 * Data that grows with the library, by the beginning of its paths, and up to how many bytes it is kept
 * from the first visit on; of more, what was used: nobody who opens one page is sent megabytes.
 */
const DATA: readonly (readonly [folder: string, most: number])[] = [
  ['tim-kiem/', 4_000_000],
  ['du-lieu/gio-', 250_000],
];

/**
 * Decide what is kept from the first visit on: the tools, the search, what all pages need.
 *
 * @param files Every file of the output but the service worker itself.
 * @param id Digest of all of them.
 * @param edition Id that its pages state.
 */
export function planOffline(
  files: readonly OfflineFile[],
  id: string,
  edition: string,
  words: OfflineWords,
): OfflinePlan {
  const small = DATA.filter(([folder, most]) => sizeOf(folder, files) <= most);
  const core = files.filter(
    ({ path, size }) =>
      size <= LARGEST_CORE_FILE &&
      (CORE_PAGES.has(path) ||
        CORE_FOLDERS.test(path) ||
        small.some(([folder]) => path.startsWith(folder))),
  );
  const entries = core.map(({ path, digest }) => [path, digest] as const);
  const sorted = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { id, edition, core: sorted, words };
}

function sizeOf(folder: string, files: readonly OfflineFile[]): number {
  return files
    .filter(({ path }) => path.startsWith(folder))
    .reduce((sum, { size }) => sum + size, 0);
}

/** Files of the output whose names have no ending. */
const WITHOUT_ENDING = new Set<string>([CHECKSUMS_FILE]);

/**
 * File that answers an address. Some servers leave out `.html`.
 *
 * @param pathname Of a request.
 * @param scope Pathname of the site's root, with `/` at the end.
 * @returns Path below the root; null when the address lies outside.
 */
export function fileOf(pathname: string, scope: string): string | null {
  if (!pathname.startsWith(scope)) return null;
  const path = decodeURI(pathname.slice(scope.length));
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return WITHOUT_ENDING.has(path) || /\.[^/]*$/.test(path) ? path : `${path}.html`;
}

/** Whether a file's name changes with its content, so that a kept copy is always right. */
export function isImmutable(path: string): boolean {
  return /[.-][0-9a-f]{8,}\.(?:js|css)$/.test(path);
}

/**
 * Whether a file belongs to a copy that is kept whole. No page leads to the others; and a packed
 * file some servers send as packed, some as its content, so that its digest tells nothing.
 */
export function isForReading(path: string): boolean {
  return path !== SERVICE_WORKER_FILE && !path.endsWith('.gz');
}
