/** A file to put into an archive. */
export interface ZipEntry {
  /** ASCII, with `/`. */
  name: string;
  text: string;
}

/** 1 January 1980, 00:00: the same input gives the same bytes. */
const DOS_DATE = 0x0021;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;

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
    const path = encoder.encode(name);
    const data = encoder.encode(text);
    const common = commonHeader(path.length, data);
    const local = concat([uint32(LOCAL_HEADER), common, path, data]);
    directory.push(uint32(CENTRAL_HEADER), uint16(VERSION), common, centralTail(offset), path);
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

/** Version, no flags, stored, date, checksum, sizes, length of the name, no extra field. */
function commonHeader(nameLength: number, data: Uint8Array): Uint8Array {
  return concat([
    uint16(VERSION),
    uint16(0),
    uint16(0),
    uint16(0),
    uint16(DOS_DATE),
    uint32(crc32(data)),
    uint32(data.length),
    uint32(data.length),
    uint16(nameLength),
    uint16(0),
  ]);
}

/** No comment, first disk, no attributes, place of the file. */
function centralTail(offset: number): Uint8Array {
  return concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset)]);
}

function endOfDirectory(count: number, size: number, offset: number): Uint8Array {
  return concat([
    uint32(END_OF_DIRECTORY),
    uint16(0),
    uint16(0),
    uint16(count),
    uint16(count),
    uint32(size),
    uint32(offset),
    uint16(0),
  ]);
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function uint32(value: number): Uint8Array {
  return concat([uint16(value & 0xffff), uint16(value >>> 16)]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
