import { join } from 'node:path';
import type { NamedLibrary } from '../../lib/search/index-format.ts';
import { joinSources, type LibrarySource } from '../../lib/search/join-sources.ts';
import { LibraryError, openLibrary, type LibraryFault } from '../../lib/search/open-library.ts';
import {
  SearchEngine,
  type SearchAnswer,
  type SearchOptions,
} from '../../lib/search/search-engine.ts';
import { openSite } from './open-index.ts';
import { readManifest, readSearchFile } from './search-files.ts';

/** Why a library has no part in an answer. `hosted`: it has an address, which only pages load. */
export type Absence = LibraryFault | 'hosted';

/** Searches a built site with the libraries that it names, as its pages do. */
export class SiteSearch {
  readonly #own: LibrarySource;
  readonly #others = new Map<number, LibrarySource>();
  /** Libraries that the site names. */
  readonly libraries: readonly NamedLibrary[];
  /** Those that have no part in answers, by number. */
  readonly absent = new Map<number, Absence>();
  #engine: SearchEngine;

  private constructor(own: LibrarySource, libraries: readonly NamedLibrary[]) {
    this.#own = own;
    this.libraries = libraries;
    this.#engine = new SearchEngine(own);
  }

  /**
   * @param output Root of the site; other libraries are looked for from there.
   * @throws When its own index is missing, damaged or of another format.
   */
  static async open(output: string): Promise<SiteSearch> {
    const { source, manifest } = await openSite(output);
    const search = new SiteSearch({ ...source, library: 0 }, manifest.libraries ?? []);
    for (const [at, { address }] of search.libraries.entries()) {
      await search.#open(at + 1, folderOf(output, address));
    }
    search.#join();
    return search;
  }

  /** Answer a query; a library that turns out to be damaged is left out from then on. */
  async search(query: string, options: SearchOptions): Promise<SearchAnswer> {
    try {
      return await this.#engine.search(query, options);
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      this.#others.delete(error.library);
      this.absent.set(error.library, error.fault);
      this.#join();
      return this.search(query, options);
    }
  }

  async #open(library: number, folder: string | null): Promise<void> {
    if (folder === null) {
      this.absent.set(library, 'hosted');
      return;
    }
    const files = {
      readManifest: () => readManifest(folder),
      read: (name: string) => readSearchFile(folder, name),
    };
    try {
      this.#others.set(library, await openLibrary(files, library));
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      this.absent.set(library, error.fault);
    }
  }

  #join(): void {
    const sources = [this.#own, ...this.#others.values()];
    this.#engine = new SearchEngine(sources.length === 1 ? this.#own : joinSources(sources));
  }
}

/** Folder of a library on this machine; null when it is elsewhere. */
function folderOf(output: string, address: string): string | null {
  return address.startsWith('https:') ? null : join(output, decodeURIComponent(address));
}
