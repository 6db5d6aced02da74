import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { builtSite } from './harness/sites.ts';

const DOCUMENT = 'van-ban/901-qd-tv-2033.html';

/** Longer than anything that a page puts off by itself, in milliseconds. */
const QUIET = 3000;
/** Most that may have been loaded and not run before a reader does anything, in bytes and as a share. */
const MOST_UNUSED = { bytes: 2300, share: 0.4 };
/** Most scripts and styles of a document before that, in bytes with gzip. */
const MOST_SENT = 17_000;

interface Loaded {
  files: string[];
  bytes: number;
  unused: number;
}

/** Scripts of a page that nobody has touched. */
async function loadUntouched(page: Page, address: string): Promise<Loaded> {
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  await page.goto(address, { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  const scripts = await page.coverage.stopJSCoverage();
  const used = scripts.flatMap(({ ranges }) => ranges.map(({ start, end }) => end - start));
  const bytes = sum(scripts.map(({ text }) => text.length));
  const files = scripts.map(({ url }) => url.replace(/.*\//, ''));
  return { files, bytes, unused: bytes - sum(used) };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

inEveryBrowser(
  ({ root, openBlank }) => {
    test.each([DOCUMENT, `${DOCUMENT}#kt-d2-1`, 'index.html'])(
      '%s loads little that it does not run before a reader does anything',
      async (path) => {
        const page = await openBlank();
        const { files, bytes, unused } = await loadUntouched(page, root() + path);
        expect(files.map((file) => file.split('.')[0])).toContain('boot');
        expect(unused, files.join()).toBeLessThan(MOST_UNUSED.bytes);
        expect(unused / bytes, files.join()).toBeLessThan(MOST_UNUSED.share);
      },
    );

    test('scripts and styles of an untouched document are light', async () => {
      const page = await openBlank();
      const { files } = await loadUntouched(page, root() + DOCUMENT);
      const style = await page.$eval('link[rel="stylesheet"]', (link) => link.getAttribute('href'));
      const assets = [...files, (style ?? '').replace(/.*\//, '')];
      const sizes = assets.map(async (file) => {
        const bytes = await readFile(join(builtSite('fixture').directory, 'assets', file));
        return gzipSync(bytes, { level: 9 }).length;
      });
      expect(sum(await Promise.all(sizes)), assets.join()).toBeLessThan(MOST_SENT);
    });

    test('the rest comes with the first sign of a reader', async () => {
      const page = await openBlank();
      await page.goto(root() + DOCUMENT);
      expect(await page.evaluate(() => customElements.get('cite-list') === undefined)).toBe(true);
      await page.mouse.move(200, 200);
      await page.waitForFunction(() => customElements.get('cite-list') !== undefined);
    });
  },
  { browsers: ['chromium'] },
);

/** What a reader can do while a page has just come, and what must be there in the end. */
const ACTS: readonly [name: string, act: () => void, done: () => unknown][] = [
  [
    'a theme is chosen',
    () => document.querySelector<HTMLElement>('[name="theme"][value="dark"]')?.click(),
    () => document.documentElement.dataset.theme === 'dark',
  ],
  [
    'letters are made larger',
    () => document.querySelector<HTMLElement>('.reading-tools [data-by="1"]')?.click(),
    () => document.documentElement.dataset.size === 'large',
  ],
  [
    'the citing panel is opened',
    () => document.querySelector<HTMLElement>('.cite-panel summary')?.click(),
    () => document.querySelector('.cite-panel[open] .tray-button'),
  ],
  [
    'F2 is pressed',
    () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true })),
    () => document.activeElement?.matches('.cite-panel select'),
  ],
  [
    'F8 is pressed',
    () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', bubbles: true })),
    () => document.activeElement?.matches('.toc-go input'),
  ],
  [
    'F8 is pressed, and written',
    () => {
      for (const key of ['F8', 'x', 'o', 'm'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    },
    () => document.querySelector<HTMLInputElement>('.toc-go input:focus')?.value === 'xom',
  ],
  [
    'the search is opened, and written into',
    () => {
      for (const key of ['/', 'x', 'o', 'm'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    },
    () => document.querySelector<HTMLInputElement>('dialog[open] input')?.value === 'xom',
  ],
  [
    'the search in the header is clicked',
    () => document.querySelector<HTMLElement>('.search-open')?.click(),
    () => document.querySelector('dialog[open] input'),
  ],
  [
    'a provision is typed, and entered',
    () => {
      const field = document.querySelector<HTMLInputElement>('.toc-go input');
      if (!field?.form) return;
      field.value = 'điểm đ khoản 2 Điều 2';
      field.focus();
      field.form.requestSubmit();
    },
    () => location.hash === '#kt-d2-2-dd',
  ],
  [
    'a link within the text is followed',
    () => document.querySelector<HTMLElement>('.doc-main .marks a')?.click(),
    () => location.hash !== '' && document.querySelector('[data-back]:not([hidden])'),
  ],
  [
    'a part of a drawing is clicked',
    () => {
      const box = document.querySelector('svg a > *');
      box?.addEventListener('click', (event) => {
        event.preventDefault();
        document.documentElement.dataset.clicked = '';
      });
      box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    },
    () => 'clicked' in document.documentElement.dataset,
  ],
];

inEveryBrowser(({ root, openBlank }) => {
  test.each(ACTS)('nothing is lost when %s before its script has come', async (_, act, done) => {
    const page = await openBlank();
    await page.setViewport({ width: 1280, height: 800 });
    // The scripts that answer are sent for at this moment at the earliest.
    const code = `addEventListener('DOMContentLoaded', ${act.toString()})`;
    await page.evaluateOnNewDocument(code);
    await page.goto(root() + DOCUMENT);
    await page.waitForFunction(done);
    await page.evaluate(() => {
      try {
        localStorage.clear();
      } catch {
        // Where there is none, nothing is left.
      }
    });
  });
});

inEveryBrowser(
  ({ root, openUnwatched }) => {
    test('where the scripts do not come, links lead where they lead, and the next sign tries again', async () => {
      const page = await openUnwatched('an-ban.html');
      let isCut = true;
      await page.setRequestInterception(true);
      page.on('request', (request: HTTPRequest) => {
        if (isCut && /\/(?:site|document-tools)\.[^/]*$/.test(request.url()))
          void request.abort('failed');
        else void request.continue();
      });
      await page.goto(root() + DOCUMENT);
      await Promise.all([page.waitForNavigation(), page.click('.search-open')]);
      expect(page.url()).toContain('tim-kiem.html');
      await page.goto(root() + DOCUMENT);
      await page.mouse.move(200, 200);
      await page.evaluate(() => window.laterScripts.load());
      isCut = false;
      await page.mouse.move(220, 220);
      await page.waitForFunction(() => customElements.get('cite-list') !== undefined);
    });
  },
  { browsers: ['chromium'], transports: ['http'] },
);
