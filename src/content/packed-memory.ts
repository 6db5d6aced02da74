import { readKept, writeKept } from './kept-file.ts';
import { processWide } from './process-wide.ts';
import { sha256 } from './sha256.ts';

/** Bytes of a file, and the digest of what they were packed from. */
type Packed = [name: string, digest: string, base64: string];

/** Files that are costly to pack, for the same content and the same code only. */
export class PackedMemory {
  readonly #file: string;
  readonly #code: string;
  readonly #known: ReadonlyMap<string, Packed>;
  readonly #next: Packed[] = [];

  /**
   * @param file Where they are kept; when it is missing, damaged or outdated, none is known.
   * @param code Digest of the code that packs.
   */
  constructor(file: string, code: string) {
    this.#file = file;
    this.#code = code;
    const kept = (readKept(file, code) as Packed[] | null) ?? [];
    this.#known = new Map(kept.map((packed) => [packed[0], packed]));
  }

  /** Bytes of a file, packed anew when its content is not that of the last build. */
  pack(name: string, content: unknown, pack: () => Buffer): Buffer {
    const digest = sha256(JSON.stringify(content));
    const known = this.#known.get(name);
    const packed: Packed =
      known?.[1] === digest ? known : [name, digest, pack().toString('base64')];
    this.#next.push(packed);
    return Buffer.from(packed[2], 'base64');
  }

  /** Keep the files of this build, and no others. */
  save(): void {
    writeKept(this.#file, this.#code, this.#next);
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
