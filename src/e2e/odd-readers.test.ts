import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOutput } from '../integrations/freshness/digest.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { results } from './harness/results.ts';
import { builtSite } from './harness/sites.ts';
import { openPage } from './harness/visit.ts';

const PAGE = 'van-ban/901-qd-tv-2033.html';

describe('copied to a folder named', () => {
  const FOLDERS: readonly [string, string][] = [
    ['in Vietnamese', 'Tài liệu của Đảng ủy xã'],
    ['in decomposed Vietnamese, as a Mac writes it', 'Tài liệu của Đảng ủy xã'.normalize('NFD')],
    ['with signs of addresses', '#1 100% %41 ?q=a&b;c+d@e'],
    ['with quotes and brackets', `"a" 'b' (c) [d] {e} \`f\``],
    ['with spaces at its ends', '  Bản sao của  '],
    [
      'below many folders',
      Array.from({ length: 16 }, (_, i) => `Thư mục thứ ${i} của kho lưu trữ`).join('/'),
    ],
  ];
  let work: string;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'thu-muc-'));
    for (const [, name] of FOLDERS) {
      await mkdir(join(work, name), { recursive: true });
      await cp(builtSite('fixture').directory, join(work, name), { recursive: true });
    }
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  inEveryBrowser(
    ({ openUnwatched }) => {
      test.each(FOLDERS)('%s', async (_, name) => {
        const folder = join(work, name);
        const before = digestOutput(folder);
        const browser = (await openUnwatched('index.html')).browser();
        const root = `${pathToFileURL(folder).href}/`;
        const { page, trouble } = await openPage(browser, root);
        await page.goto(`${root}index.html`);
        await page.type('main input[name="q"]', '901 qd tv');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        expect((await results(page))[0]?.doc).toBe('901-qd-tv-2033');
        await Promise.all([page.waitForNavigation(), page.click('#ket-qua > li a')]);
        expect(await page.$eval('h1', (title) => title.textContent)).not.toBe('');
        expect(await trouble()).toEqual([]);
        await page.close();
        // Nothing is written: a medium that is read-only does as well.
        expect(digestOutput(folder)).toBe(before);
      });
    },
    { transports: ['file'] },
  );
});

describe('from a slow medium', () => {
  inEveryBrowser(
    ({ root, openBlank }) => {
      const status = (page: Page) =>
        page.$eval('main [role="status"]', (element) => element.textContent.trim());

      test('the search says what it waits for, takes what is typed, and answers in the end', async () => {
        const page = await openBlank();
        const release = await holdSearchFiles(page);
        await page.goto(`${root()}tim-kiem.html?q=901`, { waitUntil: 'domcontentloaded' });
        await page.waitForSelector('html[data-search-state="loading"]');
        await page.waitForFunction(
          () => document.querySelector('main [role="status"]')?.textContent !== '',
        );
        expect(await status(page)).toMatch(/^Đang /);
        await page.type('main input[name="q"]', ' qd tv');
        expect(await page.$eval('main input[name="q"]', ({ value }) => value)).toBe('901 qd tv');
        await release();
        expect((await results(page))[0]?.doc).toBe('901-qd-tv-2033');
        expect(await status(page)).toMatch(/\d/);
      });
    },
    { browsers: ['chromium', 'chromium-109'], transports: ['http'] },
  );
});

/** Let no file of the search through. @returns What lets them all through. */
async function holdSearchFiles(page: Page): Promise<() => Promise<void>> {
  const held: HTTPRequest[] = [];
  let isHolding = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (isHolding && request.url().includes('/tim-kiem/')) held.push(request);
    else void request.continue();
  });
  return async () => {
    isHolding = false;
    await Promise.all(held.map((request) => request.continue()));
  };
}

describe('without style sheets and scripts', () => {
  inEveryBrowser(
    ({ root, openBlank }) => {
      test.each([PAGE, 'index.html', 'van-ban.html', 'an-ban.html'])(
        '%s reads in order',
        async (path) => {
          const page = await openBlank();
          await page.setJavaScriptEnabled(false);
          await page.setRequestInterception(true);
          page.on('request', (request) => {
            if (request.resourceType() === 'stylesheet') void request.abort('aborted');
            else void request.continue();
          });
          await page.goto(root() + path);
          const shown = await page.evaluate(() => ({
            isStyled:
              getComputedStyle(document.documentElement).getPropertyValue('--space-1') !== '',
            // A drawing without a size of its own would fill the window.
            unsized: document.querySelectorAll('svg:not([width]), img:not([width])').length,
            text: document.body.innerText,
            title: document.querySelector('h1')?.innerText ?? '',
          }));
          expect(shown.isStyled).toBe(false);
          expect(shown.unsized).toBe(0);
          expect(shown.title).not.toBe('');
          const main = shown.text.slice(shown.text.indexOf(shown.title));
          if (path !== PAGE) return;
          const places = ['Còn hiệu lực', 'Điều 1', 'Gặp từng nhà mỗi quý, ghi sổ ý kiến.'].map(
            (one) => main.lastIndexOf(one),
          );
          expect(places.every((place) => place > 0)).toBe(true);
        },
      );
    },
    { browsers: ['chromium', 'chromium-109'], transports: ['http'] },
  );
});
