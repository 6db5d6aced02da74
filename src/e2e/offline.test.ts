import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { CHECKSUMS_FILE, parseChecksums } from '../lib/edition/checksums.ts';
import { isForReading } from '../lib/offline/plan.ts';
import { writeChecksums } from '../integrations/edition/write-edition.ts';
import { serveSite, type SiteServer } from '../integrations/serve/serve-site.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { builtSite } from './harness/sites.ts';
import { wake } from './harness/wake.ts';

let server: SiteServer | undefined;
afterEach(() => server?.close());

/** Serve a copy at an address of its own: what one test keeps, no other test sees. */
async function serve(): Promise<SiteServer> {
  server = await serveSite(builtSite('fixture').directory, 0);
  return server;
}

async function stopServer(): Promise<void> {
  await server?.close();
  server = undefined;
}

/** Until the worker of the page's site keeps what it keeps from the first visit on. */
async function waitForWorker(page: Page): Promise<void> {
  await wake(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, {
    timeout: 60_000,
  });
}

async function waitForStatus(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('offline-copy [role="status"]')?.textContent.includes(wanted),
    { timeout: 60_000 },
    words,
  );
}

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, ({ textContent }) => textContent);

const CHANGED_PAGE = join('loai', 'quyet-dinh.html');
const NEW_EDITION = '2050-01-01-00000000';

/** Scripts, each of which loads the one before; pages load the last one. */
const CHAIN = ['search-ui', 'site', 'boot'];

/**
 * Put a newer edition in the place of a site: other words on one page, its id on every page, and
 * the script of the search dialog, with those that lead to it, under another name.
 */
async function publishChange(folder: string): Promise<void> {
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const [, id = ''] = /data-edition="([^"]+)"/.exec(index) ?? [];
  const paths = await readdir(folder, { recursive: true });
  const scripts = CHAIN.map((name) => {
    const path = paths.find((one) => basename(one).startsWith(`${name}.`)) ?? '';
    return [basename(path), `${name}.0123456789.js`] as const;
  });
  for (const path of paths.filter((one) => /\.html$|\.js$|thong-tin-an-ban\.json$/.test(one))) {
    const text = await readFile(join(folder, path), 'utf8');
    let changed = text.replaceAll(id, NEW_EDITION);
    for (const [old, now] of scripts) changed = changed.replaceAll(old, now);
    if (changed !== text) await writeFile(join(folder, path), changed);
  }
  for (const [old, now] of scripts)
    await rename(join(folder, 'assets', old), join(folder, 'assets', now));
  const html = await readFile(join(folder, CHANGED_PAGE), 'utf8');
  await writeFile(
    join(folder, CHANGED_PAGE),
    html.replace('</main>', '<p>Lời của ấn bản sau.</p></main>'),
  );
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  for (const written of ['sw.js', CHECKSUMS_FILE]) await rm(join(folder, written));
  await writeChecksums(folder, worker.slice(worker.indexOf('\n') + 1));
}

/** A site of its own that {@link publishChange} can change. */
async function serveCopy(): Promise<{ folder: string; url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'offline-'));
  await cp(builtSite('fixture').directory, folder, { recursive: true });
  await rm(join(folder, 'control.html'));
  await rm(join(folder, 'control.mjs'));
  server = await serveSite(folder, 0);
  return { folder, url: server.url };
}

/** The server knows the files that it has seen at its start. */
async function serveAgain(folder: string, url: string): Promise<void> {
  await stopServer();
  server = await serveSite(folder, Number(new URL(url).port));
}

