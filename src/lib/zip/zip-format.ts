/**
 * Records of the ZIP format. Names are ASCII, times are always the same, sizes below 4 GiB: no
 * extensions are needed, and the same input gives the same bytes.
 *
 * @see APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16
 */

/** 1 January 1980, 00:00. */
const DOS_DATE = 0x0021;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const METHODS = { stored: 0, deflated: 8 } as const;

/** Most entries and bytes that an archive without extensions holds; the highest values mean “see there”. */
export const ZIP_MOST_ENTRIES = 0xfffe;
export const ZIP_MOST_BYTES = 0xfffffffe;

/** A file of an archive, as its headers describe it. */
export interface ZipMember {
  /** ASCII, with `/`. */
  name: string;
  method: keyof typeof METHODS;
  /** CRC-32 of the content. */
  crc: number;
  /** Bytes of the content, and as they lie in the archive. */
  size: number;
  packedSize: number;
}

/** Goes before the packed content. */
export function localHeader(member: ZipMember): Uint8Array {
  return concat([uint32(LOCAL_HEADER), commonHeader(member), encode(member.name)]);
}

/**
 * Entry of the directory at the end.
 *
 * @param offset Of the member's local header in the archive.
 */
export function directoryEntry(member: ZipMember, offset: number): Uint8Array {
  const head = [uint32(CENTRAL_HEADER), uint16(VERSION), commonHeader(member)];
  return concat([...head, centralTail(offset), encode(member.name)]);
}

/**
 * The last record.
 *
 * @param count Entries of the directory. @param size Its bytes. @param offset Where it begins.
 */
export function endOfDirectory(count: number, size: number, offset: number): Uint8Array {
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

/** Version, no flags, method, date, checksum, sizes, length of the name, no extra field. */
function commonHeader({ name, method, crc, size, packedSize }: ZipMember): Uint8Array {
  return concat([
    uint16(VERSION),
    uint16(0),
    uint16(METHODS[method]),
    uint16(0),
    uint16(DOS_DATE),
    uint32(crc),
    uint32(packedSize),
    uint32(size),
    uint16(encode(name).length),
    uint16(0),
  ]);
}

/** No comment, first disk, no attributes, place of the file. */
function centralTail(offset: number): Uint8Array {
  return concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset)]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function uint32(value: number): Uint8Array {
  return concat([uint16(value & 0xffff), uint16(value >>> 16)]);
}

/** Bytes one after the other. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
