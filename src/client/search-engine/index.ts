import {
  INDEX_FORMAT,
  MANIFEST_FILE,
  SEARCH_FOLDER,
  type SearchManifest,
} from '../../lib/search/index-format.ts';
import type { SearchAnswer, SearchOptions, SearchResult } from '../../lib/search/search-engine.ts';
import { startEngine, type EnginePort } from './engine-port.ts';
import type { EngineCode, FromEngine, ToEngine } from './messages.ts';
import { ScriptFiles, type Progress } from './script-files.ts';

export type { SearchAnswer, SearchOptions, SearchResult } from '../../lib/search/search-engine.ts';
export type { Progress } from './script-files.ts';

/** Search of one site, as a page uses it. */
export interface SearchClient {
  /**
   * Answer a query.
   *
   * @param early Gets the answer without excerpts and places while texts are being loaded; not
   *   called when they are there.
   * @throws `AbortError` when a newer search was asked for before this one began; another error
   *   when the index cannot be read, after which a new call tries again from the start.
   */
  search: (
    query: string,
    options?: SearchOptions,
    early?: (answer: SearchAnswer) => void,
  ) => Promise<SearchAnswer>;
  /**
   * Documents by number, title and nickname, as soon as the table is there and without loading more.
   *
   * @param limit Most rows.
   */
  suggest: (query: string, limit: number) => Promise<SearchResult[]>;
  /** Load what a first answer needs; failures are met by the next search. */
  preload: () => void;
}

export interface ClientOptions {
  /** Called whenever a file of the index is asked for or has come. */
  onProgress?: (progress: Progress) => void;
}

/** A call that waits for the engine. */
interface Call {
  resolve: (answer: never) => void;
  early?: ((answer: SearchAnswer) => void) | undefined;
  reject: (error: Error) => void;
}

/** A search that waits until the one before it is answered. */
interface Queued extends Call {
  query: string;
  options: SearchOptions;
}

/**
 * Open the search of a site. Nothing is loaded before it is needed.
 *
 * @param siteRootUrl Absolute address of the site's root, with `/` at the end; `file:` works too.
 */
export function createSearchClient(siteRootUrl: string, options: ClientOptions = {}): SearchClient {
  const folder = new URL(`${SEARCH_FOLDER}/`, siteRootUrl).href;
  const files = new ScriptFiles(folder, options.onProgress ?? (() => undefined));
  const calls = new Map<number, Call>();
  let lastId = 0;
  let openings = 0;
  let opening: Promise<EnginePort> | undefined;
  let running = false;
  let next: Queued | undefined;

  const receive = (message: FromEngine): void => {
    if (message.type === 'read') void fetchFile(message.name);
    else if (message.type !== 'ready') settle(calls, message);
  };

  const fetchFile = async (name: string): Promise<void> => {
    const content = await files.load(name).catch(() => null);
    const port = await opening;
    port?.send({ type: 'file', name, content: content as string | null });
    // A manifest kept by a cache may name files that are gone: read it anew next time.
    if (content === null) opening = undefined;
  };

  const lost = (): void => {
    opening = undefined;
    for (const { reject } of calls.values()) reject(new Error('the search engine has ended'));
    calls.clear();
  };

  const open = (): Promise<EnginePort> => {
    opening ??= openEngine(files, receive, lost, ++openings).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  const call = async <T>(
    request: (id: number) => ToEngine,
    early?: (answer: SearchAnswer) => void,
  ): Promise<T> => {
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
    const { query, options: wanted, resolve, reject, early } = next;
    next = undefined;
    running = true;
    const wantsEarly = early !== undefined;
    call<never>((id) => ({ type: 'search', id, query, options: wanted, early: wantsEarly }), early)
      .then(resolve, reject)
      .finally(() => {
        running = false;
        runNext();
      });
  };

  return {
    search: (query, wanted = {}, early) =>
      new Promise((resolve, reject) => {
        next?.reject(new DOMException('a newer search was asked for', 'AbortError'));
        next = { query, options: wanted, resolve, reject, early };
        runNext();
      }),
    suggest: (query, limit) => call((id) => ({ type: 'suggest', id, query, limit })),
    preload: () => {
      open().catch(() => undefined);
    },
  };
}

async function openEngine(
  files: ScriptFiles,
  receive: (message: FromEngine) => void,
  lost: () => void,
  opening: number,
): Promise<EnginePort> {
  const manifest = (await files.load(MANIFEST_FILE, opening)) as SearchManifest;
  const { engine, format } = manifest;
  if (format !== INDEX_FORMAT || engine === null) throw new Error('an index of another format');
  const code = (await files.load(engine)) as EngineCode;
  const port = await startEngine(code, receive, lost);
  port.send({ type: 'open', manifest });
  return port;
}

function settle(calls: Map<number, Call>, message: Extract<FromEngine, { id: number }>): void {
  const call = calls.get(message.id);
  if (message.type === 'early') {
    call?.early?.(message.answer);
    return;
  }
  calls.delete(message.id);
  if (message.type === 'answer') call?.resolve(message.answer as never);
  else call?.reject(new Error(message.reason));
}
