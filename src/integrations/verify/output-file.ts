import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isUtf16 } from '../markup/script-text.ts';

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
 * Text of a file of the output; null for images, fonts and other binary files, such as those of the
 * search index: bytes in the shape of a script, which its own tests read back. Read at once: among
 * thousands of small files waiting costs more than reading.
 */
export function readText(directory: string, path: string): string | null {
  if (!TEXT.test(path)) return null;
  const bytes = readFileSync(join(directory, path));
  return isUtf16(bytes) ? null : bytes.toString('utf8');
}
