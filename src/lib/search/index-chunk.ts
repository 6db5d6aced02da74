import { ByteReader } from './byte-io.ts';

/**
 * One chunk of the word index: words in order, with the positions of each.
 *
 * The format, all numbers variable-length (seven bits a byte, low ones first):
 *
 * ```
 * 0xD2, number of words,
 * per word: length shared with the word before, length of the rest, the rest (UTF-8),
 *           number of positions, Rice parameter, bytes of its code;
 * then the codes of the words, one after the other.
 * ```
 *
 * A code holds the gaps between the word's positions, less one, in a Rice code: the high part as so
 * many one bits and a zero, then the low `parameter` bits, low ones first. For random gaps that is
 * within a few per cent of the least possible, so that nothing is left for gzip.
 */

/** First byte of a chunk. gzip begins with another one, by which a reader tells them apart. */
const SIGNATURE = 0xd2;
/** Positions are below 2^31. */
const MOST_PARAMETER = 30;

/** The words of a chunk, in order, and where the positions of each are. */
export interface IndexChunk {
  bytes: Uint8Array;
  words: string[];
  counts: number[];
  parameters: number[];
  /** Byte offset of the code of each word. */
  offsets: number[];
}

/** A word with all its positions, ascending. */
export type WordPostings = readonly [word: string, positions: Uint32Array];

/**
 * Read the words of a chunk; positions are read one word at a time.
 *
 * @param bytes A whole chunk.
 * @throws When the bytes are no such chunk.
 */
export function readIndexChunk(bytes: Uint8Array): IndexChunk {
  if (bytes[0] !== SIGNATURE)
    throw new Error('no chunk of the word index: the signature is missing');
  const reader = new ByteReader(bytes, 1);
  const chunk: IndexChunk = { bytes, words: [], counts: [], parameters: [], offsets: [] };
  const lengths: number[] = [];
  let word = '';
  for (let count = reader.number(); count > 0; count--) {
    const shared = reader.number();
    word = word.slice(0, shared) + reader.text();
    chunk.words.push(word);
    chunk.counts.push(reader.number());
    chunk.parameters.push(reader.number());
    lengths.push(reader.number());
  }
  let offset = reader.offset;
  for (const [index, length] of lengths.entries()) {
    const { counts, parameters } = chunk;
    // A position takes a bit at least: nothing is made room for that a chunk cannot hold.
    if ((counts[index] ?? 0) > 8 * length || (parameters[index] ?? 0) > MOST_PARAMETER)
      throw new Error('damaged index: a word has more positions than bits');
    chunk.offsets.push(offset);
    offset += length;
  }
  if (offset !== bytes.length) throw new Error('damaged index: a chunk has another length');
  return chunk;
}

/**
 * Positions of one word of a chunk.
 *
 * @param index Of the word in `chunk.words`.
 * @returns Ascending.
 */
export function readPositions(chunk: IndexChunk, index: number): Uint32Array {
  const { bytes } = chunk;
  const parameter = chunk.parameters[index] ?? 0;
  const positions = new Uint32Array(chunk.counts[index] ?? 0);
  let offset = chunk.offsets[index] ?? 0;
  let bits = 0;
  let held = 0;
  let last = -1;
  for (let at = 0; at < positions.length; at++) {
    let high = 0;
    for (;;) {
      if (held === 0) {
        bits = bytes[offset++] ?? 0;
        held = 8;
      }
      const bit = bits & 1;
      bits >>= 1;
      held--;
      if (bit === 0) break;
      high++;
    }
    let low = 0;
    for (let taken = 0; taken < parameter;) {
      if (held === 0) {
        bits = bytes[offset++] ?? 0;
        held = 8;
      }
      const part = Math.min(held, parameter - taken);
      low |= (bits & ((1 << part) - 1)) << taken;
      bits >>= part;
      held -= part;
      taken += part;
    }
    last += high * 2 ** parameter + low + 1;
    positions[at] = last;
  }
  return positions;
}

