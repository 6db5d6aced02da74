import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePaths } from '../site-paths.ts';

/** What of the project makes the site; tests and browser harness do not. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const NOT_SOURCE = /\.test\.ts$|(?:^|\/)(?:e2e|fixtures)\//;

/**
 * Digest of everything that a build reads: content, sources, configuration, locked packages, the
 * public address, the date of the edition, `SITE_DATA` and the version of Node.
 *
 * @param root Folder of the project.
 * @param paths Folder of the corpus, public address.
 */
export async function digestInputs(
  root: string,
  { content, address, sourceDate }: Pick<SitePaths, 'content' | 'address' | 'sourceDate'>,
): Promise<string> {
  const settings = [process.version, address, sourceDate, process.env.SITE_DATA];
  const hash = createHash('sha256').update(`${settings.join('\n')}\n`);
  await addFiles(hash, root, [content, ...SOURCES.map((name) => join(root, name))]);
  return hash.digest('hex');
}

/** Digest of the code of a build alone: sources, configuration, locked packages, version of Node. */
export async function digestCode(root: string): Promise<string> {
  const hash = createHash('sha256').update(`${process.version}\n`);
  await addFiles(
    hash,
    root,
    SOURCES.map((name) => join(root, name)),
  );
  return hash.digest('hex');
}

/** Digest of all files of some folders, by their names and content. A folder may be missing. */
export async function digestFolders(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const path of await listTree(folder)) {
      hash.update(`\n${path}\n`).update(await readFile(path));
    }
  }
  return hash.digest('hex');
}

/** Digest of the names, sizes and times of an output: tells whether somebody touched it. */
export async function digestOutput(out: string): Promise<string> {
  const hash: Hash = createHash('sha256');
  for (const path of await listTree(out)) {
    const { size, mtimeMs } = await stat(path);
    hash.update(`${path.slice(out.length)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function addFiles(hash: Hash, root: string, sources: readonly string[]): Promise<void> {
  for (const source of sources) {
    for (const path of await listTree(source)) {
      if (NOT_SOURCE.test(path.slice(root.length))) continue;
      hash.update(`\n${path}\n`).update(await readFile(path));
    }
  }
}

/** Files of a folder, or the file itself, or nothing; sorted. */
async function listTree(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
