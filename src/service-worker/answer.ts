import { isImmutable } from '../lib/offline/plan.ts';
import type { OfflinePlan, RequestEvent, WorkerScope } from './scope.ts';
import type { Store } from './store.ts';

/** Longest wait for the server when there is a kept copy, in milliseconds. */
const PATIENCE = 4000;

/**
 * Answer a request of a page: a file whose name changes with its content from what is kept; all
 * others from the server, so that nothing stale is read, and from what is kept when it is silent.
 */
export async function answer(
  event: RequestEvent,
  path: string,
  store: Store,
  scope: WorkerScope,
  plan: OfflinePlan,
): Promise<Response> {
  // A browser whose storage fails must not keep the reader from the server.
  const kept = await store.match(path).catch(() => undefined);
  if (kept && isImmutable(path)) return kept;
  try {
    const response = await fetchInTime(event, scope, kept !== undefined);
    if (response.status < 500 || !kept) return remember(event, path, response, store);
  } catch (error) {
    if (!kept && event.request.mode !== 'navigate') throw error;
  }
  if (!kept) return missingPage(scope, plan);
  void tellStored(event, scope);
  return kept;
}

function fetchInTime(event: RequestEvent, scope: WorkerScope, hasCopy: boolean): Promise<Response> {
  const fetched = scope.fetch(event.request);
  if (!hasCopy) return fetched;
  const late = new Promise<Response>((_, reject) => {
    setTimeout(() => {
      reject(new Error('the server is slow'));
    }, PATIENCE);
  });
  return Promise.race([fetched, late]);
}

/**
 * Keep a good answer as well; not one that a network put in its place by leading elsewhere, as a
 * page to log in does. Without room for it, reading goes on.
 */
function remember(event: RequestEvent, path: string, response: Response, store: Store): Response {
  if (response.status === 200 && store.isAnswerFor(path, response)) {
    event.waitUntil(store.put(path, response.clone()).catch(() => undefined));
  }
  return response;
}

/** Let a page know that it was not fetched, so that it can speak of an update. */
async function tellStored({ resultingClientId }: RequestEvent, scope: WorkerScope): Promise<void> {
  if (resultingClientId === '') return;
  (await scope.clients.get(resultingClientId))?.postMessage({ type: 'stored' });
}

function missingPage(scope: WorkerScope, { words }: OfflinePlan): Response {
  const home = new URL('index.html', scope.registration.scope).href;
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${words.title}</title><h1>${words.title}</h1><p>${words.text}</p><p><a href="${home}">${words.home}</a></p></html>`;
  return new Response(html, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
