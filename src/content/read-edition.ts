import { gunzipSync } from 'node:zlib';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSnapshot, SNAPSHOT_FILE, type EditionSnapshot } from '../lib/edition/snapshot.ts';
import { DATA_FOLDER } from '../lib/export/files.ts';
import { stableGzip } from './stable-gzip.ts';

/** Most bytes of an unpacked snapshot: far above a library of 10,000 documents. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Pack a snapshot. The same snapshot gives the same bytes on every system. It is mostly digests, of
 * which more effort saves little.
 */
export function packSnapshot(snapshot: EditionSnapshot): Buffer {
  return stableGzip(JSON.stringify(snapshot), 6);
}

/**
 * Read what an edition holds.
 *
 * @param path A site, a folder with the site in one of its folders, such as a kit, or the snapshot
 *   itself.
 * @returns null when there is no readable snapshot of this version.
 */
export async function readEdition(path: string): Promise<EditionSnapshot | null> {
  for (const file of await possibleFiles(path)) {
    const snapshot = await readSnapshot(file);
    if (snapshot) return snapshot;
  }
  return null;
}

async function possibleFiles(path: string): Promise<string[]> {
  const below = join(DATA_FOLDER, SNAPSHOT_FILE);
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [path, join(path, below), ...folders.sort().map((name) => join(path, name, below))];
}

async function readSnapshot(file: string): Promise<EditionSnapshot | null> {
  try {
    const packed = await readFile(file);
    return parseSnapshot(gunzipSync(packed, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return null;
  }
}
