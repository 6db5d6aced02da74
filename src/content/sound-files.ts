import type { ContentFile, KnownFile, Reading } from '../lib/library/types.ts';
import type { Problem } from '../lib/validation/problem.ts';
import type { LibraryReport } from '../lib/validation/validate.ts';
import { digestFile } from './digest-content.ts';
import { KeptTable } from './kept-table.ts';

/** What was read in a file, and the warnings that rules had for it by itself. */
interface SoundFile extends KnownFile {
  warnings: Problem[];
  /** See {@link sizeOf}. */
  size: number;
}

/**
 * What the last build read in the files in which it found no error. They are known by path and
 * content, and for the same code only.
 */
export class SoundFiles {
  readonly #kept: KeptTable<SoundFile>;

  /**
   * @param file Where they are kept; when it is missing, damaged or outdated, no file is known.
   * @param code Digest of the code that reads and checks.
   */
  constructor(file: string, code: string) {
    this.#kept = new KeptTable(file, code);
  }

  has(file: ContentFile): boolean {
    return this.#kept.has(nameOf(file));
  }

  /** What was read in the very same file, see `buildLibrary`; null when it is not known. */
  recall(file: ContentFile): KnownFile | null {
    return this.#kept.get(nameOf(file)) ?? null;
  }

  /** What rules found before in the files that are known, see `checkLibrary`. */
  remembered(files: readonly ContentFile[]): Problem[] {
    return files.flatMap((file) => this.#kept.get(nameOf(file))?.warnings ?? []);
  }

  /** Keep what was read in the files of a check that have no error, and in no others. */
  save(readings: readonly Reading[], { problems, ofFiles }: LibraryReport): void {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const faulty = new Set(errors.map(({ path }) => path));
    const warnings = Map.groupBy(ofFiles, ({ path }) => path);
    for (const reading of readings.filter(({ file }) => !faulty.has(file.path))) {
      const { file } = reading;
      const size = sizeOf(reading);
      // Known to be the same, it is not put together again.
      if (this.#kept.get(nameOf(file))?.size === size) this.#kept.keep(nameOf(file));
      else this.#kept.set(nameOf(file), describe(reading, size, warnings.get(file.path) ?? []));
    }
    this.#kept.save();
  }
}

function nameOf(file: ContentFile): string {
  return `${digestFile(file)} ${file.path}`;
}

/** Grows with all that is found out about a file in one build after another. */
function sizeOf({ front, derived }: Reading): number {
  return front.places.size + derived.size;
}

function describe(
  { file, front, data, derived }: Reading,
  size: number,
  warnings: Problem[],
): SoundFile {
  const { data: written, bodyLine, cut, places, body } = front;
  const bodyStart = file.text.length - body.length;
  return {
    front: { data: written, bodyLine, cut, bodyStart, places },
    data,
    derived,
    warnings,
    size,
  };
}
