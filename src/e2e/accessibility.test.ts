import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

/** One page of each kind. */
const KINDS = [
  'index.html',
  'van-ban.html',
  'van-ban/901-qd-tv-2033.html',
  'van-ban/880-qd-tv-2031.html',
  'van-ban/dieu-le-hoi-dong-tam-2034.html',
  'so.html',
  'so/25-nq-tv.html',
  'co-quan.html',
  'co-quan/dang-uy-minh-tri.html',
  'chu-de.html',
  'chu-de/khoi-xom.html',
  'loai.html',
  'loai/quyet-dinh.html',
  'thuat-ngu.html',
  'cam-nang.html',
  'chi-dan.html',
  'khai-niem/trong-xom.html',
  'bai-giang/truong-xom.html',
  'tim-kiem.html',
  'gio-trich-dan.html',
  'gio-kho.html',
  'huong-dan.html',
  'kiem-tra-trich-dan.html',
  'an-ban.html',
  'thay-doi.html',
  'dong-thoi-gian.html',
  'dong-thoi-gian/khoi-xom.html',
  'doi-chieu.html',
  'doi-chieu/880-qd-tv-2031--901-qd-tv-2033.html',
  '404.html',
];

/** What axe finds wrong, one line per rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`),
  );
}

for (const scheme of ['light', 'dark']) {
  describe(scheme, () => {
    inEveryBrowser(
      ({ root, openBlank }) => {
        test.each(KINDS)('axe finds nothing on %s', async (path) => {
          const page = await openBlank();
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(root() + path);
          expect(await violations(page)).toEqual([]);
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
      { browsers: ['chromium'], transports: ['http'] },
    );

    inEveryBrowser(
      ({ root, openBlank }) => {
        test('axe finds nothing where texts are compared word for word', async () => {
          const page = await openBlank();
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.goto(`${root()}doi-chieu/31-qdi-tv-2034--47-qdi-tv-2037.html`);
          expect(await violations(page)).toEqual([]);
        });
      },
      { site: 'full-text', browsers: ['chromium'], transports: ['http'] },
    );
  });
}

test('axe notices what is wrong', () => {
  expect(axe.getRules().map(({ ruleId }) => ruleId)).toContain('color-contrast');
});
