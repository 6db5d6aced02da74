import type { OfflinePlan } from '../lib/offline/plan.ts';

/** The parts of a service worker's global scope that are used; TypeScript's own clash with the DOM's. */
export interface WorkerScope {
  registration: { scope: string };
  caches: CacheStorage;
  fetch: typeof fetch;
  crypto: Crypto;
  clients: {
    claim: () => Promise<void>;
    get: (id: string) => Promise<WorkerClient | undefined>;
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
  /** Page that the request leads to; '' when it leads to none. */
  resultingClientId: string;
  respondWith: (response: Promise<Response>) => void;
}

export interface ClientMessageEvent extends WaitingEvent {
  data: PageMessage;
  source: WorkerClient | null;
}

/** What a page asks of the worker: how it stands, to keep everything, to keep nothing. */
export type PageMessage = 'state' | 'download' | 'clear';

/**
 * What the worker tells a page. `kept`: files that it keeps, of all where that is known. `stored`:
 * the page itself came from what is kept.
 */
export type WorkerMessage =
  | { type: 'kept'; kept: number; total: number | null; isRunning: boolean }
  | { type: 'failed'; reason: 'network' | 'storage' | 'updated' }
  | { type: 'stored' };

export type { OfflinePlan };
