import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { stableGzip } from '../../content/stable-gzip.ts';
import { scriptText } from '../markup/script-text.ts';
import { decodeDense, encodeDenseUtf16, isGzip } from '../../lib/search/dense-text.ts';
import {
  ENGINE_FILE_PREFIX,
  MANIFEST_FILE,
  REGISTER,
  SEARCH_FOLDER,
  type SearchManifest,
} from '../../lib/search/index-format.ts';

/**
 * A file's bytes as a classic script in UTF-16, which its first two bytes announce to any browser,
 * whatever a server says. On file:// nothing else can be read. The loader knows by the script's
 * address which file it is.
 */
export function wrapBytes(bytes: Uint8Array): Buffer {
  return Buffer.concat([BEFORE_BYTES, encodeDenseUtf16(bytes), BEHIND_BYTES]);
}

const BEFORE_BYTES = Buffer.from(`\uFEFF${REGISTER}("`, 'utf16le');
const BEHIND_BYTES = Buffer.from('")\n', 'utf16le');

/** The inverse of {@link wrapBytes}, decompressed. */
export function unwrapBytes(script: Buffer): Uint8Array {
  const bytes = decodeDense(unwrapValue(script) as string);
  return isGzip(bytes) ? gunzipSync(bytes) : bytes;
}

/** A value as a classic script. */
export function wrapValue(value: unknown): string {
  return `${REGISTER}(${JSON.stringify(value)})\n`;
}

/** The inverse of {@link wrapValue}, and of {@link wrapBytes} up to the text. */
export function unwrapValue(script: Buffer): unknown {
  const text = scriptText(script);
  if (!text.startsWith(`${REGISTER}(`)) throw new Error('not a search file');
  return JSON.parse(text.slice(REGISTER.length + 1, text.lastIndexOf(')')));
}

/** Compress; the same content gives the same bytes on every system. */
export function compress(content: Uint8Array | string): Buffer {
  return stableGzip(content, 6);
}

/** Compress a value as JSON. */
export function compressJson(value: unknown): Buffer {
  return compress(JSON.stringify(value));
}

/** Bytes as a script under a name that says what it holds and changes with it. */
export function wrapFile(prefix: string, bytes: Uint8Array): { name: string; script: Buffer } {
  const script = wrapBytes(bytes);
  return { name: `${prefix}-${digest(script)}.js`, script };
}

/** Writes search files and keeps count. */
export class SearchFolder {
  readonly #folder: string;
  readonly files: { name: string; bytes: number }[] = [];

  constructor(output: string) {
    this.#folder = join(output, SEARCH_FOLDER);
  }

  create(): void {
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Write bytes, see {@link wrapFile}. @returns The file's name. */
  addHashed(prefix: string, bytes: Uint8Array): string {
    const { name, script } = wrapFile(prefix, bytes);
    this.add(name, script);
    return name;
  }

  /** Write the engine's code; see `bundle-engine.ts`. @returns The file's name. */
  addEngine(code: string): string {
    const name = `${ENGINE_FILE_PREFIX}-${digest(code)}.js`;
    this.add(name, code);
    return name;
  }

  addManifest(manifest: SearchManifest): void {
    this.add(MANIFEST_FILE, wrapValue(manifest));
  }

  add(name: string, script: string | Buffer): void {
    this.files.push({ name, bytes: Buffer.byteLength(script) });
    writeFileSync(join(this.#folder, name), script);
  }
}

/** Ten hexadecimal digits that change with content. */
export function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** Read one file of bytes of a built site, decompressed. */
export async function readSearchFile(output: string, name: string): Promise<Uint8Array> {
  return unwrapBytes(await readScript(output, name));
}

/** Read the manifest of a built site. */
export async function readManifest(output: string): Promise<SearchManifest> {
  return unwrapValue(await readScript(output, MANIFEST_FILE)) as SearchManifest;
}

function readScript(output: string, name: string): Promise<Buffer> {
  return readFile(join(output, SEARCH_FOLDER, name));
}
