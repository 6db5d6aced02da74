import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { isKitPage, KIT } from '../../lib/edition/kit.ts';
import {
  concat,
  directoryEntry,
  endOfDirectory,
  localHeader,
  ZIP_MOST_BYTES,
  ZIP_MOST_ENTRIES,
  type ZipMember,
} from '../../lib/zip/zip-format.ts';
import type { Report } from './copy-kit.ts';
import { flushFolder, workFile } from './durable-files.ts';
import { KitError, listNames } from './kit-error.ts';
import type { KitFile, KitPlan } from './kit-files.ts';
import { openArchive } from './kit-source.ts';
import { dirname } from 'node:path';

/** Name of the folder in an archive, before the id of the edition. */
const FOLDER = 'thu-vien-dan-van';

/** The one folder that an archive unpacks to. @example 'thu-vien-dan-van-2035-03-09-3f2a9c01' */
export function archiveFolder(editionId: string): string {
  return `${FOLDER}-${editionId}`;
}

/**
 * Write a kit as an archive with one folder. The same plan gives the same bytes; it is written
 * under another name, read back, and takes its name by one rename.
 *
 * @throws {KitError} When it is too large for the format, or the disk gives back other bytes.
 * @throws Errors of the file system; the unfinished file is then removed, if that is possible.
 */
export async function zipKit(plan: KitPlan, target: string, report: Report): Promise<void> {
  const work = workFile(target);
  try {
    await writeArchive(plan, work, report);
    await readBack(plan, work, report);
    await rename(work, target);
    await flushFolder(dirname(target));
  } catch (error) {
    await rm(work, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Whether a file is an archive of this command: one folder with a doorway in it. */
export async function isKitArchive(file: string): Promise<boolean> {
  const source = await openArchive(file).catch(() => null);
  if (source === null) return false;
  try {
    return isKitPage((await source.read(KIT.doorway))?.toString() ?? '');
  } finally {
    source.close();
  }
}

async function writeArchive({ edition, files }: KitPlan, work: string, report: Report) {
  if (files.length > ZIP_MOST_ENTRIES) throw new KitError('zip-limit', {});
  const total = sizeOf(files);
  const folder = archiveFolder(edition.id);
  const directory: Uint8Array[] = [];
  const handle = await open(work, 'w');
  let offset = 0;
  let done = 0;
  try {
    for (const file of files) {
      report('copying', done, total);
      const { member, packed } = await pack(`${folder}/${file.path}`, file);
      directory.push(directoryEntry(member, offset));
      offset += await append(handle, [localHeader(member), packed]);
      done += file.size;
    }
    const central = concat(directory);
    const end = endOfDirectory(files.length, central.length, offset);
    await append(handle, [central, end]);
    if (offset + central.length > ZIP_MOST_BYTES) throw new KitError('zip-limit', {});
    await handle.sync();
  } finally {
    await handle.close();
  }
  report('copying', total, total);
}

/** Deflated where that makes it smaller. */
async function pack(
  name: string,
  { source }: KitFile,
): Promise<{ member: ZipMember; packed: Uint8Array }> {
  const data = typeof source === 'string' ? await readFile(source) : source;
  if (data.length > ZIP_MOST_BYTES) throw new KitError('zip-limit', {});
  const deflated = deflateRawSync(data, { level: 9 });
  const isSmaller = deflated.length < data.length;
  const packed = isSmaller ? deflated : data;
  const member: ZipMember = {
    name,
    method: isSmaller ? 'deflated' : 'stored',
    crc: crc32(data),
    size: data.length,
    packedSize: packed.length,
  };
  return { member, packed };
}

/** @returns Bytes written. */
async function append(handle: FileHandle, parts: readonly Uint8Array[]): Promise<number> {
  const bytes = concat(parts);
  await handle.writeFile(bytes);
  return bytes.length;
}

async function readBack({ files }: KitPlan, work: string, report: Report): Promise<void> {
  const total = sizeOf(files);
  let done = 0;
  const source = await openArchive(work);
  const wrong: string[] = [];
  try {
    for (const { path, size, digest } of files) {
      report('checking', done, total);
      if ((await source.digest(path)) !== digest) wrong.push(path);
      done += size;
    }
  } finally {
    source.close();
  }
  report('checking', done, total);
  if (wrong.length > 0) throw new KitError('read-back', { paths: listNames(wrong) });
}

function sizeOf(files: readonly KitFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
