import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { builtSite } from './harness/sites.ts';

inEveryBrowser(
  ({ root, openBlank }) => {
    testReading(async (path) => {
      const page = await openBlank();
      await page.setJavaScriptEnabled(false);
      await page.goto(root() + path);
      return page;
    });
  },
  { browsers: ['chromium', 'chromium-109'] },
);

/*
 * Firefox has no way to switch scripts off for one page under WebDriver BiDi: here a policy of the
 * server does it.
 */
inEveryBrowser(
  ({ openBlank }) => {
    let server: Server;
    let root = '';
    beforeAll(async () => {
      server = await serveSandboxed(builtSite('fixture').http);
      root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    afterAll(() => server.close());

    const open = async (path: string): Promise<Page> => {
      const page = await openBlank(root);
      await page.goto(root + path);
      return page;
    };
    testReading(open);

    test('the policy keeps the scripts of a page from running', async () => {
      const page = await open('index.html');
      expect(await page.evaluate(() => customElements.get('theme-switch') === undefined)).toBe(
        true,
      );
    });
  },
  { browsers: ['firefox'], transports: ['http'] },
);

/** A site once more, with scripts switched off by the policy of its answers. */
async function serveSandboxed(site: string): Promise<Server> {
  const server = createServer((request, response) => {
    void fetch(site + (request.url ?? '/')).then(async (answer) => {
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'application/octet-stream',
        'content-security-policy': 'sandbox allow-same-origin allow-forms',
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** @param openWithoutScripts Opens a page of the site where scripts do not run. */
function testReading(openWithoutScripts: (path: string) => Promise<Page>): void {
  test('a document can be read', async () => {
    const page = await openWithoutScripts('van-ban/901-qd-tv-2033.html');
    const text = await page.$eval('article', (article) => article.innerText);
    expect(text).toContain('Gặp từng nhà mỗi quý, ghi sổ ý kiến.');
    expect(text).toContain('Còn hiệu lực');
  });

  test('what needs scripts is not shown', async () => {
    for (const path of ['index.html', 'van-ban.html', 'van-ban/901-qd-tv-2033.html']) {
      const page = await openWithoutScripts(path);
      const shown = await page.$$eval('[data-needs-script]', (all) =>
        all.filter((one) => one.getClientRects().length > 0).map((one) => one.outerHTML),
      );
      expect(shown, path).toEqual([]);
    }
  });

  test('the list is a complete table', async () => {
    const page = await openWithoutScripts('van-ban.html');
    const rows = await page.$$eval('table th a', (links) => links.length);
    expect(rows).toBe(8);
  });

  test('searching leads to a page that says what to do instead', async () => {
    const page = await openWithoutScripts('index.html');
    await page.type('form input[name="q"]', 'khối xóm');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toContain('tim-kiem.html?q=');
    const text = await page.$eval('main', (main) => main.innerText);
    expect(text).toContain(await page.$eval('h1', (heading) => heading.innerText));
    const links = await page.$$eval('main a', (all) => all.map((a) => a.getAttribute('href')));
    expect(text).not.toBe('');
    expect(links).toContain('van-ban.html');
  });
}
