import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { TEST_BROWSERS } from '../src/e2e/harness/browsers.ts';
import { NEEDLES } from './corpus/generate.ts';

export interface QueryRow {
  browser: string;
  queries: number;
  'cold ms': number;
  'kB read, cold': number;
  'warm median': number;
  'warm worst': number;
}

/** Asked of every corpus, beside numbers that it has: common words are the slow ones. */
const QUERIES = [
  ...Object.values(NEEDLES).map((text) => text.split(' ').slice(-6).join(' ')),
  'dân vận khéo',
  'dan van kheo',
  'cán bộ, công chức, viên chức',
  'kỷ luật đảng viên',
  'ủy ban nhân dân',
  'uy ban nhan dan xa',
  'quy chế làm việc của cấp ủy',
  'điều 5 quy chế',
  'mức chi không quá',
  'phòng cháy chữa cháy',
  'nghị quyết về công tác cán bộ',
];
/** Numbers of documents added to the queries. */
const NUMBERS = 6;

/**
 * Time queries on the page of results, opened from disk: from the key to the frame after the answer.
 *
 * @returns A row a browser that this machine has. Warm is each query's second time.
 */
export async function measureQueries(site: string): Promise<QueryRow[]> {
  const queries = [...QUERIES, ...(await readSymbols(site))];
  const rows: QueryRow[] = [];
  for (const { name, launch, missing } of TEST_BROWSERS) {
    if (missing !== null || name === 'chromium-109') continue;
    const browser = await launch();
    try {
      rows.push({ browser: name, ...(await measureIn(browser, site, queries)) });
    } finally {
      await browser.close();
    }
  }
  return rows;
}

async function measureIn(
  browser: Browser,
  site: string,
  queries: readonly string[],
): Promise<Omit<QueryRow, 'browser'>> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(site, 'tim-kiem.html')).href);
  await page.evaluate(watchScripts);
  const [first = ''] = queries;
  const cold = await timeQuery(page, first);
  const names = await page.evaluate(() => (window as Watched).benchScripts ?? []);
  const read = await bytesOf(site, names);
  for (const query of queries) await timeQuery(page, query);
  const times: number[] = [];
  for (const query of queries) times.push(await timeQuery(page, query));
  times.sort((a, b) => a - b);
  return {
    queries: queries.length,
    'cold ms': Math.round(cold),
    'kB read, cold': Math.round(read / 1000),
    'warm median': Math.round(times[times.length >> 1] ?? 0),
    'warm worst': Math.round(times.at(-1) ?? 0),
  };
}

type Watched = Window & { benchScripts?: string[] };

/** Note every script that the search asks for; on file:// no browser reports their sizes. */
function watchScripts(): void {
  const names: string[] = ((window as Watched).benchScripts = []);
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLScriptElement) names.push(new URL(node.src).pathname);
    }
  }).observe(document.head, { childList: true });
}

async function bytesOf(site: string, paths: readonly string[]): Promise<number> {
  let sum = 0;
  for (const path of new Set(paths)) {
    sum += (await stat(join(site, ...path.split('/').slice(-2)))).size;
  }
  return sum;
}

/** Milliseconds from a query put into the field to the frame that shows its answer. */
function timeQuery(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('main input[name="q"]');
    if (!field) throw new Error('no search field');
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const root = document.documentElement;
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (root.dataset.searchState === 'done') resolve();
      };
      new MutationObserver(check).observe(root, { attributeFilter: ['data-search-state'] });
      check();
    });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, query);
}

async function readSymbols(site: string): Promise<string[]> {
  const index = join(site, 'du-lieu', 'index.json');
  if (!(await readdir(join(site, 'du-lieu'))).includes('index.json')) return [];
  const { documents } = JSON.parse(await readFile(index, 'utf8')) as {
    documents: { symbol: string | null }[];
  };
  return documents.flatMap(({ symbol }) => symbol ?? []).slice(0, NUMBERS);
}