async function keepAll(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/an-ban.html`);
  await wake(page);
  await page.waitForSelector('offline-copy:not([hidden])', { timeout: 60_000 });
  await page.click('offline-copy [data-download]');
  await waitForStatus(page, 'Đã tải toàn bộ');
  await waitForWorker(page);
}

/** Have the browser look for a newer worker, and wait for how that ends. */
function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker | null>((resolve) => {
      registration.addEventListener('updatefound', () => {
        resolve(registration.installing);
      });
    });
    await registration.update();
    const worker = await found;
    while (worker && worker.state !== 'activated' && worker.state !== 'redundant') {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return worker?.state ?? '';
  });
}

/** Names of the stores. Asking while a worker cleans up can keep Firefox from dropping one. */
const storesOf = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/** Whether the page says that there is a newer edition. */
const isTold = (page: Page): Promise<boolean> =>
  page.$$eval('[data-update-notice]', (notices) =>
    notices.some((notice) => notice.getClientRects().length > 0),
  );

async function waitUntilTold(page: Page): Promise<void> {
  await page.waitForSelector('[data-update-notice]', { timeout: 60_000 });
}

inEveryBrowser(
  ({ openBlank }) => {
    test('after a first visit the site opens, searches and checks citations without its server', async () => {
      const { url } = await serve();
      const page = await openBlank(`${url}/`);
      await page.goto(`${url}/van-ban/901-qd-tv-2033.html`);
      await waitForWorker(page);
      await page.reload();
      await stopServer();

      await page.goto(`${url}/index.html`);
      expect(await textOf(page, 'h1')).not.toBe('');
      await page.goto(`${url}/van-ban/901-qd-tv-2033.html`);
      expect(await textOf(page, 'article')).toContain('901-QĐ/TV');
      await page.goto(`${url}/tim-kiem.html?q=${encodeURIComponent('901-QĐ/TV')}`);
      await page.waitForSelector('html[data-search-state="done"]');
      expect(await page.$eval('#ket-qua li', (li) => (li as HTMLElement).dataset.doc)).toBe(
        '901-qd-tv-2033',
      );
      await page.goto(`${url}/kiem-tra-trich-dan.html`);
      await page.type('textarea', 'Theo Quyết định 901-QĐ/TV thì có.');
      await page.click('citation-checker .button');
      await page.waitForSelector('[data-verdict]');
      const found = await page.$eval('[data-verdict]', (row) => {
        const { verdict, doc } = (row as HTMLElement).dataset;
        return [verdict, doc];
      });
      expect(found).toEqual(['ok', '901-qd-tv-2033']);
      const other = await page.browser().newPage();
      await other.goto(`${url}/loai.html`);
      expect(await textOf(other, 'h1')).toContain('chưa được giữ');
      await other.close();
    });

    test('below a path of its server the site works as at the root', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'offline-'));
      await cp(builtSite('fixture').directory, join(folder, 'thu-vien'), { recursive: true });
      server = await serveSite(folder, 0);
      const root = `${server.url}/thu-vien/`;
      const page = await openBlank(root);
      await page.goto(`${root}tim-kiem.html?q=${encodeURIComponent('901-QĐ/TV')}`);
      await page.waitForSelector('#ket-qua li');
      await waitForWorker(page);
      await stopServer();
      await page.goto(root);
      expect(await textOf(page, 'h1')).not.toBe('');
      await page.goto(`${root}tim-kiem.html?q=${encodeURIComponent('901-QĐ/TV')}`);
      await page.waitForSelector('#ket-qua li');
      await rm(folder, { recursive: true });
    });

    test('the whole site can be kept, with progress, and read without its server', async () => {
      const { url } = await serve();
      const page = await openBlank(`${url}/`);
      await keepAll(page, url);
      const list = await readFile(join(builtSite('fixture').directory, CHECKSUMS_FILE), 'utf8');
      const listed = [...(parseChecksums(list)?.keys() ?? [])].filter(isForReading);
      expect(await textOf(page, 'offline-copy [role="status"]')).toContain(`${listed.length} tệp`);
      await stopServer();
      await page.goto(`${url}/loai/quyet-dinh.html`);
      expect(await textOf(page, 'main')).toContain('901-QĐ/TV');
      // With a server again: Firefox may ask for the icon of a page when nothing is kept any more.
      await serveAgain(builtSite('fixture').directory, url);
      await page.goto(`${url}/an-ban.html`);
      await page.waitForSelector('offline-copy:not([hidden])');
      await page.click('offline-copy [data-clear]');
      await waitForStatus(page, 'giữ 0 tệp');
    });

    test('a newer edition takes the place of the older one, whole where that was whole', async () => {
      const { folder, url } = await serveCopy();
      const page = await openBlank(`${url}/`);
      await keepAll(page, url);
      const [older] = await storesOf(page);

      await publishChange(folder);
      await serveAgain(folder, url);
      expect(await update(page)).toBe('activated');
      const stores = await storesOf(page);
      expect(stores).toHaveLength(1);
      expect(stores).not.toContain(older);
      await stopServer();
      await page.goto(`${url}/loai/quyet-dinh.html`);
      expect(await textOf(page, 'main')).toContain('Lời của ấn bản sau');
      await page.goto(`${url}/loai/nghi-quyet.html`);
      expect(await textOf(page, 'main')).toContain('25-NQ/TV');
      await page.goto(`${url}/an-ban.html`);
      await waitForStatus(page, 'Đã tải toàn bộ');
      await rm(folder, { recursive: true });
    });

    test('an edition that cannot be fetched whole leaves the older one whole, and comes later', async () => {
      const { folder, url } = await serveCopy();
      const page = await openBlank(`${url}/`);
      await keepAll(page, url);
      await publishChange(folder);
      await rename(join(folder, CHANGED_PAGE), join(folder, 'away'));
      await serveAgain(folder, url);
      expect(await update(page)).toBe('redundant');
      await stopServer();
      await page.goto(`${url}/loai/quyet-dinh.html`);
      expect(await textOf(page, 'main')).toContain('901-QĐ/TV');
      expect(await textOf(page, 'main')).not.toContain('Lời của ấn bản sau');

      await rename(join(folder, 'away'), join(folder, CHANGED_PAGE));
      await serveAgain(folder, url);
      expect(await update(page)).toBe('activated');
      await stopServer();
      await page.goto(`${url}/loai/quyet-dinh.html`);
      expect(await textOf(page, 'main')).toContain('Lời của ấn bản sau');
      await rm(folder, { recursive: true });
    });

    test('a page just opened is told of an edition that takes over before its script listens', async () => {
      const { folder, url } = await serveCopy();
      const page = await openBlank(`${url}/`);
      await page.goto(`${url}/index.html`);
      await waitForWorker(page);
      await page.goto(`${url}/van-ban/901-qd-tv-2033.html`);
      await publishChange(folder);
      await serveAgain(folder, url);
      expect(await update(page)).toBe('activated');
      expect(await isTold(page)).toBe(false);
      await wake(page);
      await waitUntilTold(page);
      await rm(folder, { recursive: true });
    });

    test('tabs of the older edition are told of the newer one, and go on working until they are loaded anew', async () => {
      const { folder, url } = await serveCopy();
      const reading = await openBlank(`${url}/`);
      await reading.goto(`${url}/van-ban/901-qd-tv-2033.html`);
      await waitForWorker(reading);
      const other = await openBlank(`${url}/`);
      await other.goto(`${url}/index.html`);
      // The script that listens for updates comes some time after a page.
      await wake(other);
      await other.waitForSelector('body > .floating-notice');
      await publishChange(folder);
      await serveAgain(folder, url);
      expect(await update(other)).toBe('activated');
      await Promise.all([waitUntilTold(reading), waitUntilTold(other)]);

      await reading.bringToFront();
      await reading.keyboard.press('/');
      await reading.waitForSelector('dialog[open] input');
      await reading.keyboard.type('khối xóm');
      await reading.waitForSelector('dialog[open] [data-doc]');
      await reading.keyboard.press('Escape');
      await reading.click('[data-update-notice] [data-later]');
      expect(await isTold(reading)).toBe(false);

      await other.bringToFront();
      await Promise.all([other.waitForNavigation(), other.click('[data-reload]')]);
      expect(
        await other.$eval('[data-edition]', (footer) => footer.getAttribute('data-edition')),
      ).toBe(NEW_EDITION);
      await waitForWorker(other);
      expect(await isTold(other)).toBe(false);
      await rm(folder, { recursive: true });
    });
  },
  { transports: ['http'] },
);
