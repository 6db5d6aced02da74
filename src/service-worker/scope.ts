import type { OfflinePlan } from '../lib/offline/plan.ts';

/** The parts of a service worker's global scope that are used; TypeScript's own clash with the DOM's. */
export interface WorkerScope {
  registration: { scope: string };
  caches: CacheStorage;
  fetch: typeof fetch;
  crypto: Crypto;
  clients: {
    claim: () => Promise<void>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((
    type: 'install' | 'activate',
    listener: (event: WaitingEvent) => void,
  ) => void) &
    ((type: 'fetch', listener: (event: RequestEvent) => void) => void) &
    ((type: 'message', listener: (event: ClientMessageEvent) => void) => void);
}

export interface WorkerClient {
  postMessage: (message: WorkerMessage) => void;
}

/** An event that lasts as long as the promise. */
export interface WaitingEvent {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface RequestEvent extends WaitingEvent {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}

export interface ClientMessageEvent extends WaitingEvent {
  data: PageMessage;
  source: WorkerClient | null;
}

/**
 * What a page asks of the worker: how it stands, to keep everything, to go on with that where it
 * was interrupted, to keep nothing, which edition it has.
 */
export type PageMessage = 'state' | 'download' | 'resume' | 'clear' | 'edition';

/**
 * What the worker tells a page. `kept`: files that it keeps, of all where the reader asked for all.
 * `edition`: id of the edition that it has, as pages state it.
 */
export type WorkerMessage =
  | { type: 'kept'; kept: number; total: number | null; isRunning: boolean }
  | { type: 'failed'; reason: 'network' | 'storage' | 'updated' }
  | { type: 'edition'; id: string };

export type { OfflinePlan };
