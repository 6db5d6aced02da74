import type { SearchManifest } from '../../lib/search/index-format.ts';
import type { LibraryFault } from '../../lib/search/open-library.ts';
import type { SearchAnswer, SearchOptions, SearchResult } from '../../lib/search/search-engine.ts';

/** What the page sends to the engine, which runs in a worker or, where that is refused, beside it. */
export type ToEngine =
  | { type: 'open'; manifest: SearchManifest }
  /** @param early Whether an answer without excerpts is wanted first. */
  | { type: 'search'; id: number; query: string; options: SearchOptions; early: boolean }
  | { type: 'suggest'; id: number; query: string; limit: number }
  /** Content of a file the engine asked for, see `dense-text.ts`; null when it could not be read. */
  | { type: 'file'; library: number; name: string; content: unknown };

/** What the engine sends to the page. */
export type FromEngine =
  | { type: 'ready' }
  /** Only the page can load files. @param library 0: the own one, then those of the manifest. */
  | { type: 'read'; library: number; name: string }
  | { type: 'early'; id: number; answer: SearchAnswer }
  | { type: 'answer'; id: number; answer: FullAnswer | SearchResult[] }
  | { type: 'failure'; id: number; reason: string }
  /** A library has come or gone: the question of the last answer has another answer now. */
  | { type: 'changed' };

/** An answer, and how far the other libraries had a part in it. */
export interface FullAnswer extends SearchAnswer {
  /** In the order of the manifest. */
  libraries: LibraryState[];
}

/** `waiting`: not asked for yet, or on the way. */
export type LibraryState = 'waiting' | 'open' | LibraryFault;

/** The scope in which the engine's code runs: a worker's own, or a stand-in on the page. */
export interface EngineScope {
  postMessage(message: FromEngine): void;
  addEventListener(type: 'message', listener: (event: { data: ToEngine }) => void): void;
}

/** The engine's code: one function, so that a page can call it or give its text to a worker. */
export type EngineCode = (scope: EngineScope) => void;

/** Global function that the engine's file calls with its code. */
export const ENGINE_REGISTER = '__tkEngine';
/** Name of the function's parameter, under which the code finds its scope. */
export const ENGINE_SCOPE = 'engineScope';
