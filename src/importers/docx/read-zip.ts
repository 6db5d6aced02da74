import { crc32 } from 'node:zlib';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { Refusal } from '../import-error.ts';
import { ZIP_LIMITS, type ZipLimits } from './zip-limits.ts';

export type { ZipLimits };

/** Parts of an archive by name; names are keys only, never paths. */
export type ZipParts = Map<string, Buffer>;

/**
 * Unfold the wanted parts of a ZIP archive, counting while inflating.
 *
 * @param wanted Tells by its name whether a part is needed; other parts are not inflated.
 * @returns The wanted parts, and the names of all.
 * @throws {Refusal} When the archive is broken, encrypted, or larger than the limits.
 */
export async function readZip(
  file: Buffer,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<{ parts: ZipParts; names: string[] }> {
  const zip = await open(file);
  const parts: ZipParts = new Map();
  const names: string[] = [];
  let total = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      names.push(entry.fileName);
      if (names.length > limits.entries) throw new Refusal('zip-too-many-entries');
      checkDeclared(entry, limits);
      if (!wanted(entry.fileName)) continue;
      // Which of two a program shows is its own affair; what is proved must be what is read.
      if (parts.has(entry.fileName)) throw new Refusal('zip-twice', { part: entry.fileName });
      const part = await inflate(zip, entry, Math.min(limits.part, limits.total - total));
      total += part.length;
      parts.set(entry.fileName, part);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw brokenZip(error);
  } finally {
    zip.close();
  }
  return { parts, names };
}

function open(file: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      file,
      { lazyEntries: true, validateEntrySizes: true },
      (error: Error | null, zip) => {
        if (error) reject(brokenZip(error));
        else resolve(zip);
      },
    );
  });
}

/** Entries one by one, so that a huge directory is never held. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const queue: (Entry | Error | null)[] = [];
  let wake: () => void = () => undefined;
  const push = (item: Entry | Error | null): void => {
    queue.push(item);
    wake();
  };
  zip.on('entry', (entry: Entry) => {
    push(entry);
  });
  zip.on('error', (error: Error) => {
    push(error);
  });
  zip.on('end', () => {
    push(null);
  });
  zip.readEntry();
  for (;;) {
    if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    const item = queue.shift();
    if (item === null || item === undefined) return;
    if (item instanceof Error) throw item;
    yield item;
    zip.readEntry();
  }
}

function checkDeclared(entry: Entry, limits: ZipLimits): void {
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw new Refusal('zip-encrypted');
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > limits.part) throw new Refusal('zip-too-large', { part: entry.fileName });
  if (uncompressedSize > 2 ** 20 && uncompressedSize > compressedSize * limits.ratio)
    throw new Refusal('zip-too-large', { part: entry.fileName });
}

function inflate(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error: Error | null, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) stream.destroy(new Refusal('zip-too-large', { part: entry.fileName }));
        else chunks.push(chunk);
      });
      stream.on('error', reject);
      stream.on('end', () => {
        const part = Buffer.concat(chunks);
        // The library leaves this to us.
        if (crc32(part) === entry.crc32) resolve(part);
        else reject(new Refusal('zip-broken', { cause: 'zip-checksum', detail: entry.fileName }));
      });
    });
  });
}

/** In words of ours by what the library says, which stays as the technical part. */
function brokenZip(error: unknown): Refusal {
  const detail = error instanceof Error ? error.message.replace(/[.\s]+$/, '') : '';
  const [cause = 'zip-damaged'] = CAUSES.find(([, pattern]) => pattern.test(detail)) ?? [];
  return new Refusal('zip-broken', { cause, detail });
}

const CAUSES: readonly (readonly [string, RegExp])[] = [
  ['zip-cut', /end of central directory|unexpected (?:EOF|end)|truncated/i],
  ['zip-method', /unsupported compression|strong encryption|multi-disk/i],
  ['zip-name', /(?:relative|absolute) path|invalid characters in (?:file|path)/i],
];
