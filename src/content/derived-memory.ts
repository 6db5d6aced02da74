import { rememberDerived, type Derived } from '../lib/library/derived.ts';
import type { Library, LibraryDocument } from '../lib/library/types.ts';
import { KeptTable } from './kept-table.ts';
import type { SourceDigests } from './source-digests.ts';

/**
 * What an earlier build made from the text of each document, for the same code and the same sources
 * of the document only.
 */
export class DerivedMemory {
  readonly #kept: KeptTable<unknown>;
  readonly #used: KeptValues[] = [];

  /**
   * @param file Where the memory is kept; a missing, damaged or outdated file is an empty memory.
   * @param key Digest of the code of the build, and of what else values are made from.
   */
  constructor(file: string, key: string) {
    this.#kept = new KeptTable(file, key);
  }

  /**
   * Let parts of a library know what was made from them, see `derive`.
   *
   * @param sources Digests of its documents; of what has none, nothing is known or kept.
   * @param ownerOf The part of a document; by default its text.
   */
  open(
    library: Library,
    sources: SourceDigests,
    ownerOf: (document: LibraryDocument) => object = ({ tree }) => tree,
  ): void {
    for (const document of library.documents) {
      const source = sources.get(document.slug);
      if (source === undefined) continue;
      const values = new KeptValues(this.#kept, source);
      rememberDerived(ownerOf(document), values);
      this.#used.push(values);
    }
  }

  /** Keep what was asked for of the library, and nothing else. */
  save(): void {
    for (const values of this.#used) values.keep();
    this.#kept.save();
  }
}

/**
 * Values of one document, as bytes: they are many, and most are asked for once. Each is made of its
 * bytes whenever it is asked for.
 */
class KeptValues implements Derived {
  readonly #kept: KeptTable<unknown>;
  readonly #source: string;
  readonly #made = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(kept: KeptTable<unknown>, source: string) {
    this.#kept = kept;
    this.#source = source;
  }

  has(name: string): boolean {
    return this.#made.has(name) || this.#kept.has(this.#nameOf(name));
  }

  get(name: string): unknown {
    this.#asked.add(name);
    return this.#kept.read(this.#nameOf(name));
  }

  set(name: string, value: unknown): void {
    this.#made.add(name);
    this.#kept.set(this.#nameOf(name), value);
  }

  keep(): void {
    for (const name of this.#asked) {
      if (!this.#made.has(name)) this.#kept.keep(this.#nameOf(name));
    }
  }

  #nameOf(name: string): string {
    return `${this.#source} ${name}`;
  }
}
