/** The one place where the interface touches the search engine. */
import { createSearchClient, type Progress, type SearchOptions } from '../search-engine/index.ts';
import { answerOf, hitOf } from './answer-of.ts';
import type { Answer, Hit, Question } from './found.ts';

/** Scripts stand in a folder below the root of the site. */
const own = document.currentScript;
const siteRoot = new URL('..', own instanceof HTMLScriptElement ? own.src : location.href).href;

let report: (progress: Progress) => void = () => undefined;

/** Those who wait for other libraries. */
const waiting: (() => void)[] = [];

const client = createSearchClient(siteRoot, {
  onProgress: (progress) => {
    report(progress);
  },
  onChange: () => {
    for (const ask of waiting) ask();
  },
});

/** Be told when another library has come or gone, so that the last question has another answer. */
export function onChange(listener: () => void): void {
  waiting.push(listener);
}

/** Be told how far the index is loaded, until someone else asks. */
export function onProgress(listener: (progress: Progress) => void): void {
  report = listener;
}

/** Start loading what a first answer needs. */
export function warmUp(): void {
  client.preload();
}

/**
 * Answer a question with the first hits.
 *
 * @param early Gets hits that are known while files are being loaded, with fewer words.
 * @throws When the index cannot be read, or a newer question was asked before this one's turn.
 */
export async function search(
  question: Question,
  room: number,
  early: (hits: Hit[]) => void,
): Promise<Answer> {
  const answer = await client.search(question.query, optionsOf(question, room), (results) => {
    early(results.map((result) => hitOf(result, siteRoot, client.libraries)));
  });
  return answerOf(answer, siteRoot, client.libraries);
}

/** Address of the page of results, for a query or without one. */
export function resultsUrl(query?: string): string {
  const page = `${siteRoot}tim-kiem.html`;
  return query === undefined ? page : `${page}?q=${encodeURIComponent(query)}`;
}

function optionsOf({ filters, order }: Question, room: number): SearchOptions {
  return {
    filters: {
      types: filters.loai,
      issuers: filters['co-quan'],
      topics: filters['chu-de'],
      statuses: filters['tinh-trang'],
      years: filters.nam,
      libraries: filters['thu-vien'],
    },
    sort: order === 'moi' ? 'date' : 'relevance',
    limit: room,
  };
}
