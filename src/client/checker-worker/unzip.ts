import { ZIP_LIMITS, type ZipLimits } from '../../importers/docx/zip-limits.ts';
import { Refusal } from '../../importers/import-error.ts';

/** An entry of the directory at the end of an archive. */
interface ZipEntry {
  name: string;
  isEncrypted: boolean;
  method: number;
  packedSize: number;
  size: number;
  /** Of its local header. */
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The record at the end with the longest comment. */
const LONGEST_END = 22 + 0xffff;

/**
 * Unfold the wanted parts of a ZIP archive with what browsers have, counting while inflating. The
 * same limits and refusals as the importer's reader, which needs Node.
 *
 * @returns The wanted parts, and the names of all.
 * @throws {Refusal} When the archive is broken, encrypted, or larger than the limits.
 */
export async function unzip(
  file: Uint8Array<ArrayBuffer>,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<{ parts: Map<string, Uint8Array>; names: string[] }> {
  const entries = readDirectory(file, limits);
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    checkDeclared(entry, limits);
    if (!wanted(entry.name) || parts.has(entry.name)) continue;
    const part = await inflate(file, entry, Math.min(limits.part, limits.total - total));
    total += part.length;
    parts.set(entry.name, part);
  }
  return { parts, names: entries.map(({ name }) => name) };
}

function readDirectory(file: Uint8Array<ArrayBuffer>, limits: ZipLimits): ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new Refusal('zip-too-many-entries');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken('directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true));
    const nameEnd = at + 46 + (nameLength ?? 0);
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + 46, nameEnd)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw broken('end');
}

function checkDeclared({ isEncrypted, name, size, packedSize }: ZipEntry, limits: ZipLimits): void {
  if (isEncrypted) throw new Refusal('zip-encrypted');
  const isLarge = size > limits.part || (size > 2 ** 20 && size > packedSize * limits.ratio);
  if (isLarge) throw new Refusal('zip-too-large', { part: name });
}

async function inflate(
  file: Uint8Array<ArrayBuffer>,
  { name, method, offset, packedSize, size }: ZipEntry,
  limit: number,
): Promise<Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (offset + 30 > file.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw broken(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > file.length) throw broken(name);
  const packed = file.subarray(start, start + packedSize);
  if (method !== 0 && method !== 8) throw broken(name);
  const part = method === 0 ? packed : await inflateRaw(packed, name, limit);
  if (part.length > limit) throw new Refusal('zip-too-large', { part: name });
  if (part.length !== size) throw broken(name);
  return part;
}

async function inflateRaw(
  packed: Uint8Array<ArrayBuffer>,
  name: string,
  limit: number,
): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw broken(name);
    });
    if (done) break;
    size += value.length;
    if (size > limit) {
      void reader.cancel();
      throw new Refusal('zip-too-large', { part: name });
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function broken(reason: string): Refusal {
  return new Refusal('zip-broken', { reason });
}
