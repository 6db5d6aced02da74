import type { Check, CheckedItem } from '../lib/citation/check.ts';
import { narrowLibrary } from '../lib/checker/portable-library.ts';
import type { Library } from '../lib/library/types.ts';
import { readKept, writeKept } from './kept-file.ts';
import { sha256 } from './sha256.ts';

/**
 * What the citation engine found in each text of an earlier build. It holds for the same engine and
 * the same facts of the library only: either changed, and nothing of it is used.
 */
export class CheckMemory {
  readonly #file: string;
  readonly #key: string;
  readonly #known: ReadonlyMap<string, CheckedItem[]>;
  readonly #used = new Map<string, CheckedItem[]>();

  /**
   * @param file Where the memory is kept; a missing, damaged or outdated file is an empty memory.
   * @param code Digest of the code that reads citations.
   * @param library What citations are resolved against.
   */
  constructor(file: string, code: string, library: Library) {
    this.#file = file;
    this.#key = sha256(`${code}\n${JSON.stringify(narrowLibrary(library))}`);
    const kept = readKept(file, this.#key) as [string, CheckedItem[]][] | null;
    this.#known = new Map(kept ?? []);
  }

  /** A check that asks the memory first. Answers are the reader's to keep, not to change. */
  remember(check: Check): Check {
    return (text, options) => {
      const key = sha256(JSON.stringify([options.asOf, options.withTopics ?? false, text]));
      const items = this.#known.get(key) ?? check(text, options);
      this.#used.set(key, items);
      return items;
    };
  }

  /** Keep what was asked for since the memory was opened, and nothing else. */
  save(): void {
    writeKept(this.#file, this.#key, [...this.#used]);
  }
}
