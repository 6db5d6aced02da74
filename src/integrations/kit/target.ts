import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat, statfs } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { CHECKSUMS_FILE, parseChecksums } from '../../lib/edition/checksums.ts';
import { FAT32_CLUSTER, footprint, type SizedFile } from '../../lib/edition/footprint.ts';
import {
  isKitPage,
  isLitter,
  isUnfinishedPage,
  KIT,
  RETIRED,
  UNFINISHED,
} from '../../lib/edition/kit.ts';
import { LONGEST_WINDOWS_PATH, windowsNameFault } from '../../lib/edition/windows-names.ts';
import { listFiles } from '../verify/output-file.ts';
import { workFile } from './durable-files.ts';
import { KitError, listNames } from './kit-error.ts';

/** What stands at the place where a kit is to go. */
export type TargetState = 'new' | 'kit' | 'interrupted';

/** Room on a disk, in bytes. */
export interface Room {
  free: number;
  cluster: number;
}

/** Something that will hinder readers, though nothing forbids it. Values of `usb.warn` sentences. */
export type TargetWarning =
  | { kind: 'path-length'; length: number; most: number }
  | { kind: 'name'; fault: 'reserved' | 'character' | 'end'; name: string };

/** All that a copy leaves that was cut short at its very beginning. */
const DOORWAY_WORK = workFile(KIT.doorway);
/** Cluster to reckon with where the system names a smaller unit, in bytes. */
const SMALLEST_CLUSTER = 4096;
/** Types of file system, as Linux numbers them, whose cluster is what `statfs` says. */
const FAT_TYPES = new Set([0x4d44, 0x2011bab0]);

/**
 * Look at the folder that a kit is to go to.
 *
 * @param sources Folders that the kit comes from: the site, the project's sources.
 * @throws {KitError} When a kit must not be written there.
 */
export async function inspectFolder(
  target: string,
  sources: readonly string[],
): Promise<TargetState> {
  await requireApart(target, sources);
  const found = await stat(target).catch(() => null);
  if (found === null) return 'new';
  if (!found.isDirectory()) throw new KitError('is-file', { target });
  const names = (await readdir(target)).filter((name) => !isLitter(name) && name !== DOORWAY_WORK);
  if (names.length === 0) return 'new';
  const page = await readFile(join(target, KIT.doorway), 'utf8').catch(() => '');
  if (!isKitPage(page)) {
    const suggestion = join(target, 'thu-vien-dan-van');
    throw new KitError('foreign', { target, names: listNames(names.sort()), suggestion });
  }
  await requireNoOwnFiles(target);
  return names.includes(UNFINISHED) || isUnfinishedPage(page) ? 'interrupted' : 'kit';
}

/** The place of an archive: nothing there, or an archive that a test accepts. */
export async function inspectArchive(
  target: string,
  sources: readonly string[],
  isOurs: (file: string) => Promise<boolean>,
): Promise<void> {
  await requireApart(target, sources);
  const found = await stat(target).catch(() => null);
  if (found === null) return;
  if (!found.isFile()) throw new KitError('is-folder', { target });
  if (!(await isOurs(target))) throw new KitError('foreign-file', { target });
}

/** Neither may hold the other: writing would change what is being read. */
async function requireApart(target: string, sources: readonly string[]): Promise<void> {
  const place = await realPath(target);
  for (const source of sources) {
    const from = await realPath(source);
    if (isWithin(place, from)) throw new KitError('inside', { target, source });
    if (isWithin(from, place)) throw new KitError('holds', { target, source });
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[/\\]/.test(way) && !isAbsolute(way);
}

/** The path without links, as far as it exists. */
export async function realPath(path: string): Promise<string> {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpath(absolute);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(await realPath(parent), basename(absolute));
}

/** The site is replaced as a whole: what somebody put into it would be gone. */
async function requireNoOwnFiles(target: string): Promise<void> {
  const site = join(target, KIT.site);
  const list = await readFile(join(site, CHECKSUMS_FILE), 'utf8').catch(() => '');
  const listed = parseChecksums(list);
  if (!listed) return;
  const found = await listFiles(site);
  const own = found.filter(
    (path) => path !== CHECKSUMS_FILE && !listed.has(path) && !isLitter(path),
  );
  if (own.length > 0) throw new KitError('own-files', { target, names: listNames(own) });
}

/**
 * Room on the disk of a path, which need not exist yet; null when the system does not say. What a
 * copy left that was cut short counts as free: the next one removes it first.
 */
export async function roomAt(path: string): Promise<Room | null> {
  const folder = nearestFolder(resolve(path));
  try {
    const { bavail, bsize, type } = await statfs(folder);
    const cluster = FAT_TYPES.has(type) ? bsize : Math.max(bsize, SMALLEST_CLUSTER);
    return { free: bavail * bsize + (await leftOver(path, cluster)), cluster };
  } catch {
    return null;
  }
}

/** Bytes that a copy which was cut short takes. */
async function leftOver(target: string, cluster: number): Promise<number> {
  const files: SizedFile[] = [];
  for (const folder of [UNFINISHED, RETIRED]) {
    for (const path of await listFiles(join(target, folder)).catch(() => []))
      files.push({ path, size: (await stat(join(target, folder, path))).size });
  }
  return files.length === 0 ? 0 : footprint(files, cluster).used;
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/**
 * Whether files fit.
 *
 * @param room Null when the system does not say: then nothing is refused.
 * @throws {KitError} When they do not.
 */
export function requireRoom(
  target: string,
  files: readonly SizedFile[],
  room: Room | null,
  show: (bytes: number) => string,
): void {
  if (room === null) return;
  const { used } = footprint(files, room.cluster);
  if (used <= room.free) return;
  throw new KitError('space', { target, needed: show(used), free: show(room.free) });
}

/** Bytes that files take on a stick as it is usually sold. */
export function stickFootprint(files: readonly SizedFile[]): number {
  return footprint(files, FAT32_CLUSTER).used;
}

/**
 * What will hinder readers on Windows.
 *
 * @param target The folder of the kit, as given.
 * @param longest UTF-16 units of the longest path below it.
 */
export function findWarnings(target: string, longest: number): TargetWarning[] {
  const path = resolve(target);
  const length = path.length + 1 + longest;
  const name = basename(path);
  const fault = name === '' ? null : windowsNameFault(name);
  return [
    ...(length > LONGEST_WINDOWS_PATH
      ? [{ kind: 'path-length', length, most: LONGEST_WINDOWS_PATH } as const]
      : []),
    ...(fault === null ? [] : [{ kind: 'name', fault, name } as const]),
  ];
}
