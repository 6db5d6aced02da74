import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TEST_BROWSERS, type TestBrowser } from './browsers.ts';
import { siteRoot, TRANSPORTS, type SiteName, type Transport } from './sites.ts';
import { openPage, visit, type Visit } from './visit.ts';

/** What a test of the matrix works with. */
export interface Cell {
  browserName: TestBrowser['name'];
  transport: Transport;
  /** Root of the site, with a slash at the end. */
  root: () => string;
  /** Open a page of the site; anything that goes wrong on it fails the test. */
  open: (path: string) => Promise<Visit['page']>;
  /** A page that has not gone anywhere yet, watched in the same way; at another root where it is given. */
  openBlank: (root?: string) => Promise<Visit['page']>;
  /** A page on which things are meant to go wrong. */
  openUnwatched: (path: string) => Promise<Visit['page']>;
}

export interface MatrixOptions {
  site?: SiteName;
  browsers?: readonly TestBrowser['name'][];
  transports?: readonly Transport[];
}

/**
 * Register tests for every browser and both ways to open the site. A browser that is missing is
 * a skipped test that says so.
 */
export function inEveryBrowser(register: (cell: Cell) => void, options: MatrixOptions = {}): void {
  const { site = 'fixture', browsers, transports = TRANSPORTS } = options;
  for (const browser of TEST_BROWSERS) {
    if (browsers && !browsers.includes(browser.name)) continue;
    if (browser.missing) {
      test.skip(`${browser.name}: ${browser.missing}`, () => undefined);
      continue;
    }
    describe(browser.name, () => {
      const running = runBrowser(browser);
      for (const transport of transports) {
        describe(transport, () => {
          register(makeCell(browser.name, site, transport, running));
        });
      }
    });
  }
}

/** One browser for all tests of the enclosing block. */
function runBrowser({ launch }: TestBrowser): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser runs only during tests');
    return browser;
  };
}

function makeCell(
  browserName: TestBrowser['name'],
  site: SiteName,
  transport: Transport,
  running: () => Browser,
): Cell {
  const visits: Visit[] = [];
  const unwatched: Visit[] = [];
  afterEach(async () => {
    const trouble = await Promise.all(visits.map((one) => one.trouble()));
    for (const { page } of [...visits.splice(0), ...unwatched.splice(0)]) await page.close();
    expect(trouble.flat()).toEqual([]);
  });
  const root = () => siteRoot(site, transport);
  const keep = async (list: Visit[], opening: Promise<Visit>) => {
    const opened = await opening;
    list.push(opened);
    return opened.page;
  };
  return {
    browserName,
    transport,
    root,
    open: (path) => keep(visits, visit(running(), root(), path)),
    openBlank: (at = root()) => keep(visits, openPage(running(), at)),
    openUnwatched: (path) => keep(unwatched, visit(running(), root(), path)),
  };
}
