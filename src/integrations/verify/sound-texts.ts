import { createHash } from 'node:crypto';
import { KeptTable } from '../../content/kept-table.ts';

/**
 * Files of the last output, pages aside, in which the verifier found nothing by themselves. They are
 * known by path and content, and for the same code only: a path decides which rules hold.
 */
export class SoundTexts {
  readonly #kept: KeptTable<true>;

  /**
   * @param file Where they are kept; when it is missing, damaged or outdated, no file is known.
   * @param code Digest of the code that verifies.
   */
  constructor(file: string, code: string) {
    this.#kept = new KeptTable(file, code);
  }

  /**
   * Check a text, unless it is known to be sound.
   *
   * @param check Finds what is wrong with the text by itself.
   * @returns Its problems; a text without any is known from the next build on.
   */
  check<T>(path: string, text: string, check: () => readonly T[]): readonly T[] {
    const key = createHash('sha256').update(`${path}\n`).update(text).digest('hex');
    if (this.#kept.has(key)) {
      this.#kept.keep(key);
      return [];
    }
    const problems = check();
    if (problems.length === 0) this.#kept.set(key, true);
    return problems;
  }

  /** Keep the sound texts of this output, and no others. */
  save(): void {
    this.#kept.save();
  }
}
