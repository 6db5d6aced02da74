/**
 * Reader of one chunk of a Pagefind 1.6 word index (`*.pf_index`, decompressed).
 *
 * Pagefind's own WebAssembly is not used: it answers a query with the documents that hold all words
 * and with one mixed list of positions, while ranking here needs the positions of each word apart.
 * The build writes them in a closer code, see `lib/search/index-chunk.ts`. The format is CBOR:
 * `[[word, [[page delta, [position, …], [meta position, …]], …], [[variant, pages], …]], …]`
 * where a negative position marks a change of weight, after which counting starts anew.
 */

/** What every file of Pagefind begins with once decompressed. */
const SIGNATURE = 'pagefind_dcd';

/** The words of a chunk, in order, and where their postings begin. */
export interface PagefindChunk {
  bytes: Uint8Array;
  words: string[];
  /** Byte offset of the postings of each word. */
  offsets: number[];
}

/**
 * Read the words of a chunk; postings are read one word at a time.
 *
 * @param bytes A whole decompressed file.
 * @throws When the bytes are no such chunk.
 */
export function readPagefindChunk(bytes: Uint8Array): PagefindChunk {
  const signature = new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new Error('no Pagefind file: the signature is missing');
  const reader = new CborReader(bytes, SIGNATURE.length);
  const chunk: PagefindChunk = { bytes, words: [], offsets: [] };
  reader.readArray();
  for (let count = reader.readArray(); count > 0; count--) {
    const fields = reader.readArray();
    chunk.words.push(reader.readText());
    chunk.offsets.push(reader.offset);
    for (let field = 1; field < fields; field++) reader.skip();
  }
  return chunk;
}

/**
 * Positions of one word of a chunk, in all its records.
 *
 * @param index Of the word in `chunk.words`.
 * @param bases First position of each record in the common count of positions.
 * @returns Ascending.
 */
export function readPagefindPositions(
  chunk: PagefindChunk,
  index: number,
  bases: readonly number[],
): Uint32Array {
  const reader = new CborReader(chunk.bytes, chunk.offsets[index] ?? 0);
  const positions: number[] = [];
  let page = 0;
  for (let pages = reader.readArray(); pages > 0; pages--) {
    const fields = reader.readArray();
    page += reader.readInteger();
    readPage(reader, bases[page] ?? 0, positions);
    for (let field = 2; field < fields; field++) reader.skip();
  }
  return Uint32Array.from(positions).sort();
}

function readPage(reader: CborReader, base: number, positions: number[]): void {
  let position = 0;
  for (let count = reader.readArray(); count > 0; count--) {
    const step = reader.readInteger();
    if (step < 0) {
      position = 0;
    } else {
      position += step;
      positions.push(base + position);
    }
  }
}

/** Major types of CBOR that a word index uses. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;

/** Reads the part of CBOR (RFC 8949) that a word index uses, forwards. */
class CborReader {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();
  offset: number;

  constructor(bytes: Uint8Array, offset: number) {
    this.#bytes = bytes;
    this.offset = offset;
  }

  /** Number of items of the array that begins here. */
  readArray(): number {
    return this.#readHead(ARRAY);
  }

  readText(): string {
    const length = this.#readHead(TEXT);
    const start = this.offset;
    this.offset += length;
    return this.#decoder.decode(this.#bytes.subarray(start, this.offset));
  }

  readInteger(): number {
    return this.#peekType() === NEGATIVE ? -1 - this.#readHead(NEGATIVE) : this.#readHead(UNSIGNED);
  }

  /** Pass over one item with all it holds. */
  skip(): void {
    for (let waiting = 1; waiting > 0; waiting--) {
      const type = this.#peekType();
      const value = this.#readHead(type);
      if (type === ARRAY) waiting += value;
      else if (type === TEXT) this.offset += value;
    }
  }

  #peekType(): number {
    return (this.#bytes[this.offset] ?? 0) >> 5;
  }

  #readHead(expected: number): number {
    const head = this.#bytes[this.offset++];
    if (head === undefined || head >> 5 !== expected) {
      throw new Error(`damaged index: unexpected byte at ${this.offset - 1}`);
    }
    const info = head & 31;
    if (info < 24) return info;
    let value = 0;
    for (let count = 1 << (info - 24); count > 0; count--) {
      value = value * 256 + (this.#bytes[this.offset++] ?? 0);
    }
    return value;
  }
}
