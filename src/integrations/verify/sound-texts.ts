import { createHash } from 'node:crypto';
import { readKept, writeKept } from '../../content/kept-file.ts';

/**
 * Files of the last output, pages aside, in which the verifier found nothing by themselves. They are
 * known by path and content, and for the same code only: a path decides which rules hold.
 */
export class SoundTexts {
  readonly #file: string;
  readonly #code: string;
  readonly #known: ReadonlySet<string>;
  readonly #next: string[] = [];

  /**
   * @param file Where they are kept; when it is missing, damaged or outdated, no file is known.
   * @param code Digest of the code that verifies.
   */
  constructor(file: string, code: string) {
    this.#file = file;
    this.#code = code;
    this.#known = new Set((readKept(file, code) as string[] | null) ?? []);
  }

  /**
   * Check a text, unless it is known to be sound.
   *
   * @param check Finds what is wrong with the text by itself.
   * @returns Its problems; a text without any is known from the next build on.
   */
  check<T>(path: string, text: string, check: () => readonly T[]): readonly T[] {
    const key = createHash('sha256').update(`${path}\n`).update(text).digest('hex');
    const problems = this.#known.has(key) ? [] : check();
    if (problems.length === 0) this.#next.push(key);
    return problems;
  }

  /** Keep the sound texts of this output, and no others. */
  save(): void {
    writeKept(this.#file, this.#code, this.#next);
  }
}
