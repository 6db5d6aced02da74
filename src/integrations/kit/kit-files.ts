import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { message } from '../../i18n/messages.ts';
import { formatLongDay } from '../../lib/document/dates.ts';
import {
  CHECKSUMS_FILE,
  compareChecksums,
  formatChecksums,
  isSame,
  parseChecksums,
  type Checksums,
} from '../../lib/edition/checksums.ts';
import { doorwayPage, EDITION_FILE, isLitter, KIT } from '../../lib/edition/kit.ts';
import { windowsCheck } from '../../lib/edition/windows-check.ts';
import { WINDOWS_CHECK_WORDS } from '../../lib/edition/words.ts';
import type { EditionRecord } from '../../lib/library/edition.ts';
import { MANIFEST_FILE, SEARCH_FOLDER } from '../../lib/search/index-format.ts';
import { hashFiles } from '../edition/hash-file.ts';
import { readManifest } from '../search-index/search-files.ts';
import { listFiles } from '../verify/output-file.ts';
import { KitError, listNames } from './kit-error.ts';
import { signChecksums } from './signature.ts';

/** A file of a kit that is still to be written. */
export interface KitFile {
  /** Below the kit, with `/`. */
  path: string;
  /** Bytes. */
  size: number;
  /** SHA-256, hexadecimal. */
  digest: string;
  /** A file to be copied, or the content itself. */
  source: string | Uint8Array;
}

/** Everything that a kit will hold. */
export interface KitPlan {
  edition: EditionRecord;
  /** Sorted by path, except that what a reader opens comes last: the site's home, then the doorway. */
  files: readonly KitFile[];
}

/** Another library that goes with a kit. */
export interface KitLibrary {
  /** Where the kit's own site looks for it: a folder below its root, with `/` at the end. */
  address: string;
  /** Output of its build. */
  site: string;
}

/**
 * Read a built site and plan the kit of it.
 *
 * @param site Output of a build.
 * @param key Private OpenSSH key that signs the list of digests; null for no signature.
 * @param others Libraries that the site searches along, to be put where it looks for them.
 * @throws {KitError} When a folder is no output of a build, was changed since, looks for no such
 *   library, or cannot be signed.
 */
export async function planKit(
  site: string,
  key: string | null,
  others: readonly KitLibrary[] = [],
): Promise<KitPlan> {
  const edition = await readEdition(site);
  await requireNamed(site, others);
  const files = await planSite(site, `${KIT.site}/`);
  for (const other of others) {
    await readEdition(other.site);
    files.push(...(await planSite(other.site, `${KIT.site}/${decodeURIComponent(other.address)}`)));
  }
  const own = [
    textFile(KIT.readme, forNotepad(readme(edition))),
    textFile(KIT.windowsCheck, windowsCheck(WINDOWS_CHECK_WORDS)),
    textFile(KIT.doorway, doorway(edition)),
  ];
  const listed = [...files, ...own];
  const list = formatChecksums(new Map(listed.map(({ path, digest }) => [path, digest])));
  const signature = key === null ? [] : [textFile(KIT.signature, await signChecksums(list, key))];
  return { edition, files: inOrder([...listed, textFile(KIT.checksums, list), ...signature]) };
}

/** Files of a built site, put into a folder. @param folder With `/` at the end. */
async function planSite(site: string, folder: string): Promise<KitFile[]> {
  const paths = (await listFiles(site)).filter((path) => !isLitter(path));
  const checksums = hashFiles(site, paths);
  await requireUnchanged(site, checksums);
  return Promise.all(
    paths.map(async (path): Promise<KitFile> => {
      const source = join(site, path);
      const { size } = await stat(source);
      return { path: folder + path, size, digest: checksums.get(path) ?? '', source };
    }),
  );
}

/** The site must look for a library where it will be, or nobody would ever see it. */
async function requireNamed(site: string, others: readonly KitLibrary[]): Promise<void> {
  if (others.length === 0) return;
  const { libraries = [] } = await readManifest(site).catch(() => {
    throw new KitError('not-a-site', { site, file: `${SEARCH_FOLDER}/${MANIFEST_FILE}` });
  });
  const inside = libraries.map(({ address }) => address).filter(isInside);
  const stranger = others.find(({ address }) => !inside.includes(address));
  if (stranger) {
    const known = inside.length === 0 ? '–' : listNames(inside);
    throw new KitError('not-named', { site, address: stranger.address, known });
  }
}

function isInside(address: string): boolean {
  return !address.startsWith('..') && !address.startsWith('https:');
}

/** The edition that a folder holds. @throws {KitError} When it holds none. */
export async function readEdition(site: string): Promise<EditionRecord> {
  try {
    return JSON.parse(await readFile(join(site, EDITION_FILE), 'utf8')) as EditionRecord;
  } catch {
    throw new KitError('not-a-site', { site, file: EDITION_FILE });
  }
}

/** A site that was edited by hand, or is being built, must not be handed over. */
async function requireUnchanged(site: string, found: Checksums): Promise<void> {
  const text = await readFile(join(site, CHECKSUMS_FILE), 'utf8').catch(() => '');
  const listed = parseChecksums(text);
  if (!listed) throw new KitError('not-a-site', { site, file: CHECKSUMS_FILE });
  const others = new Map([...found].filter(([path]) => path !== CHECKSUMS_FILE));
  const difference = compareChecksums(listed, others);
  if (isSame(difference)) return;
  const { changed, missing, added } = difference;
  throw new KitError('site-differs', {
    site,
    paths: listNames([...changed, ...missing, ...added]),
  });
}

function doorway({ id, documents }: EditionRecord): string {
  return doorwayPage({
    title: message('kit.doorway.title'),
    open: message('kit.doorway.open'),
    text: [
      message('kit.doorway.edition', { id, documents }),
      message('kit.doorway.extract'),
      message('kit.doorway.help'),
    ],
  });
}

function readme({ id, documents, date }: EditionRecord): string {
  const day = date === null ? message('site.edition.undated') : formatLongDay(date);
  return message('kit.readme', { id, documents, date: day });
}

/** Notepad before Windows 10 knows UTF-8 by its mark alone, and a new line by `\r\n` alone. */
function forNotepad(text: string): string {
  return `\uFEFF${text.replaceAll('\n', '\r\n')}`;
}

function textFile(path: string, text: string): KitFile {
  const source = Buffer.from(text);
  const digest = createHash('sha256').update(source).digest('hex');
  return { path, size: source.length, digest, source };
}

/** What a reader opens comes last, so that there is nothing to open in a kit that was cut short. */
function inOrder(files: readonly KitFile[]): KitFile[] {
  const rank = ({ path }: KitFile): number =>
    path === KIT.doorway ? 2 : path === `${KIT.site}/index.html` ? 1 : 0;
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
