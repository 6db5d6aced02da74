import type { ContentFile } from '../lib/library/types.ts';
import type { Problem } from '../lib/validation/problem.ts';
import { digestFile } from './digest-content.ts';
import { readKept, writeKept } from './kept-file.ts';

/**
 * Files that the last build found nothing wrong with. They are known by path and content, and for the
 * same code only.
 */
export class SoundFiles {
  readonly #file: string;
  readonly #code: string;
  readonly #known: ReadonlyMap<string, string>;

  /**
   * @param file Where they are kept; when it is missing, damaged or outdated, no file is known.
   * @param code Digest of the code that checks.
   */
  constructor(file: string, code: string) {
    this.#file = file;
    this.#code = code;
    this.#known = new Map(readKept(file, code) as [string, string][] | null);
  }

  has(file: ContentFile): boolean {
    return this.#known.get(file.path) === digestFile(file);
  }

  /** Keep the files of a check that no problem names, and no others. */
  save(files: readonly ContentFile[], problems: readonly Problem[]): void {
    const faulty = new Set(problems.map(({ path }) => path));
    const sound = files
      .filter(({ path }) => !faulty.has(path))
      .map((file) => [file.path, digestFile(file)]);
    writeKept(this.#file, this.#code, sound);
  }
}
