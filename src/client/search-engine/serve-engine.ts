import type { SearchManifest, SearchTable } from '../../lib/search/index-format.ts';
import { openSource } from '../../lib/search/search-source.ts';
import type { SearchAnswer } from '../../lib/search/search-engine.ts';
import { unpackFile } from './bytes.ts';
import { Libraries } from './libraries.ts';
import type { EngineScope, ToEngine } from './messages.ts';
import { PageFiles } from './page-files.ts';

/** Answer the messages of a page with a search engine. */
export function serveEngine(scope: EngineScope): void {
  const files = new PageFiles(scope);
  let manifest: SearchManifest | undefined;
  let libraries: Promise<Libraries> | undefined;

  const changed = (): void => {
    scope.postMessage({ type: 'changed' });
  };

  const open = (): Promise<Libraries> => {
    libraries ??= openLibraries(manifest, files, changed).catch((error: unknown) => {
      // The next request tries again.
      libraries = undefined;
      throw error;
    });
    return libraries;
  };

  scope.addEventListener('message', ({ data }) => {
    if (data.type === 'open') {
      manifest = data.manifest;
      open().catch(() => undefined);
    } else if (data.type === 'file') {
      files.deliver(data.library, data.name, data.content);
    } else {
      void answer(scope, open(), data);
    }
  });
  scope.postMessage({ type: 'ready' });
}

async function openLibraries(
  manifest: SearchManifest | undefined,
  files: PageFiles,
  changed: () => void,
): Promise<Libraries> {
  if (!manifest) throw new Error('asked before an index was opened');
  const read = async (name: string): Promise<Uint8Array> =>
    unpackFile((await files.read(0, name)) as string);
  const table = new TextDecoder().decode(await read(manifest.table));
  const own = openSource(manifest, JSON.parse(table) as SearchTable, read);
  const others = manifest.libraries?.length ?? 0;
  return new Libraries({ ...own, library: 0 }, others, files, changed);
}

async function answer(
  scope: EngineScope,
  opening: Promise<Libraries>,
  request: Extract<ToEngine, { id: number }>,
): Promise<void> {
  const { id, query } = request;
  try {
    const libraries = await opening;
    if (request.type === 'suggest') {
      const answer = libraries.engine.suggest(query, request.limit);
      scope.postMessage({ type: 'answer', id, answer });
      return;
    }
    const early = (found: SearchAnswer): void => {
      scope.postMessage({ type: 'early', id, answer: found });
    };
    const found = await libraries.search((engine) =>
      engine.search(query, request.options, request.early ? early : undefined),
    );
    scope.postMessage({ type: 'answer', id, answer: found });
  } catch (error) {
    scope.postMessage({ type: 'failure', id, reason: String(error) });
  }
}
