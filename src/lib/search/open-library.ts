import { areSoundPositions, isSoundManifest, isSoundTable, isSoundText } from './check-files.ts';
import { INDEX_FORMAT } from './index-format.ts';
import { positionCount, type LibrarySource } from './join-sources.ts';
import type { ReadFile } from './postings.ts';
import { openSource } from './search-source.ts';

/** Why another library is not searched along. */
export type LibraryFault = 'missing' | 'other-format' | 'damaged';

/** Another library cannot be searched along. */
export class LibraryError extends Error {
  override name = 'LibraryError';
  readonly library: number;
  readonly fault: LibraryFault;

  constructor(library: number, fault: LibraryFault) {
    super(`library ${library} is ${fault}`);
    this.library = library;
    this.fault = fault;
  }
}

/** What of another library has to be loaded. */
export interface LibraryFiles {
  /** Its manifest; throws where there is none. */
  readManifest: () => Promise<unknown>;
  /** A file of its search folder, decompressed. */
  read: ReadFile;
}

/**
 * Open the index of another library, which may be of any edition and in any state.
 *
 * @param library Its number.
 * @returns A source that throws rather than give what is not sound.
 * @throws {LibraryError} When it cannot be searched.
 */
export async function openLibrary(
  { readManifest, read }: LibraryFiles,
  library: number,
): Promise<LibrarySource> {
  const manifest = await readManifest().catch(() => {
    throw new LibraryError(library, 'missing');
  });
  if (formatOf(manifest) !== INDEX_FORMAT) throw new LibraryError(library, 'other-format');
  if (!isSoundManifest(manifest)) throw new LibraryError(library, 'damaged');
  const table = await read(manifest.table).then(parse, () => undefined);
  if (!isSoundTable(table)) throw new LibraryError(library, 'damaged');
  return guard({ ...openSource(manifest, table, read), library });
}

function formatOf(manifest: unknown): unknown {
  return typeof manifest === 'object' && manifest !== null && 'format' in manifest
    ? manifest.format
    : undefined;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** A source that holds against its table what its other files say. */
function guard({ table, postings, texts, library }: LibrarySource): LibrarySource {
  const count = positionCount(table);
  const damaged = (): never => {
    throw new LibraryError(library, 'damaged');
  };
  return {
    table,
    library,
    postings: {
      find: async (prefix, exact) => {
        const positions = await postings.find(prefix, exact).catch(damaged);
        return areSoundPositions(positions, count) ? positions : damaged();
      },
    },
    texts: {
      has: (document) => texts.has(document),
      get: async (document) => {
        const text = await texts.get(document).catch(damaged);
        return isSoundText(text) ? text : damaged();
      },
    },
  };
}
