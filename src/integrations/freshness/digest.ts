import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SitePaths } from '../site-paths.ts';

/** What of the project makes the site; tests, what they share and notes for developers do not. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const NOT_SOURCE = /^src\/(?:.*\.test\.ts|.*\.md|(?:.*\/)?(?:e2e|fixtures|testing)\/.*)$/;

/**
 * Digest of everything that a build reads: content, sources, configuration, locked packages, the
 * public address, the date of the edition, `SITE_DATA` and the version of Node.
 *
 * @param paths Folder of the corpus, public address.
 * @param code See {@link digestCode}.
 */
export function digestInputs(
  { content, address, sourceDate }: Pick<SitePaths, 'content' | 'address' | 'sourceDate'>,
  code: string,
): string {
  const settings = [code, address, sourceDate, process.env.SITE_DATA];
  const hash = createHash('sha256').update(`${settings.join('\n')}\n`);
  for (const path of listTree(content)) addFile(hash, path);
  return hash.digest('hex');
}

/**
 * Digest of the code of a build alone: sources, configuration, locked packages, version of Node.
 *
 * @param root Folder of the project.
 */
export function digestCode(root: string): string {
  const hash = createHash('sha256').update(`${process.version}\n`);
  for (const source of SOURCES) {
    for (const path of listTree(join(root, source))) {
      if (!NOT_SOURCE.test(relative(root, path).split(sep).join('/'))) addFile(hash, path);
    }
  }
  return hash.digest('hex');
}

/** Digest of all files of some folders, by their names and content. A folder may be missing. */
export function digestFolders(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of folders.flatMap(listTree)) addFile(hash, path);
  return hash.digest('hex');
}

/** Digest of the names, sizes and times of an output: tells whether somebody touched it. */
export function digestOutput(out: string): string {
  const hash = createHash('sha256');
  for (const path of listTree(out)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path.slice(out.length)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** At once: among thousands of small files waiting costs more than reading. */
function addFile(hash: Hash, path: string): void {
  hash.update(`\n${path}\n`).update(readFileSync(path));
}

/** Files of a folder, or the file itself, or nothing; sorted. */
function listTree(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
