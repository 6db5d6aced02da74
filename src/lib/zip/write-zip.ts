import { concat, directoryEntry, endOfDirectory, localHeader } from './zip-format.ts';

/** A file to put into an archive. */
export interface ZipEntry {
  /** ASCII, with `/`. */
  name: string;
  text: string;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/**
 * Write an archive without compression, which every program reads and no browser needs a library for.
 *
 * @param entries UTF-8 text files, together below 4 GiB; in the order of the archive.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const data = encoder.encode(text);
    const size = data.length;
    const member = { name, method: 'stored', crc: crc32(data), size, packedSize: size } as const;
    const local = concat([localHeader(member), data]);
    directory.push(directoryEntry(member, offset));
    files.push(local);
    offset += local.length;
  }
  const central = concat(directory);
  return concat([...files, central, endOfDirectory(entries.length, central.length, offset)]);
}

/** CRC-32 of ISO 3309, as ZIP wants it. */
export function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
