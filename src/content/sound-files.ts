import type { ContentFile } from '../lib/library/types.ts';
import type { Problem } from '../lib/validation/problem.ts';
import type { LibraryReport } from '../lib/validation/validate.ts';
import { digestFile } from './digest-content.ts';
import { readKept, writeKept } from './kept-file.ts';

/** A file, and the warnings that rules had for it by itself. */
type SoundFile = [path: string, digest: string, warnings: Problem[]];

/**
 * Files in which the last build found no error. They are known by path and content, and for the same
 * code only.
 */
export class SoundFiles {
  readonly #file: string;
  readonly #code: string;
  readonly #known: ReadonlyMap<string, SoundFile>;

  /**
   * @param file Where they are kept; when it is missing, damaged or outdated, no file is known.
   * @param code Digest of the code that checks.
   */
  constructor(file: string, code: string) {
    this.#file = file;
    this.#code = code;
    const kept = readKept(file, code) as SoundFile[] | null;
    this.#known = new Map(kept?.map((known) => [known[0], known]));
  }

  has(file: ContentFile): boolean {
    return this.#known.get(file.path)?.[1] === digestFile(file);
  }

  /** What rules found before in the files that are known, see `checkLibrary`. */
  remembered(files: readonly ContentFile[]): Problem[] {
    return files.flatMap((file) => (this.has(file) ? (this.#known.get(file.path)?.[2] ?? []) : []));
  }

  /** Keep the files of a check that have no error, and no others. */
  save(files: readonly ContentFile[], { problems, ofFiles }: LibraryReport): void {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const faulty = new Set(errors.map(({ path }) => path));
    const warnings = Map.groupBy(ofFiles, ({ path }) => path);
    const sound = files
      .filter(({ path }) => !faulty.has(path))
      .map((file): SoundFile => [file.path, digestFile(file), warnings.get(file.path) ?? []]);
    writeKept(this.#file, this.#code, sound);
  }
}
