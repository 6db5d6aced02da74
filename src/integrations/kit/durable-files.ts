import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Files that are on the disk, not only in the memory of the system, once a function returns: a
 * stick may be pulled at any moment.
 */

/** Write a file, or copy one. The folder must exist. */
export async function putFile(file: string, source: string | Uint8Array): Promise<void> {
  // Not `copyFile`: a copy of a read-only file would be read-only, and could not be replaced later.
  await writeFile(file, typeof source === 'string' ? await readFile(source) : source);
  await flush(file, 'r+');
}

/** Name under which {@link replaceFile} writes. */
export function workFile(file: string): string {
  return `${file}.tmp`;
}

/** Put a file in the place of another one at once: a reader finds the old one or the new one. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const work = workFile(file);
  await putFile(work, Buffer.from(text));
  await moveTo(work, file);
}

/** Rename, and have the disk know it. */
export async function moveTo(from: string, to: string): Promise<void> {
  await rename(from, to);
  await flushFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await flushFolder(dirname(from));
}

/** Make a folder and those above it. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await flushFolder(dirname(folder));
}

/** Have the disk know the entries of a folder. Windows has no such thing and does it by itself. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await flush(folder, 'r');
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } catch (error) {
    // Some network and user-space file systems cannot: there is nothing better to do.
    if (!isUnsupported(error)) throw error;
  } finally {
    await handle.close();
  }
}

function isUnsupported(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EINVAL' || code === 'ENOTSUP' || code === 'ENOSYS';
}
