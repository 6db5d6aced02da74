import { rememberDerived, type Derived } from '../lib/library/derived.ts';
import type { Library } from '../lib/library/types.ts';
import { readKept, writeKept } from './kept-file.ts';
import type { SourceDigests } from './source-digests.ts';

/** Values of one document, by the digest of its sources. */
type Kept = [source: string, values: [name: string, value: unknown][]];

/**
 * What an earlier build made from the text of each document, for the same code and the same sources
 * of the document only.
 */
export class DerivedMemory {
  readonly #file: string;
  readonly #code: string;
  readonly #used: [source: string, values: Derived][] = [];

  /**
   * @param file Where the memory is kept; a missing, damaged or outdated file is an empty memory.
   * @param code Digest of the code of the build.
   */
  constructor(file: string, code: string) {
    this.#file = file;
    this.#code = code;
  }

  /**
   * Let the texts of a library know what was made from them, see `derive`.
   *
   * @param sources Digests of its documents; of what has none, nothing is known or kept.
   */
  open(library: Library, sources: SourceDigests): void {
    const kept = new Map((readKept(this.#file, this.#code) as Kept[] | null) ?? []);
    for (const { slug, tree } of library.documents) {
      const source = sources.get(slug);
      if (source === undefined) continue;
      const values: Derived = new Map(kept.get(source));
      for (const owner of [tree, tree.children]) rememberDerived(owner, values);
      this.#used.push([source, values]);
    }
  }

  /** Keep what is known of the library now, and nothing else. */
  save(): void {
    const kept = this.#used.map(([source, values]): Kept => [source, [...values]]);
    writeKept(this.#file, this.#code, kept);
  }
}
