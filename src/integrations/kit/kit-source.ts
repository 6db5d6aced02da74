import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { hashFile } from '../edition/hash-file.ts';
import { listFiles } from '../verify/output-file.ts';

/** A kit or a site that is to be checked, in a folder or in an archive. */
export interface KitSource {
  /** Paths of all files, with `/`, sorted. */
  paths: readonly string[];
  /** Names at its top that no file stands for: empty folders. */
  emptyFolders: readonly string[];
  /** SHA-256 of a file, hexadecimal; null when it cannot be read: a damaged place of the medium. */
  digest: (path: string) => Promise<string | null>;
  /** A small file; null when it is not there or cannot be read. */
  read: (path: string) => Promise<Buffer | null>;
  close: () => void;
}

/** @throws Errors of the file system, and of `yauzl` for a file that is no archive. */
export async function openSource(path: string): Promise<KitSource> {
  return (await stat(path)).isDirectory() ? openFolder(path) : openArchive(path);
}

async function openFolder(folder: string): Promise<KitSource> {
  const paths = await listFiles(folder);
  const names = await readdir(folder);
  return {
    paths,
    emptyFolders: names.filter((name) => !paths.some((path) => startsIn(path, name))),
    digest: (path) => hashFile(join(folder, path)).catch(() => null),
    read: (path) => readFile(join(folder, path)).catch(() => null),
    close: () => undefined,
  };
}

function startsIn(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}/`);
}

/**
 * Open an archive. When all its files are in one folder, paths count from there.
 *
 * @throws When it is none.
 */
export async function openArchive(file: string): Promise<KitSource> {
  const zip = await open(file);
  const entries = await listEntries(zip);
  const top = commonFolder([...entries.keys()]);
  const find = (path: string): Entry | undefined => entries.get(top + path);
  return {
    paths: [...entries.keys()].map((name) => name.slice(top.length)).sort(),
    emptyFolders: [],
    digest: async (path) => {
      const entry = find(path);
      return entry === undefined ? null : hashEntry(zip, entry).catch(() => null);
    },
    read: async (path) => {
      const entry = find(path);
      return entry === undefined
        ? null
        : stream(zip, entry)
            .then(buffer)
            .catch(() => null);
    },
    close: () => {
      zip.close();
    },
  };
}

function open(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    openZip(file, { lazyEntries: true, autoClose: false }, (error: Error | null, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

/** Files of an archive by name; folders are none. */
function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('error', reject);
    zip.on('end', () => {
      resolve(entries);
    });
    zip.readEntry();
  });
}

/** The folder that all names begin with, with its slash; '' when there is none. */
function commonFolder(names: readonly string[]): string {
  const top = /^[^/]+\//.exec(names[0] ?? '')?.[0] ?? '';
  return names.every((name) => name.startsWith(top)) ? top : '';
}

async function hashEntry(zip: ZipFile, entry: Entry): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of await stream(zip, entry)) hash.update(part as Buffer);
  return hash.digest('hex');
}

function stream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error: Error | null, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
}
