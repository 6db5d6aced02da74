import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { results } from './harness/results.ts';
import { wake } from './harness/wake.ts';

/* The whole way of a reader without a mouse. Nothing is pressed, chosen or focused but by keys. */

/** What has the focus. */
const focusIs = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

/**
 * Press Tab until something has the focus; on the way every stop must be visible and show that it
 * is the one.
 */
async function tabTo(page: Page, selector: string, atMost: number): Promise<void> {
  for (let presses = 0; presses < atMost; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body;
      const { width, height } = focused.getBoundingClientRect();
      const { outlineStyle } = getComputedStyle(focused);
      return {
        element: focused.outerHTML.slice(0, 120),
        isBody: focused === document.body,
        shows: outlineStyle !== 'none' && width > 0 && height > 0,
      };
    });
    expect(stop.isBody, `lost on the way to ${selector}`).toBe(false);
    expect(stop.shows, stop.element).toBe(true);
    if (await focusIs(page, selector)) return;
  }
  throw new Error(`${selector} is more than ${atMost} steps away`);
}

const enter = (page: Page) => page.keyboard.press('Enter');

const follow = (page: Page) => Promise.all([page.waitForNavigation(), enter(page)]);

inEveryBrowser(
  ({ open }) => {
    test('home, search, provision, citation, tray, print', async () => {
      const page = await open('index.html');
      await tabTo(page, 'main input[name="q"]', 12);
      await page.keyboard.type('ghi so y kien');
      await follow(page);

      await results(page);
      await page.waitForFunction(() => document.activeElement?.matches('[role="status"]'));
      await tabTo(page, '#ket-qua > li[data-doc="901-qd-tv-2033"] a', 4);
      await follow(page);
      expect(await page.evaluate(() => location.hash)).toBe('#kt-d2-1');

      await page.waitForSelector('.reading-bar .cite-panel:not([hidden])');
      await page.keyboard.press('F2');
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLSelectElement>('.cite-panel select')?.value === 'kt-d2-1' &&
          document.activeElement?.matches('.cite-panel select'),
      );
      await page.waitForSelector('.cite-panel .tray-button:not([hidden])');
      await tabTo(page, '.cite-panel .tray-button', 2);
      await enter(page);
      await page.waitForFunction(() => document.querySelector('.tray-count')?.textContent === '1');
      await tabTo(page, '.cite-panel .cite-rows .text-button', 2);
      await enter(page);
      await page.waitForFunction(
        () => document.querySelector('.cite-panel .cite-status')?.textContent !== '',
      );
      const citation = await page.$eval('.cite-panel .cite-text', (text) => text.textContent);
      expect(citation).toContain('901-QĐ/TV');
      // Not the sentence that asks the reader to copy by hand.
      expect(
        await page.$eval('.cite-panel .cite-status', (status) => status.textContent),
      ).toContain(`Đã sao chép: ${citation}`);
      await page.keyboard.press('Escape');
      expect(await page.$('.cite-panel[open]')).toBeNull();

      // From the top of the page, as after F6 or a new load.
      await page.goto(page.url().replace(/#.*/, ''));
      await wake(page);
      await page.waitForFunction(() => document.querySelector('.tray-count')?.textContent === '1');
      await tabTo(page, '.tray-open', 12);
      await follow(page);
      await page.waitForSelector('.tray-item[data-key="901-qd-tv-2033#kt-d2-1"]');
      await page.evaluate(() => {
        window.print = () => {
          document.documentElement.dataset.printed = 'yes';
        };
      });
      await tabTo(page, '.tray-buttons button:nth-of-type(2)', 20);
      await enter(page);
      expect(await page.evaluate(() => document.documentElement.dataset.printed)).toBe('yes');
      await tabTo(page, '.tray-buttons button:last-child', 4);
      await enter(page);
      await page.waitForFunction(() => !document.querySelector('.tray-item'));
    });

    test('contents: opened, walked through, closed, on a phone', async () => {
      const page = await open('van-ban/901-qd-tv-2033.html');
      await page.setViewport({ width: 360, height: 700 });
      await tabTo(page, '.toc-open', 40);
      await enter(page);
      expect(await focusIs(page, '.toc-close')).toBe(true);
      await page.keyboard.press('Escape');
      expect(await focusIs(page, '.toc-open')).toBe(true);
      await enter(page);
      await tabTo(page, 'toc-sheet a[href="#kt-d2"]', 25);
      await enter(page);
      await page.waitForFunction(() => location.hash === '#kt-d2');
    });

    test('checker: text in, list out', async () => {
      const page = await open('kiem-tra-trich-dan.html');
      await tabTo(page, '.checker-form textarea', 14);
      await page.keyboard.type('Theo Quyết định 880-QĐ/TV.');
      await tabTo(page, '.checker-form button[type=submit]', 6);
      await enter(page);
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLElement>('citation-checker')?.dataset.state === 'idle' &&
          document.querySelector('[data-status]')?.textContent !== '',
      );
      await tabTo(page, '.checker-item a, .checker-item button', 20);
    });
  },
  { transports: ['file'] },
);
