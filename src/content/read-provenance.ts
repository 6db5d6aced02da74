import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * Read the sidecars of imported texts, `<slug>.provenance.json`.
 *
 * @param directory Content folder.
 * @returns Their sources by path below the folder, with `/`.
 * @throws When the folder cannot be read.
 */
export async function readProvenance(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.provenance.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const sources = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Map(
    paths.map((path, index) => [
      relative(directory, path).split(sep).join('/'),
      sources[index] ?? '',
    ]),
  );
}
