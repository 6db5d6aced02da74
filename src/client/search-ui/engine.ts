/** The one place where the interface touches the search engine; not connected yet. */
import type { Answer, Hit, Question } from './found.ts';

/** What the interface needs of an engine. */
export interface Engine {
  /** Start loading what a first answer needs. */
  warmUp: () => void;
  /** Hits by number, title and nickname, as far as they are known already. */
  suggest: (query: string, room: number) => readonly Hit[];
  /** Answer a question with the first `room` hits. Rejects when the index cannot be read. */
  search: (question: Question, room: number) => Promise<Answer>;
}

/** The engine of this site. */
export const engine: Engine = {
  warmUp: () => undefined,
  suggest: () => [],
  search: () => Promise.reject(new Error('the engine is not connected yet')),
};

/** Address of the page of results for a query. */
export function resultsUrl(query: string): string {
  return `${siteRoot}tim-kiem.html?q=${encodeURIComponent(query)}`;
}

/** Scripts stand in a folder below the root. */
const own = document.currentScript;
const siteRoot = own instanceof HTMLScriptElement ? new URL('..', own.src).href : '';
