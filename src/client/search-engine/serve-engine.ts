import type { SearchManifest, SearchTable } from '../../lib/search/index-format.ts';
import { SearchEngine, type SearchAnswer } from '../../lib/search/search-engine.ts';
import { unpackFile } from './bytes.ts';
import type { EngineScope, ToEngine } from './messages.ts';

/** Waits for a file that the page loads. */
interface Waiting {
  resolve: (content: string) => void;
  reject: (error: Error) => void;
}

/** Answer the messages of a page with a search engine. */
export function serveEngine(scope: EngineScope): void {
  const waiting = new Map<string, Waiting[]>();
  let manifest: SearchManifest | undefined;
  let engine: Promise<SearchEngine> | undefined;

  const read = async (name: string): Promise<Uint8Array> => {
    const content = await new Promise<string>((resolve, reject) => {
      const others = waiting.get(name);
      waiting.set(name, [...(others ?? []), { resolve, reject }]);
      if (!others) scope.postMessage({ type: 'read', name });
    });
    return unpackFile(content);
  };

  const open = (): Promise<SearchEngine> => {
    engine ??= openEngine(manifest, read).catch((error: unknown) => {
      // The next request tries again.
      engine = undefined;
      throw error;
    });
    return engine;
  };

  scope.addEventListener('message', ({ data }) => {
    if (data.type === 'open') {
      manifest = data.manifest;
      open().catch(() => undefined);
    } else if (data.type === 'file') {
      deliver(waiting, data.name, data.content);
    } else {
      void answer(scope, open(), data);
    }
  });
  scope.postMessage({ type: 'ready' });
}

async function openEngine(
  manifest: SearchManifest | undefined,
  read: (name: string) => Promise<Uint8Array>,
): Promise<SearchEngine> {
  if (!manifest) throw new Error('asked before an index was opened');
  const table = new TextDecoder().decode(await read(manifest.table));
  return new SearchEngine(manifest, JSON.parse(table) as SearchTable, read);
}

function deliver(waiting: Map<string, Waiting[]>, name: string, content: string | null): void {
  const readers = waiting.get(name) ?? [];
  waiting.delete(name);
  for (const { resolve, reject } of readers) {
    if (content === null) reject(new Error(`${name} cannot be read`));
    else resolve(content);
  }
}

async function answer(
  scope: EngineScope,
  engine: Promise<SearchEngine>,
  request: Extract<ToEngine, { id: number }>,
): Promise<void> {
  const { id, query } = request;
  try {
    const opened = await engine;
    const early = (found: SearchAnswer): void => {
      scope.postMessage({ type: 'early', id, answer: found });
    };
    const found =
      request.type === 'search'
        ? await opened.search(query, request.options, request.early ? early : undefined)
        : opened.suggest(query, request.limit);
    scope.postMessage({ type: 'answer', id, answer: found });
  } catch (error) {
    scope.postMessage({ type: 'failure', id, reason: String(error) });
  }
}