/** A chunk ready to be written. */
export interface PackedChunk {
  /**
   * Where stretches of words begin that are in this chunk: text that stands in order after the word
   * before and not after the first of the stretch. A stretch goes on to where another one begins.
   */
  starts: string[];
  bytes: Uint8Array;
}

/** Room of a chunk that is left empty rather than that its words are no single stretch. */
const LEAST_ROOM = 768;

/**
 * Pack words into chunks, each as full as it can be: a word that does not fit in may go to the next
 * chunk while those after it are still taken.
 *
 * @param words In ascending order, each once, none without positions.
 * @param most Bytes of a chunk; a word that needs more has a chunk of its own.
 */
export function* packWords(words: Iterable<WordPostings>, most: number): Generator<PackedChunk> {
  let chunk = new ChunkWriter(most);
  let aside: Entry | null = null;
  let number = 0;
  let last = '';
  for (const [word, positions] of words) {
    const start = shortestAfter(last, word);
    const entry: Entry = { number: number++, word, start, code: encodePositions(positions) };
    last = word;
    while (!chunk.add(entry)) {
      if (aside === null && chunk.room > LEAST_ROOM) {
        aside = entry;
        break;
      }
      yield chunk.finish();
      chunk = new ChunkWriter(most);
      if (aside !== null) chunk.add(aside);
      aside = null;
    }
  }
  if (number > 0) yield chunk.finish();
  if (aside === null) return;
  chunk = new ChunkWriter(most);
  chunk.add(aside);
  yield chunk.finish();
}

/** A word on its way into a chunk. */
interface Entry {
  /** Its place among all words. */
  number: number;
  word: string;
  /** See {@link PackedChunk.starts}. */
  start: string;
  code: PositionCode;
}

/** The shortest beginning of a word, in whole characters, that stands after the word before. */
function shortestAfter(before: string, word: string): string {
  const shared = sharedLength(before, word);
  return word.slice(0, shared + ((word.codePointAt(shared) ?? 0) > 0xffff ? 2 : 1));
}

interface PositionCode {
  count: number;
  parameter: number;
  bytes: Uint8Array;
}

/** Bytes that the numbers of an entry and the head of a chunk take at most. */
const ENTRY_ROOM = 14;
const HEAD_ROOM = 4;

class ChunkWriter {
  readonly #most: number;
  readonly #starts: string[] = [];
  #size = HEAD_ROOM;
  #last: Entry | null = null;
  #count = 0;
  readonly #head: number[] = [];
  readonly #codes: Uint8Array[] = [];

  /** @param most Bytes of the chunk. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Bytes that it may still take. */
  get room(): number {
    return this.#most - this.#size;
  }

