import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Folder of the search files below the output. */
export const SEARCH_FOLDER = 'tim-kiem';
/** The one file of the folder with a fixed name. */
export const MANIFEST_FILE = 'muc-luc.js';
/** Global function that a search file calls with its content. */
export const REGISTER = '__tk';

/**
 * A file's bytes as a classic script: on file:// nothing else can be read. The loader knows by the
 * script's address which file it is.
 *
 * @param compressed gzip.
 */
export function wrapBytes(compressed: Uint8Array): string {
  return `${REGISTER}("${Buffer.from(compressed).toString('base64')}")\n`;
}

/** The inverse of {@link wrapBytes}, decompressed. */
export function unwrapBytes(script: string): Uint8Array {
  const base64 = /^__tk\("([^"]*)"\)\n$/.exec(script)?.[1];
  if (base64 === undefined) throw new Error('not a search file');
  return gunzipSync(Buffer.from(base64, 'base64'));
}

/** Compress a value as JSON; the same value gives the same bytes on every system. */
export function compressJson(value: unknown): Buffer {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  // Byte 9 names the operating system that compressed; 255 is "unknown".
  bytes[9] = 255;
  return bytes;
}

/** Writes search files and keeps count. */
export class SearchFolder {
  readonly #folder: string;
  readonly files: { name: string; bytes: number }[] = [];

  constructor(output: string) {
    this.#folder = join(output, SEARCH_FOLDER);
  }

  async create(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
  }

  /**
   * Write content under a name that says what it holds and changes with it.
   *
   * @returns The file's name.
   */
  async addHashed(prefix: string, compressed: Uint8Array): Promise<string> {
    const script = wrapBytes(compressed);
    const name = `${prefix}-${digest(script)}.js`;
    await this.add(name, script);
    return name;
  }

  async add(name: string, script: string): Promise<void> {
    this.files.push({ name, bytes: Buffer.byteLength(script) });
    await writeFile(join(this.#folder, name), script);
  }
}

/** Ten hexadecimal digits that change with a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** Read one search file of a built site. */
export async function readSearchFile(output: string, name: string): Promise<Uint8Array> {
  return unwrapBytes(await readFile(join(output, SEARCH_FOLDER, name), 'utf8'));
}
