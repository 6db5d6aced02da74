import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from './sha256.ts';

/** Second line of the file; the first is the SHA-256 of what follows it, values come after. */
interface Head {
  key: string;
  entries: [name: string, bytes: number][];
}

/**
 * Values that one build keeps for the next, by name, for one key only. Each is read when it is asked
 * for. What is neither kept nor set is not in the next table.
 *
 * The type of the values is sure because the digest says that the file is as this class wrote it, and
 * the key is to cover the code that made them.
 */
export class KeptTable<T> {
  readonly #file: string;
  readonly #key: string;
  readonly #known: ReadonlyMap<string, Buffer>;
  readonly #read = new Map<string, T>();
  readonly #next = new Map<string, Buffer>();

  /**
   * @param file Where the table is kept; a missing or damaged file, or one of another key, is an
   *   empty table.
   * @param key What the values were made from, the code above all.
   */
  constructor(file: string, key: string) {
    this.#file = file;
    this.#key = key;
    this.#known = readEntries(file, key);
  }

  /** Whether the last build kept a value. */
  has(name: string): boolean {
    return this.#known.has(name);
  }

  /** What the last build kept; the reader's not to change. */
  get(name: string): T | undefined {
    const bytes = this.#known.get(name);
    if (bytes === undefined) return undefined;
    const value = this.#read.get(name) ?? (deserialize(bytes) as T);
    this.#read.set(name, value);
    return value;
  }

  /**
   * What the last build kept or this one has set, made anew for whoever asks: what is asked for once
   * is not held.
   */
  read(name: string): T | undefined {
    const bytes = this.#next.get(name) ?? this.#known.get(name);
    return bytes === undefined ? undefined : (deserialize(bytes) as T);
  }

  /** Keep for the next build what the last one kept under a name, if anything. */
  keep(name: string): void {
    const bytes = this.#known.get(name);
    if (bytes !== undefined) this.#next.set(name, bytes);
  }

  /** Keep a value for the next build. */
  set(name: string, value: T): void {
    this.#next.set(name, serialize(value));
  }

  /** Write the table for the next build; nothing is written where it is that of the last one. */
  save(): void {
    const isSame =
      this.#next.size === this.#known.size &&
      [...this.#next].every(([name, bytes]) => this.#known.get(name) === bytes);
    if (isSame && this.#known.size > 0) return;
    const entries = [...this.#next].map(([name, { length }]): Head['entries'][number] => [
      name,
      length,
    ]);
    const head: Head = { key: this.#key, entries };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeSigned(`${this.#file}.tmp`, [
      Buffer.from(`${JSON.stringify(head)}\n`),
      ...this.#next.values(),
    ]);
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}

/** Bytes that are put together before they are written. */
const CHUNK = 1 << 20;

/** Write the digest of what follows, a line end, and parts that together may be very long. */
function writeSigned(file: string, parts: readonly Buffer[]): void {
  const hash = createHash('sha256');
  const out = openSync(file, 'w');
  try {
    // Room for the digest, which is known at the end.
    let at = writeSync(out, `${'0'.repeat(64)}\n`);
    const flush = (chunk: readonly Buffer[]) => {
      const bytes = Buffer.concat(chunk);
      hash.update(bytes);
      for (let done = 0; done < bytes.length;) {
        done += writeSync(out, bytes, done, bytes.length - done, at + done);
      }
      at += bytes.length;
    };
    let chunk: Buffer[] = [];
    let size = 0;
    for (const part of parts) {
      chunk.push(part);
      size += part.length;
      if (size < CHUNK) continue;
      flush(chunk);
      chunk = [];
      size = 0;
    }
    flush(chunk);
    writeSync(out, hash.digest('hex'), 0);
  } finally {
    closeSync(out);
  }
}

function readEntries(file: string, key: string): Map<string, Buffer> {
  try {
    const bytes = readFileSync(file);
    const sumEnd = bytes.indexOf(LINE_END);
    const content = bytes.subarray(sumEnd + 1);
    if (sha256(content) !== bytes.toString('latin1', 0, sumEnd)) return new Map();
    const headEnd = content.indexOf(LINE_END);
    const head = JSON.parse(content.toString('utf8', 0, headEnd)) as Head;
    if (head.key !== key) return new Map();
    let at = headEnd + 1;
    return new Map(
      head.entries.map(([name, length]) => [name, content.subarray(at, (at += length))]),
    );
  } catch {
    return new Map();
  }
}

const LINE_END = 0x0a;
