/** Digests of the files of an edition, in the form that `sha256sum -c` reads. */

/** Name of the list, at the top of what it describes. It does not list itself. */
export const CHECKSUMS_FILE = 'SHA256SUMS';
/** Signature of the list by an OpenSSH key, beside it. Not listed either. */
export const SIGNATURE_FILE = `${CHECKSUMS_FILE}.sig`;

/** SHA-256 of each file, 64 lower-case hexadecimal digits, by path with `/`. */
export type Checksums = ReadonlyMap<string, string>;

/** How files differ from their list; paths sorted. */
export interface Difference {
  changed: string[];
  missing: string[];
  added: string[];
}

const LINE = /^([0-9a-f]{64}) [ *](.+)$/;

/**
 * Write a list.
 *
 * @returns One line for each file, sorted by path, `\n` after each.
 * @see the manual of `sha256sum`, GNU coreutils
 */
export function formatChecksums(checksums: Checksums): string {
  return [...checksums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('');
}

/**
 * Read a list; the inverse of {@link formatChecksums}. Lines may end as on Windows.
 *
 * @returns Null for anything that is not such a list, an empty one included: a damaged list proves
 *   nothing.
 */
export function parseChecksums(text: string): Checksums | null {
  const checksums = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const [, digest, path] = LINE.exec(line) ?? [];
    if (digest === undefined || path === undefined || !isInside(path)) return null;
    checksums.set(path, digest);
  }
  return checksums.size === 0 ? null : checksums;
}

/** A list must not lead out of the folder that it describes. */
function isInside(path: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|\\/.test(path) && !path.split('/').includes('..');
}

/** Hold the files that are there against their list. */
export function compareChecksums(listed: Checksums, found: Checksums): Difference {
  const paths = [...listed.keys()].sort();
  return {
    changed: paths.filter((path) => found.has(path) && found.get(path) !== listed.get(path)),
    missing: paths.filter((path) => !found.has(path)),
    added: [...found.keys()].filter((path) => !listed.has(path)).sort(),
  };
}

/** Whether nothing differs. */
export function isSame({ changed, missing, added }: Difference): boolean {
  return changed.length + missing.length + added.length === 0;
}
