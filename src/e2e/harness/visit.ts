import type { Browser, Page } from 'puppeteer-core';

/** A page under test, with all that went wrong on it. */
export interface Visit {
  page: Page;
  /** Errors and warnings of the console, failed and outgoing requests, breaches of the policy. */
  trouble: () => Promise<string[]>;
}

interface WatchedWindow extends Window {
  breaches?: string[];
}

/**
 * Open an address in a fresh page that is watched from its first moment.
 *
 * @param root Address that every request of the page must begin with.
 */
export async function visit(browser: Browser, root: string, path: string): Promise<Visit> {
  const opened = await openPage(browser, root);
  await opened.page.goto(root + path, { waitUntil: 'load' });
  return opened;
}

/** A watched page that has not gone anywhere yet. */
export async function openPage(browser: Browser, root: string): Promise<Visit> {
  const page = await browser.newPage();
  const found: string[] = [];
  watchConsole(page, found);
  watchRequests(page, root, found);
  await page.evaluateOnNewDocument(() => {
    const watched: WatchedWindow = window;
    watched.breaches = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      watched.breaches?.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, trouble: async () => [...found, ...(await breachesOf(page))] };
}

function watchConsole(page: Page, found: string[]): void {
  page.on('console', (message) => {
    const type: string = message.type();
    if (/^(?:error|warn)/.test(type)) found.push(`console ${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    found.push(`page error: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function watchRequests(page: Page, root: string, found: string[]): void {
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(root) && !/^(?:blob|data|about):/.test(url))
      found.push(`request to ${url}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page ends what it was still loading.
    if (!reason.includes('ABORTED')) found.push(`failed ${request.url()}: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
  });
}

async function breachesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ((window as WatchedWindow).breaches ?? []).map((breach) => `policy: ${breach}`),
  );
}
