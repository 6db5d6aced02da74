import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { KeptTable } from '../../content/kept-table.ts';
import { sha256 } from '../../content/sha256.ts';
import type { TextPool } from '../../lib/text/detach-text.ts';
import type { Inspection } from '../verify/verify-site.ts';
import { restamp } from './edition-stamp.ts';
import type { FoundUrl } from '../verify/rules/targets.ts';

/** What is known of a finished page beside its text. */
export interface PageFacts {
  /** SHA-256 of the finished page, 64 hexadecimal digits. */
  digest: string;
  /** Addresses that lead out of the page, each once. */
  links: [value: string, use: FoundUrl['use']][];
  /** Names that a fragment may lead to. */
  anchors: string[];
  /** Client scripts that it names, below the output folder. */
  scripts: string[];
}

/** A document's page of the last build, which was sound. */
export interface KeptPage extends PageFacts {
  /** Id of the edition in its stamp. */
  edition: string;
  /** What the page was rendered from, see `DocumentSeals`. */
  seal: string;
  /** Names of the texts that it was seen to look at. */
  looked: string[];
}

/**
 * The pages of documents in the last build. Their text is that of the published output: what is kept beside it
 * tells whether somebody changed a file there.
 */
export class PageMemory {
  readonly #kept: KeptTable<KeptPage>;

  /**
   * @param file Where the memory is kept; a missing, damaged or outdated file is an empty memory.
   * @param code Digest of the code that finishes pages.
   */
  constructor(file: string, code: string) {
    this.#kept = new KeptTable(file, code);
  }

  /** What the last build published there; undefined when it published no sound page. */
  find(path: string): KeptPage | undefined {
    return this.#kept.read(path);
  }

  keep(path: string, page: KeptPage): void {
    this.#kept.set(path, page);
  }

  /** Keep what this build made for the next one, and nothing else. */
  save(): void {
    this.#kept.save();
  }
}

/** Whoever wants to know the place reads the page again. */
const SOMEWHERE = { line: 1, column: 1 };

/**
 * What the check of the whole site needs of a page that is known to be sound in itself.
 *
 * @param pool Of the texts that it holds.
 */
export function inspectionOf(
  { links, anchors }: PageFacts,
  path: string,
  pool: TextPool,
): Inspection {
  return {
    problems: [],
    urls: links.map(([value, use]) => ({ value: pool.one(value), use, path, place: SOMEWHERE })),
    anchors: new Set(anchors.map((anchor) => pool.one(anchor))),
  };
}

/**
 * Put the file of the former output into the new one, with the stamp of the new edition, unless it
 * is not what was published.
 *
 * @param former File of the published output; it is not changed.
 * @returns SHA-256 of the new file; null when nothing was put there.
 */
export function takeOver(
  former: string,
  file: string,
  kept: Pick<KeptPage, 'digest' | 'edition'>,
  edition: string,
): string | null {
  try {
    const bytes = readFileSync(former);
    if (sha256(bytes) !== kept.digest) return null;
    if (kept.edition === edition) {
      linkOrWrite(former, file, bytes);
      return kept.digest;
    }
    const stamped = restamp(bytes, kept.edition, edition);
    if (stamped === null) return null;
    writeFileSync(file, stamped);
    return sha256(stamped);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A second name of the same file costs least; not every file system has them. */
function linkOrWrite(former: string, file: string, bytes: Buffer): void {
  try {
    linkSync(former, file);
  } catch {
    writeFileSync(file, bytes);
  }
}