  /** Add a word. @returns False when it does not fit in; into an empty chunk any does. */
  add(entry: Entry): boolean {
    const { number, word, start, code } = entry;
    const cost = ENTRY_ROOM + 3 * word.length + code.bytes.length;
    if (this.#last !== null && cost > this.room) return false;
    if (number - 1 !== this.#last?.number) this.#starts.push(start);
    const before = this.#head.length;
    const shared = sharedLength(this.#last?.word ?? '', word);
    pushNumber(this.#head, shared);
    pushText(this.#head, word.slice(shared));
    pushNumber(this.#head, code.count);
    pushNumber(this.#head, code.parameter);
    pushNumber(this.#head, code.bytes.length);
    this.#codes.push(code.bytes);
    this.#size += this.#head.length - before + code.bytes.length;
    this.#last = entry;
    this.#count++;
    return true;
  }

  finish(): PackedChunk {
    const start = [SIGNATURE];
    pushNumber(start, this.#count);
    return { starts: this.#starts, bytes: join([start, this.#head, ...this.#codes]) };
  }
}

function join(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Length of the common beginning, in whole characters. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  const isHalf = length > 0 && (b.charCodeAt(length - 1) & 0xfc00) === 0xd800;
  return isHalf ? length - 1 : length;
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

const ASCII = /^[\0-\x7F]*$/;

/** Length in bytes, then the text in UTF-8. */
function pushText(bytes: number[], text: string): void {
  if (!ASCII.test(text)) {
    const encoded = new TextEncoder().encode(text);
    pushNumber(bytes, encoded.length);
    bytes.push(...encoded);
    return;
  }
  pushNumber(bytes, text.length);
  for (let at = 0; at < text.length; at++) bytes.push(text.charCodeAt(at));
}

function encodePositions(positions: Uint32Array): PositionCode {
  const { parameter, bits } = bestParameter(positions);
  const code = new BitWriter(Math.ceil(bits / 8));
  let last = -1;
  for (const position of positions) {
    code.rice(position - last - 1, parameter);
    last = position;
  }
  return { count: positions.length, parameter, bytes: code.finish() };
}

/** Bits at most that are put down at once: seven more may still be held. */
const MOST_BITS = 24;

class BitWriter {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Fewer than eight bits that fill no byte yet. */
  #held = 0;
  #count = 0;

  constructor(length: number) {
    this.#bytes = new Uint8Array(length);
  }

  /** So many ones as the high part says, a zero, and the low part. */
  rice(value: number, parameter: number): void {
    let high = value >>> parameter;
    const low = value & (2 ** parameter - 1);
    if (high + 1 + parameter <= MOST_BITS) {
      this.#put(((1 << high) - 1) | (low << (high + 1)), high + 1 + parameter);
      return;
    }
    for (; high > 8; high -= 8) this.#put(0xff, 8);
    this.#put((1 << high) - 1, high + 1);
    const first = Math.min(16, parameter);
    this.#put(low & 0xffff, first);
    this.#put(low >>> 16, parameter - first);
  }

  finish(): Uint8Array {
    if (this.#count > 0) this.#bytes[this.#at] = this.#held;
    return this.#bytes;
  }

  /** @param length Up to {@link MOST_BITS}. */
  #put(bits: number, length: number): void {
    let held = this.#held | (bits << this.#count);
    let count = this.#count + length;
    for (; count >= 8; count -= 8) {
      this.#bytes[this.#at++] = held;
      held >>>= 8;
    }
    this.#held = held;
    this.#count = count;
  }
}

/** The cheapest parameter, near the logarithm of the mean gap, and the bits of a code with it. */
function bestParameter(positions: Uint32Array): { parameter: number; bits: number } {
  const mean = ((positions.at(-1) ?? 0) + 1) / Math.max(1, positions.length);
  const near = Math.min(MOST_PARAMETER, Math.floor(Math.log2(Math.max(1, mean))));
  const first = Math.max(0, near - 2);
  const ones = highParts(positions, first);
  let best = { parameter: first, bits: Infinity };
  for (const [more, high] of ones.entries()) {
    const parameter = first + more;
    const bits = positions.length * (parameter + 1) + high;
    if (parameter <= MOST_PARAMETER && bits < best.bits) best = { parameter, bits };
  }
  return best;
}

/** Sum of the high parts of the gaps, with a parameter and with the three after it. */
function highParts(positions: Uint32Array, parameter: number): number[] {
  let [one, two, three, four] = [0, 0, 0, 0];
  let last = -1;
  for (const position of positions) {
    const high = (position - last - 1) >>> parameter;
    last = position;
    one += high;
    two += high >>> 1;
    three += high >>> 2;
    four += high >>> 3;
  }
  return [one, two, three, four];
}

/**
 * Range of the words of a sorted list that begin with a prefix.
 *
 * @returns Index of the first such word and of the first one after them.
 */
export function prefixRange(words: readonly string[], prefix: string): [number, number] {
  const first = lowerBound(words, prefix);
  return [first, lowerBound(words, `${prefix}\uFFFF`)];
}

function lowerBound(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
