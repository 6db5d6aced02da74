import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { results } from './harness/results.ts';

/** Press a control as a reader does who cannot see where it stands. */
const press = (page: Page, selector: string) =>
  page.$eval(selector, (control) => {
    (control as HTMLElement).focus();
    (control as HTMLElement).click();
  });

const follow = (page: Page, selector: string) =>
  Promise.all([page.waitForNavigation(), press(page, selector)]);

/* What a trainer does with a stick from beginning to end, in one go and without the network. */
inEveryBrowser(
  ({ open }) => {
    test('home, search, provision, citation, tray, checker', async () => {
      const page = await open('index.html');
      await page.type('main input[name="q"]', 'ghi so y kien');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      const hit = (await results(page)).find(({ doc }) => doc === '901-qd-tv-2033');
      expect(hit?.anchor).toBe('kt-d2-1');
      await follow(page, '#ket-qua > li[data-doc="901-qd-tv-2033"] a');
      expect(await page.evaluate(() => location.hash)).toBe('#kt-d2-1');

      await page.waitForSelector('.reading-bar .cite-panel:not([hidden])');
      await press(page, '.cite-panel summary');
      await page.waitForSelector('.cite-panel option[value="kt-d2-1"]');
      await page.select('.cite-panel select', 'kt-d2-1');
      const citation = await page.$eval('.cite-panel .cite-text', (row) => row.textContent);
      await press(page, '.cite-panel .cite-rows .text-button');
      await page.waitForFunction(
        () => document.querySelector('.cite-panel .cite-status')?.textContent !== '',
      );

      await page.waitForSelector('.cite-panel .tray-button:not([hidden])');
      await press(page, '.cite-panel .tray-button');
      await page.waitForFunction(() => document.querySelector('.tray-count')?.textContent === '1');
      await follow(page, '.tray-open');
      await page.waitForSelector('.tray-item[data-key="901-qd-tv-2033#kt-d2-1"]');
      await press(page, '.tray-buttons button:last-child');
      await page.waitForFunction(() => !document.querySelector('.tray-item'));

      await follow(page, '.site-footer a[href="kiem-tra-trich-dan.html"]');
      await page.$eval('[data-day]', (field) => {
        (field as HTMLInputElement).value = '2040-05-01';
      });
      await page.type('.checker-form textarea', `Theo ${citation}, phải ghi sổ ý kiến.`);
      await press(page, '.checker-form button[type=submit]');
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLElement>('citation-checker')?.dataset.state === 'idle' &&
          document.querySelector('[data-status]')?.textContent !== '',
      );
      await page.select('.checker-filter select', 'all');
      await page.waitForSelector('.checker-item');
      const rows = await page.$$eval('.checker-item', (all) =>
        all.map((row) => {
          const { doc, anchor, verdict } = (row as HTMLElement).dataset;
          return [doc, anchor, verdict];
        }),
      );
      expect(rows).toEqual([['901-qd-tv-2033', 'kt-d2-1', 'ok']]);
    });
  },
  { transports: ['file'] },
);
