import { prefixRange, readIndexChunk, readPositions, type IndexChunk } from './index-chunk.ts';
import type { SearchManifest } from './index-format.ts';

/** Gives the content of a file of the search folder, decompressed. */
export type ReadFile = (file: string) => Promise<Uint8Array>;

/** Most chunks that are loaded for one prefix: a short beginning may stand in all of them. */
const MOST_CHUNKS = 8;
/** Bytes of answers kept: while a query is typed its first pairs are asked for again and again. */
const MOST_BYTES = 16_000_000;
/** Bytes that an answer without positions is counted as. */
const ANSWER_BYTES = 256;

/** Knows where words stand. */
export interface PositionSource {
  /** See {@link Postings.find}. */
  find: (prefix: string, exact: boolean) => Promise<Uint32Array>;
}

/** Looks words up in the index, loading chunks when they are first needed. */
export class Postings implements PositionSource {
  readonly #manifest: SearchManifest;
  readonly #read: ReadFile;
  readonly #chunks = new Map<string, Promise<IndexChunk>>();
  /** The one that was asked for last stands last. */
  readonly #answers = new Map<string, Promise<Uint32Array>>();
  readonly #sizes = new Map<string, number>();
  #bytes = 0;

  constructor(manifest: SearchManifest, read: ReadFile) {
    this.#manifest = manifest;
    this.#read = read;
  }

  /**
   * Positions of all words that begin with a prefix.
   *
   * @param exact The prefix is a whole word: no longer one counts.
   * @returns Ascending; empty when the prefix is too short to be looked up.
   * @throws When a chunk cannot be read; asking again then tries again.
   */
  find(prefix: string, exact: boolean): Promise<Uint32Array> {
    const key = exact ? `=${prefix}` : prefix;
    const known = this.#answers.get(key);
    if (known) {
      this.#answers.delete(key);
      this.#answers.set(key, known);
      return known;
    }
    const answer = this.#collect(prefix, exact);
    this.#answers.set(key, answer);
    answer.then(
      ({ byteLength }) => {
        if (this.#answers.get(key) === answer) this.#keep(key, byteLength + ANSWER_BYTES);
      },
      () => this.#answers.delete(key),
    );
    return answer;
  }

  /** Count an answer, and forget those that have not been asked for longest. */
  #keep(key: string, size: number): void {
    this.#sizes.set(key, size);
    this.#bytes += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#bytes -= this.#sizes.get(oldest) ?? 0;
      this.#sizes.delete(oldest);
      this.#answers.delete(oldest);
    }
  }

  async #collect(prefix: string, exact: boolean): Promise<Uint32Array> {
    const last = exact ? prefix : `${prefix}\uFFFF`;
    const entries = this.#manifest.chunks.filter(([start], at, chunks) => {
      const next = chunks[at + 1]?.[0];
      return start <= last && (next === undefined || next > prefix);
    });
    const files = [...new Set(entries.map(([, file]) => file))];
    if (files.length > MOST_CHUNKS) return new Uint32Array();
    const chunks = await Promise.all(files.map((file) => this.#load(file)));
    return mergeSorted(
      chunks.flatMap((chunk) => {
        const [from, to] = prefixRange(chunk.words, prefix);
        const end = exact ? Math.min(to, from + (chunk.words[from] === prefix ? 1 : 0)) : to;
        return range(from, end).map((index) => readPositions(chunk, index));
      }),
    );
  }

  #load(file: string): Promise<IndexChunk> {
    const known = this.#chunks.get(file);
    if (known) return known;
    const chunk = this.#read(file).then(readIndexChunk);
    this.#chunks.set(file, chunk);
    chunk.catch(() => this.#chunks.delete(file));
    return chunk;
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}

/** One ascending list of several. */
export function mergeSorted(lists: readonly Uint32Array[]): Uint32Array {
  const [first, ...rest] = lists;
  if (!first) return new Uint32Array();
  if (rest.length === 0) return first;
  const merged = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    merged.set(list, at);
    at += list.length;
  }
  return merged.sort();
}
