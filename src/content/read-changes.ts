import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseChanges, type EditionChanges } from '../lib/edition/compare-editions.ts';
import { contentDirectory } from './read-content.ts';

/** Folder below the content folder with what each edition brought: `<day>-<count>.json`. */
export const CHANGES_FOLDER = 'thay-doi';

/**
 * Read what was written down of each edition.
 *
 * @param directory Content folder.
 * @returns Sources by path below the folder, with `/`, in the order of their names; empty when
 *   nothing was ever written down.
 * @throws When the folder is there and cannot be read.
 */
export async function readChanges(directory: string): Promise<Map<string, string>> {
  const names = (await listNames(join(directory, CHANGES_FOLDER))).filter((name) =>
    name.endsWith('.json'),
  );
  const sources = await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const text = await readFile(join(directory, CHANGES_FOLDER, name), 'utf8');
      return [`${CHANGES_FOLDER}/${name}`, text];
    }),
  );
  return new Map(sources);
}

let loaded: Promise<EditionChanges[]> | undefined;

/** What each edition of this build's library brought, newest first, read once per process. */
export function loadChanges(): Promise<EditionChanges[]> {
  loaded ??= readChanges(contentDirectory()).then((sources) =>
    [...sources.values()].reverse().flatMap((source) => parseChanges(source) ?? []),
  );
  return loaded;
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
