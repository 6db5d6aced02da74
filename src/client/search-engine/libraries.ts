import { MANIFEST_FILE } from '../../lib/search/index-format.ts';
import { joinSources, type LibrarySource } from '../../lib/search/join-sources.ts';
import { LibraryError, openLibrary } from '../../lib/search/open-library.ts';
import { SearchEngine, type SearchAnswer } from '../../lib/search/search-engine.ts';
import { unpackFile } from './bytes.ts';
import type { FullAnswer, LibraryState } from './messages.ts';
import type { PageFiles } from './page-files.ts';

/** The own answer is given when files of others take longer than this, in milliseconds. */
const PATIENCE = 300;
/** Characters of a file of another library, and bytes that it may unfold to. */
const MOST_CHARACTERS = 30_000_000;
const MOST_BYTES = 200_000_000;

/** How a search is asked for. */
type Ask = (engine: SearchEngine) => Promise<SearchAnswer>;

/**
 * The own library and those searched along. Nothing that another one does or fails to do keeps the
 * own answer back: others are opened after the first answer, one that takes its time is left out
 * until its files have come, and one that breaks is left out for good.
 */
export class Libraries {
  readonly #own: SearchEngine;
  readonly #ownSource: LibrarySource;
  readonly #files: PageFiles;
  readonly #changed: () => void;
  readonly #states: LibraryState[];
  readonly #others = new Map<number, LibrarySource>();
  #joined: SearchEngine;
  #hasBegun = false;

  /**
   * @param source Index of the own library.
   * @param others Number of the other ones.
   * @param changed Called when a question that has been answered has another answer by now.
   */
  constructor(source: LibrarySource, others: number, files: PageFiles, changed: () => void) {
    this.#ownSource = source;
    this.#own = new SearchEngine(source);
    this.#joined = this.#own;
    this.#files = files;
    this.#changed = changed;
    this.#states = Array.from({ length: others }, () => 'waiting');
  }

  /** What can be told at once. */
  get engine(): SearchEngine {
    return this.#joined;
  }

  /** @throws When the own library cannot answer. */
  async search(ask: Ask): Promise<FullAnswer> {
    const answer = await this.#answer(ask);
    const full = { ...answer, libraries: [...this.#states] };
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      for (const at of this.#states.keys()) void this.#open(at);
    }
    return full;
  }

  async #answer(ask: Ask): Promise<SearchAnswer> {
    if (this.#joined === this.#own) return ask(this.#own);
    const joined = this.#joined;
    const all = ask(joined).catch((error: unknown) => {
      this.#leaveOut(error, joined);
      return null;
    });
    const first = await Promise.race([all, this.#impatience()]);
    if (first === 'late') {
      void all.then(this.#changed);
      return ask(this.#own);
    }
    return first ?? this.#answer(ask);
  }

  /** Ends when the files of others are late, and not at all where nothing is waited for. */
  #impatience(): Promise<'late'> {
    return new Promise((resolve) => {
      setTimeout(() => {
        if (this.#files.isWaitingForOthers) resolve('late');
      }, PATIENCE);
    });
  }

  async #open(at: number): Promise<void> {
    const library = at + 1;
    const readText = async (name: string): Promise<Uint8Array> => {
      const content = await this.#files.read(library, name);
      if (typeof content !== 'string' || content.length > MOST_CHARACTERS)
        throw new LibraryError(library, 'damaged');
      return unpackFile(content, MOST_BYTES);
    };
    try {
      const readManifest = () => this.#files.read(library, MANIFEST_FILE);
      const source = await openLibrary({ readManifest, read: readText }, library);
      this.#others.set(library, source);
      this.#join();
      this.#states[at] = 'open';
    } catch (error) {
      this.#others.delete(library);
      this.#states[at] = error instanceof LibraryError ? error.fault : 'damaged';
    }
    this.#changed();
  }

  #join(): void {
    const sources = [...this.#others.values()].sort((a, b) => a.library - b.library);
    this.#joined =
      sources.length === 0
        ? this.#own
        : new SearchEngine(joinSources([this.#ownSource, ...sources]));
  }

  /** Go on without the library that broke; without all others where it is not known which one did. */
  #leaveOut(error: unknown, joined: SearchEngine): void {
    if (joined !== this.#joined) return;
    const known = error instanceof LibraryError && this.#others.has(error.library);
    for (const library of known ? [error.library] : [...this.#others.keys()]) {
      this.#others.delete(library);
      this.#states[library - 1] = known ? error.fault : 'damaged';
    }
    this.#join();
  }
}
