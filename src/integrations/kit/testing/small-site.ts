import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CHECKSUMS_FILE, formatChecksums } from '../../../lib/edition/checksums.ts';
import { EDITION_FILE } from '../../../lib/edition/kit.ts';
import type { EditionRecord } from '../../../lib/library/edition.ts';
import { hashFiles } from '../../edition/hash-file.ts';
import { listFiles } from '../../verify/output-file.ts';

/** Files of an edition of the library of xã Minh Trí that are the same in each edition. */
const PAGES = ['index.html', 'van-ban.html', 'van-ban/901-qd-tv-2033.html', 'so/901-qd-tv.html'];

/**
 * Write what a build of a very small library would.
 *
 * @param id Of the edition; each page says it, so that no two editions share a page.
 * @param more Further files, by path.
 */
export async function writeSmallSite(
  folder: string,
  id: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const files: Record<string, string> = { 'bieu-tuong.svg': '<svg/>', trong: '', ...more };
  for (const path of PAGES) files[path] = `<!doctype html><title>${id}</title>\n`.repeat(40);
  const edition: Partial<EditionRecord> = { version: 1, id, date: id.slice(0, 10), documents: 1 };
  files[EDITION_FILE] = JSON.stringify(edition);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await listDigests(folder);
}

/** Write the list of digests anew. */
export async function listDigests(folder: string): Promise<void> {
  const paths = (await listFiles(folder)).filter((path) => path !== CHECKSUMS_FILE);
  await writeFile(join(folder, CHECKSUMS_FILE), formatChecksums(hashFiles(folder, paths)));
}

/** Every file of a folder by path, as text. */
export async function readAll(folder: string): Promise<Record<string, string>> {
  const paths = await listFiles(folder);
  const pairs = paths.map(
    async (path) => [path, await readFile(join(folder, path), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}
