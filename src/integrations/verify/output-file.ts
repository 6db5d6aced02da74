import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Files whose content is text that somebody may read. */
const TEXT = /\.(?:html|css|js|json|xml|txt|svg|md|csv|webmanifest)$/;

/** Paths of all files below a folder, with `/`, sorted. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Text of a file of the output; null for images, fonts and other binary files. Read at once: among
 * thousands of small files waiting costs more than reading.
 */
export function readText(directory: string, path: string): string | null {
  return TEXT.test(path) ? readFileSync(join(directory, path), 'utf8') : null;
}
