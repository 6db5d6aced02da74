import { isImmutable } from '../lib/offline/plan.ts';
import type { OfflinePlan, RequestEvent, WorkerScope } from './scope.ts';
import type { Store } from './store.ts';

/** Longest wait for the server when there is a kept copy, in milliseconds. */
const PATIENCE = 4000;
/** After such a wait no other file is waited for, for so long: a page has many. */
const REST = 30_000;

/** Answers the request of a page for a file of the site, given by its path. */
export type Answer = (event: RequestEvent, path: string) => Promise<Response>;

/**
 * Answer requests of pages: for a file whose name changes with its content from what is kept; for
 * all others from the server, so that nothing stale is read, and from what is kept when it is silent.
 *
 * @param now Milliseconds, of any beginning.
 */
export function makeAnswer(
  store: Store,
  scope: WorkerScope,
  plan: OfflinePlan,
  now: () => number = () => performance.now(),
): Answer {
  let slowUntil = -Infinity;

  return async (event, path) => {
    // A browser whose storage fails must not keep the reader from the server.
    const kept = await store.match(path).catch(() => undefined);
    if (kept && isImmutable(path)) return kept;
    const fetched = scope.fetch(event.request);
    event.waitUntil(remember(path, fetched, store));
    try {
      const response = kept ? await inTime(fetched) : await fetched;
      if (response && (response.status < 500 || !kept)) return response;
    } catch (error) {
      if (!kept && event.request.mode !== 'navigate') throw error;
    }
    return kept ?? missingPage(scope, plan);
  };

  /** Null when the server is slow. */
  async function inTime(fetched: Promise<Response>): Promise<Response | null> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, now() < slowUntil ? 0 : PATIENCE, null);
    });
    const response = await Promise.race([fetched, late]);
    clearTimeout(timer);
    slowUntil = response ? -Infinity : now() + REST;
    return response;
  }
}

/**
 * Keep a good answer as well, however late it comes; not one that a network put in its place by
 * leading elsewhere, as a page to log in does. Without room for it, reading goes on.
 */
async function remember(path: string, fetched: Promise<Response>, store: Store): Promise<void> {
  try {
    const response = await fetched;
    if (response.status !== 200 || !store.isAnswerFor(path, response)) return;
    await store.putVisited(path, response.clone());
  } catch {
    // No answer, or no room.
  }
}

function missingPage(scope: WorkerScope, { words }: OfflinePlan): Response {
  const address = (path: string): string => new URL(path, scope.registration.scope).href;
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="icon" href="${address('bieu-tuong.svg')}"><title>${words.title}</title><h1>${words.title}</h1><p>${words.text}</p><p><a href="${address('index.html')}">${words.home}</a></p></html>`;
  return new Response(html, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
