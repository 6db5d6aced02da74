import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { violations } from './harness/axe.ts';
import type { TestBrowser } from './harness/browsers.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { excessWidths } from './harness/narrow.ts';
import { listKinds, listPages } from './harness/sites.ts';

const FIXTURE_KINDS = await listKinds('fixture');
/** Long texts, and texts side by side; its other kinds are those of the fixture. */
const TEXT_KINDS = (await listKinds('full-text')).filter((path) =>
  /^(?:van-ban|doi-chieu)\//.test(path),
);
/** Of a desk and of a phone, in pixels. */
const WIDTHS = [1280, 360];

/** What stays in sight covers something else at every moment: axe would call that too small. */
function letNothingFloat(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('.reading-tools'))
    if (getComputedStyle(bar).position === 'fixed') bar.style.position = 'static';
}

/** What axe finds wrong on a page at each width. */
async function violationsAtAnyWidth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    await page.evaluate(letNothingFloat);
    found.push(...(await violations(page)).map((one) => `${width} px: ${one}`));
  }
  return found;
}

test('the kinds of page are all there', () => {
  const folders = [...FIXTURE_KINDS, ...TEXT_KINDS].map((path) => path.replace(/[^/]*$/, ''));
  for (const folder of ['', 'van-ban/', 'so/', 'co-quan/', 'chu-de/', 'loai/', 'doi-chieu/']) {
    expect(folders).toContain(folder);
  }
  expect(FIXTURE_KINDS).toEqual(expect.arrayContaining(['404.html', 'index.html', 'van-ban.html']));
});

/* The older browser has the same colours: one theme shows what it does with names and roles. */
const THEMES: { scheme: string; browsers: TestBrowser['name'][] }[] = [
  { scheme: 'light', browsers: ['chromium', 'chromium-109'] },
  { scheme: 'dark', browsers: ['chromium'] },
];
for (const { scheme, browsers } of THEMES) {
  describe(scheme, () => {
    inEveryBrowser(
      ({ root, openBlank }) => {
        test.each(FIXTURE_KINDS)('axe finds nothing on %s', async (path) => {
          const page = await openBlank();
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(root() + path);
          expect(await violationsAtAnyWidth(page)).toEqual([]);
        });

        test('axe finds nothing in the citing panel and in a filled tray', async () => {
          const page = await openBlank();
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(`${root()}van-ban/880-qd-tv-2031.html`);
          await page.waitForSelector('.reading-bar .cite-panel:not([hidden])');
          await page.click('.cite-panel summary');
          await page.waitForSelector('.cite-panel .tray-button:not([hidden])');
          await page.click('.cite-panel .tray-button');
          await page.waitForFunction(
            () => document.querySelector('.tray-count')?.textContent === '1',
          );
          expect(await violations(page)).toEqual([]);
          await page.goto(`${root()}gio-trich-dan.html`);
          await page.waitForSelector('.tray-item');
          expect(await violations(page)).toEqual([]);
          await page.evaluate(() => {
            localStorage.clear();
          });
        });

        test('axe finds nothing in the search dialog', async () => {
          const page = await openBlank();
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(`${root()}index.html`);
          await page.keyboard.press('/');
          await page.waitForSelector('dialog[open]');
          expect(await violations(page)).toEqual([]);
        });
      },
      { browsers, transports: ['http'] },
    );

    inEveryBrowser(
      ({ root, openBlank }) => {
        test.each(TEXT_KINDS)('axe finds nothing on %s', async (path) => {
          const page = await openBlank();
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(root() + path);
          expect(await violationsAtAnyWidth(page)).toEqual([]);
        });
      },
      { site: 'full-text', browsers, transports: ['http'] },
    );
  });
}

/* Of the real library all pages are looked at where they are opened anyway. */
for (const site of ['fixture', 'full-text'] as const) {
  inEveryBrowser(
    ({ root, openBlank }) => {
      test(`no page of ${site} is wider than a narrow window`, async () => {
        const page = await openBlank();
        const tooWide: string[] = [];
        for (const path of await listPages(site)) {
          await page.goto(root() + path);
          tooWide.push(...(await excessWidths(page)).map((one) => `${path} ${one}`));
        }
        expect(tooWide).toEqual([]);
      });
    },
    { site, browsers: ['chromium'], transports: ['http'] },
  );
}

inEveryBrowser(
  ({ open }) => {
    test('name and tools of the header share a line at every width', async () => {
      const page = await open('index.html');
      for (const width of [320, 360, 768, 900, 960, 1024, 1100, 1151, 1152, 1280, 1600]) {
        await page.setViewport({ width, height: 800 });
        const middles = await page.$$eval('.wordmark, .search-open, .tray-open', (all) =>
          all.map((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return (top + bottom) / 2;
          }),
        );
        const apart = Math.max(...middles) - Math.min(...middles);
        expect(apart, `${width} px: ${middles.join()}`).toBeLessThan(8);
      }
    });
  },
  { transports: ['file'] },
);

test('axe notices what is wrong', () => {
  expect(axe.getRules().map(({ ruleId }) => ruleId)).toContain('color-contrast');
});
