import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
    const content = Buffer.concat([
      Buffer.from(`${JSON.stringify(head)}\n`),
      ...this.#next.values(),
    ]);
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.tmp`, `${sha256(content)}\n`);
    appendFileSync(`${this.#file}.tmp`, content);
    renameSync(`${this.#file}.tmp`, this.#file);
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
