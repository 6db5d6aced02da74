import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive that a test builds. */
export interface ZipEntry {
  name: string;
  data: Buffer | string;
  /** Size that the directory claims; the true one by default. */
  claimedSize?: number;
}

/** Build a ZIP archive in memory, deflated. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = header(entry, LOCAL);
    directory.push(directoryHeader(entry, offset));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const LOCAL = 0x04034b50;

function sizes({ data, claimedSize }: ZipEntry): { raw: Buffer; packed: Buffer; size: number } {
  const raw = Buffer.from(data);
  return { raw, packed: deflateRawSync(raw), size: claimedSize ?? raw.length };
}

function header(entry: ZipEntry, signature: number): Buffer {
  const { raw, packed, size } = sizes(entry);
  const name = Buffer.from(entry.name);
  const fixed = Buffer.alloc(30);
  fixed.writeUInt32LE(signature, 0);
  fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(0x0800, 6);
  fixed.writeUInt16LE(8, 8);
  fixed.writeUInt32LE(crc32(raw), 14);
  fixed.writeUInt32LE(packed.length, 18);
  fixed.writeUInt32LE(size, 22);
  fixed.writeUInt16LE(name.length, 26);
  return Buffer.concat([fixed, name, packed]);
}

function directoryHeader(entry: ZipEntry, offset: number): Buffer {
  const { raw, packed, size } = sizes(entry);
  const name = Buffer.from(entry.name);
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(20, 6);
  fixed.writeUInt16LE(0x0800, 8);
  fixed.writeUInt16LE(8, 10);
  fixed.writeUInt32LE(crc32(raw), 16);
  fixed.writeUInt32LE(packed.length, 20);
  fixed.writeUInt32LE(size, 24);
  fixed.writeUInt16LE(name.length, 28);
  fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, name]);
}
