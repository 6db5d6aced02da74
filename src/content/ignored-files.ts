import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Files that belong to the corpus without being part of its text. */
const COMPANIONS = /(?:^|\/)(?:\.[^/]*|[^/]+\.lock\.json|[^/]+\.provenance\.json|README\.md)$/;
/** Files that somebody meant to be part of it: `x.mdx.txt` is what Notepad makes of `x.mdx`. */
const MEANT = /\.(?:mdx?|markdown|txt)(?:\.[a-z]+)?$/i;

/**
 * Files of a content folder that look like content and are not read, for their names.
 *
 * @returns Paths below the folder, with `/`, sorted.
 * @throws When the folder cannot be read.
 */
export async function findIgnoredFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.mdx'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => MEANT.test(path) && !COMPANIONS.test(path))
    .sort();
}
