import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Check, CheckedItem } from '../lib/citation/check.ts';
import { narrowLibrary } from '../lib/checker/portable-library.ts';
import type { Library } from '../lib/library/types.ts';

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
    this.#known = readMemory(file, this.#key);
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
    const content = JSON.stringify([this.#key, [...this.#used]]);
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.tmp`, `${sha256(content)}\n${content}`);
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}

function readMemory(file: string, key: string): Map<string, CheckedItem[]> {
  try {
    const [digest, content = ''] = readFileSync(file, 'utf8').split('\n');
    if (digest !== sha256(content)) return new Map();
    const [kept, items] = JSON.parse(content) as [string, [string, CheckedItem[]][]];
    return new Map(kept === key ? items : []);
  } catch {
    return new Map();
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
