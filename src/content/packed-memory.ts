import { KeptTable } from './kept-table.ts';
import { processWide } from './process-wide.ts';
import { sha256 } from './sha256.ts';

/** Files that are costly to pack, for the same content and the same code only. */
export class PackedMemory {
  readonly #kept: KeptTable<Buffer>;

  /**
   * @param file Where they are kept; when it is missing, damaged or outdated, none is known.
   * @param code Digest of the code that packs.
   */
  constructor(file: string, code: string) {
    this.#kept = new KeptTable(file, code);
  }

  /** Bytes of a file, packed anew when its content is not that of the last build. */
  pack(name: string, content: unknown, pack: () => Buffer): Buffer {
    const key = `${sha256(JSON.stringify(content))} ${name}`;
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.keep(key);
      return known;
    }
    const packed = pack();
    this.#kept.set(key, packed);
    return packed;
  }

  /** Keep the files of this build, and no others. */
  save(): void {
    this.#kept.save();
  }
}

const packing = processWide('packing', (): { of: PackedMemory | null } => ({ of: null }));

/** Set what {@link packOnce} remembers with; without it every file is packed anew. */
export function packWith(memory: PackedMemory): void {
  packing.of = memory;
}

/**
 * Pack a file, unless an earlier build has packed the same.
 *
 * @param name Unlike those of all other files that are packed.
 * @param content Plain JSON, from which alone `pack` makes its bytes.
 */
export function packOnce(name: string, content: unknown, pack: () => Buffer): Buffer {
  return packing.of?.pack(name, content, pack) ?? pack();
}
