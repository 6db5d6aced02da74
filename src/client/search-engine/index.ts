import {
  INDEX_FORMAT,
  MANIFEST_FILE,
  SEARCH_FOLDER,
  type NamedLibrary,
  type SearchManifest,
} from '../../lib/search/index-format.ts';
import type { SearchOptions, SearchResult } from '../../lib/search/search-engine.ts';
import { startWorkerPort, type WorkerPort } from '../shared/worker-port.ts';
import type { EngineCode, FromEngine, FullAnswer, ToEngine } from './messages.ts';
import { FEW_ATTEMPTS, ScriptFiles, type Progress } from './script-files.ts';

export type { SearchOptions, SearchResult } from '../../lib/search/search-engine.ts';
export type { FullAnswer, LibraryState } from './messages.ts';
export type { Progress } from './script-files.ts';

/** Search of one site and the libraries that it names, as a page uses it. */
export interface SearchClient {
  /** Other libraries that are searched along; empty until the index has been opened. */
  readonly libraries: readonly NamedLibrary[];
  /**
   * Answer a query.
   *
   * @param early Gets what is known while files are being loaded: the documents by number, title
   *   and nickname, then those of the answer without excerpts and places. Not called when nothing
   *   must be loaded, nor after the answer.
   * @throws `AbortError` when a newer search was asked for before this one began; another error
   *   when the index cannot be read, after which a new call tries again from the start.
   */
  search: (
    query: string,
    options?: SearchOptions,
    early?: (results: readonly SearchResult[]) => void,
  ) => Promise<FullAnswer>;
  /** Load what a first answer needs; failures are met by the next search. */
  preload: () => void;
}

export interface ClientOptions {
  /** Called whenever a file of the index is asked for or has come. */
  onProgress?: (progress: Progress) => void;
  /** Called when another library has come or gone, so that the last question has another answer. */
  onChange?: () => void;
}

/** A call that waits for the engine. */
interface Call {
  resolve: (answer: never) => void;
  early?: ((results: readonly SearchResult[]) => void) | undefined;
  reject: (error: Error) => void;
}

/** A search that waits until the one before it is answered. */
interface Queued extends Call {
  query: string;
  options: SearchOptions;
  /** Whether names, or something better, have been asked for or shown early. */
  hasNames: boolean;
  hasEarly: boolean;
}

/**
 * Open the search of a site. Nothing is loaded before it is needed.
 *
 * @param siteRootUrl Absolute address of the site's root, with `/` at the end; `file:` works too.
 */
export function createSearchClient(siteRootUrl: string, options: ClientOptions = {}): SearchClient {
  const folder = new URL(`${SEARCH_FOLDER}/`, siteRootUrl).href;
  const files = [new ScriptFiles(folder, options.onProgress)];
  let libraries: readonly NamedLibrary[] = [];
  const calls = new Map<number, Call>();
  let lastId = 0;
  let openings = 0;
  let opening: Promise<WorkerPort<ToEngine>> | undefined;
  let running: Queued | undefined;
  let next: Queued | undefined;

  const receive = (message: FromEngine): void => {
    if (message.type === 'read') {
      void fetchFile(message.library, message.name);
      if (message.library === 0) offerNames();
    } else if (message.type === 'changed') options.onChange?.();
    else if (message.type !== 'ready') settle(calls, message);
  };

  const fetchFile = async (library: number, name: string): Promise<void> => {
    const content = (await files[library]?.load(name).catch(() => null)) ?? null;
    const port = await opening;
    port?.send({ type: 'file', library, name, content });
    // A manifest kept by a cache may name files that are gone: read it anew next time.
    if (content === null && library === 0) opening = undefined;
  };

  const lost = (): void => {
    opening = undefined;
    for (const { reject } of calls.values()) reject(new Error('the search engine has ended'));
    calls.clear();
  };

  const named = (others: readonly NamedLibrary[]): void => {
    libraries = others;
    files.length = 1;
    for (const { address } of others) {
      const root = new URL(address, siteRootUrl);
      files.push(new ScriptFiles(new URL(`${SEARCH_FOLDER}/`, root).href, undefined, FEW_ATTEMPTS));
    }
  };

  const open = (): Promise<WorkerPort<ToEngine>> => {
    opening ??= openEngine(files, receive, lost, named, ++openings).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  const call = async <T>(request: (id: number) => ToEngine, early?: Call['early']): Promise<T> => {
    const port = await open();
    const id = ++lastId;
    return new Promise<T>((resolve, reject) => {
      calls.set(id, { resolve, reject, early });
      port.send(request(id));
    });
  };

  /** One search at a time: of those that wait, only the newest is worth running. */
  const runNext = (): void => {
    if (running || !next) return;
    const asked = next;
    next = undefined;
    running = asked;
    const { query, options: wanted, resolve, reject, early } = asked;
    const show: Call['early'] =
      early &&
      ((results) => {
        asked.hasEarly = true;
        early(results);
      });
    call<never>(
      (id) => ({ type: 'search', id, query, options: wanted, early: show !== undefined }),
      show,
    )
      .then(resolve, reject)
      .finally(() => {
        running = undefined;
        runNext();
      });
  };

  /** The engine waits for a file: names it can tell meanwhile, though without filters. */
  const offerNames = (): void => {
    const asked = running;
    if (!asked?.early || asked.hasNames || asked.hasEarly || isRestricted(asked.options)) return;
    asked.hasNames = true;
    const { query, early } = asked;
    const limit = asked.options.limit ?? DEFAULT_ROWS;
    call<SearchResult[]>((id) => ({ type: 'suggest', id, query, limit })).then(
      (results) => {
        if (running === asked && !asked.hasEarly && results.length > 0) early(results);
      },
      // The search itself meets what is wrong.
      () => undefined,
    );
  };

  return {
    get libraries() {
      return libraries;
    },
    search: (query, wanted = {}, early) =>
      new Promise((resolve, reject) => {
        next?.reject(new DOMException('a newer search was asked for', 'AbortError'));
        next = { query, options: wanted, resolve, reject, early, hasNames: false, hasEarly: false };
        runNext();
      }),
    preload: () => {
      open().catch(() => undefined);
    },
  };
}

/** Rows of an answer where no number is asked for; as in the engine. */
const DEFAULT_ROWS = 10;

function isRestricted({ filters = {}, sort, offset = 0 }: SearchOptions): boolean {
  return (
    sort === 'date' || offset > 0 || Object.values(filters).some((values) => values.length > 0)
  );
}

async function openEngine(
  [own]: readonly ScriptFiles[],
  receive: (message: FromEngine) => void,
  lost: () => void,
  named: (libraries: readonly NamedLibrary[]) => void,
  opening: number,
): Promise<WorkerPort<ToEngine>> {
  if (!own) throw new Error('there is no folder to read');
  const manifest = (await own.load(MANIFEST_FILE, opening)) as SearchManifest;
  const { engine, format } = manifest;
  if (format !== INDEX_FORMAT || engine === null) throw new Error('an index of another format');
  const code = (await own.load(engine)) as EngineCode;
  named(manifest.libraries ?? []);
  const port = await startWorkerPort(code, receive, lost);
  port.send({ type: 'open', manifest });
  return port;
}

function settle(calls: Map<number, Call>, message: Extract<FromEngine, { id: number }>): void {
  const call = calls.get(message.id);
  if (message.type === 'early') {
    call?.early?.(message.answer.results);
    return;
  }
  calls.delete(message.id);
  if (message.type === 'answer') call?.resolve(message.answer as never);
  else call?.reject(new Error(message.reason));
}
