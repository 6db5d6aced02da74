import type { Page } from 'puppeteer-core';
import { TEST_BROWSERS } from '../src/e2e/harness/browsers.ts';
import { PlainServer, type SentFile } from './plain-server.ts';

/** What a plain server with gzip sent to a browser that knew nothing of the site, in kB of bodies. */
export interface SentRow {
  browser: string;
  'page, no fonts': number;
  'page, fonts too': number;
  'first result': number;
  'whole answer': number;
  /** Of `whole answer`: files of the search folder. */
  search: number;
  /** What the service worker keeps, after the page is there. */
  'kept for offline': number;
}

/** Common words, whose answer reads more of the index than a number or a title does. */
const QUERY = 'quy chế làm việc của cấp ủy';

/**
 * Open a document page, and ask a query on the page of results.
 *
 * @param page File name of the document page in `van-ban/`.
 * @returns A row a browser that this machine has.
 */
export async function measureSent(site: string, page: string): Promise<SentRow[]> {
  const rows: SentRow[] = [];
  for (const { name, launch, missing } of TEST_BROWSERS) {
    if (missing !== null || name === 'chromium-109') continue;
    const document = `/van-ban/${page}`;
    const opened = await visit(site, launch, document, { act: withoutWorker });
    const asked = await visit(site, launch, '/tim-kiem.html', { act: withoutWorker, then: ask });
    const kept = await visit(site, launch, document, { then: touch });
    const fonts = opened.sent.filter(({ path }) => path.endsWith('.woff2'));
    const all = kilobytes(opened.sent);
    rows.push({
      browser: name,
      'page, no fonts': round(all - kilobytes(fonts)),
      'page, fonts too': round(all),
      'first result': round(kilobytes(asked.sent.slice(0, asked.first))),
      'whole answer': round(kilobytes(asked.sent)),
      'kept for offline': round(kilobytes(kept.sent) - all),
      search: round(kilobytes(asked.sent.filter(({ path }) => path.startsWith('/tim-kiem/')))),
    });
  }
  return rows;
}

interface Visit {
  sent: SentFile[];
  /** How many of them had been sent when the first result stood there. */
  first?: number;
}

interface Acts {
  /** Before the page is opened. */
  act?: (page: Page) => Promise<unknown>;
  /** Once it is there. */
  then?: (page: Page, server: PlainServer) => Promise<Omit<Visit, 'sent'>>;
}

/** Open a page in a new browser, act on it, and wait until nothing more is asked for. */
async function visit(
  site: string,
  launch: (typeof TEST_BROWSERS)[number]['launch'],
  path: string,
  { act, then }: Acts,
): Promise<Visit> {
  const server = new PlainServer(site);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await act?.(page);
    await page.goto((await server.start()) + path, { waitUntil: 'load' });
    await quiet(server);
    const acted = await then?.(page, server);
    await quiet(server);
    return { sent: server.sent, ...acted };
  } finally {
    await browser.close();
    await server.stop();
  }
}

function withoutWorker(page: Page): Promise<unknown> {
  return page.evaluateOnNewDocument(() => {
    // Never answered, so that the page goes on as if the worker were still being fetched.
    Object.defineProperty(navigator.serviceWorker, 'register', {
      value: () => new Promise(() => undefined),
    });
  });
}

/** The service worker comes with the first sign of a reader. */
async function touch(page: Page): Promise<Omit<Visit, 'sent'>> {
  await page.evaluate(() => window.laterScripts.load());
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return {};
}

async function ask(page: Page, { sent }: PlainServer): Promise<Omit<Visit, 'sent'>> {
  await page.evaluate((query) => {
    const field = document.querySelector<HTMLInputElement>('main input[name="q"]');
    if (!field) throw new Error('no search field');
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, QUERY);
  await page.waitForSelector('#ket-qua > li');
  const first = sent.length;
  await page.waitForFunction(() => document.documentElement.dataset.searchState === 'done');
  return { first };
}

/** Milliseconds without a request after which nothing more is expected. */
const QUIET = 1500;

async function quiet({ sent }: PlainServer): Promise<void> {
  for (let before = -1; before !== sent.length;) {
    before = sent.length;
    await new Promise((resolve) => setTimeout(resolve, QUIET));
  }
}

function kilobytes(files: readonly SentFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
