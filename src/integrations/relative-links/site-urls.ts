import { posix } from 'node:path';

/** An address inside the site, taken apart. */
export interface SiteTarget {
  /** File below the output folder, with `/`. @example 'van-ban/25-nq-tw-2013.html' */
  file: string;
  /** Query with its `?`, or empty. */
  query: string;
  /** Fragment with its `#`, or empty. */
  fragment: string;
  /** Whether the address names the file in full, with its ending. */
  isExplicit: boolean;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const PARTS = /^(?<path>[^?#]*)(?<query>\?[^#]*)?(?<fragment>#.*)?$/s;

/** Whether an address leaves the site: another host, or a scheme such as `mailto:` and `data:`. */
export function isExternal(url: string): boolean {
  return SCHEME.test(url) || url.startsWith('//');
}

/** Path, query and fragment of an address inside the site. */
export function splitUrl(url: string): { path: string; query: string; fragment: string } {
  const { path = '', query = '', fragment = '' } = PARTS.exec(url)?.groups ?? {};
  return { path, query, fragment };
}

/**
 * The file that an address inside the site means on a web server: the file itself, the page
 * without its `.html`, or the index of the folder.
 *
 * @param url Root-absolute or relative; not external.
 * @param from File that bears it, below the output folder.
 * @param files All files of the output.
 * @returns Null when the output has no such file.
 */
export function resolveUrl(
  url: string,
  from: string,
  files: ReadonlySet<string>,
): SiteTarget | null {
  const { path, query, fragment } = splitUrl(url);
  if (path === '') return { file: from, query, fragment, isExplicit: true };
  const joined = joinPath(from, decodePath(path));
  const base = joined.replace(/\/$/, '');
  const candidates =
    joined.endsWith('/') || base === ''
      ? [posix.join(base, 'index.html'), `${base}.html`]
      : [base, `${base}.html`, `${base}/index.html`];
  const file = candidates.find((candidate) => files.has(candidate));
  return file === undefined ? null : { file, query, fragment, isExplicit: file === joined };
}

/** Relative address from one file to a target, with the explicit file name. */
export function formatRelativeUrl(
  from: string,
  { file, query, fragment }: Pick<SiteTarget, 'file' | 'query' | 'fragment'>,
): string {
  return `${posix.relative(posix.dirname(from), file)}${query}${fragment}`;
}

/** What is to stand in a page for one of its addresses. */
export interface RelativeUrl {
  url: string;
  /** Whether the address named its file in full, so that no other file could take its place. */
  isExplicit: boolean;
}

/**
 * Makes the addresses of many files relative. What an address means is found once for all files of
 * a folder.
 */
export class RelativeUrls {
  readonly #files: ReadonlySet<string>;
  readonly #folders = new Map<string, Map<string, RelativeUrl | null>>();

  /** @param files All files of the output. */
  constructor(files: ReadonlySet<string>) {
    this.#files = files;
  }

  /**
   * @param url Not external.
   * @param from File that bears it, below the output folder.
   * @returns Null when the output has no such file.
   */
  of(url: string, from: string): RelativeUrl | null {
    const end = url.search(/[?#]/);
    if (end === 0) return this.#find(url, from);
    const path = end < 0 ? url : url.slice(0, end);
    const known = this.#folderOf(from);
    let found = known.get(path);
    if (found === undefined) {
      found = this.#find(path, from);
      known.set(path, found);
    }
    if (found === null || end < 0) return found;
    return { url: found.url + url.slice(end), isExplicit: found.isExplicit };
  }

  #folderOf(file: string): Map<string, RelativeUrl | null> {
    const folder = posix.dirname(file);
    let known = this.#folders.get(folder);
    if (known === undefined) {
      known = new Map();
      this.#folders.set(folder, known);
    }
    return known;
  }

  #find(url: string, from: string): RelativeUrl | null {
    const target = resolveUrl(url, from, this.#files);
    if (target === null) return null;
    return { url: formatRelativeUrl(from, target), isExplicit: target.isExplicit };
  }
}

function joinPath(from: string, path: string): string {
  const absolute = posix.join('/', path.startsWith('/') ? '' : posix.dirname(from), path);
  return absolute.slice(1);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
