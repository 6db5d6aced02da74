import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { violations } from './harness/axe.ts';
import { inEveryBrowser } from './harness/matrix.ts';

const LAW = 'van-ban/5-2031-qh20.html';
const WIDE = { width: 1280, height: 800 };
const TERM = '#d4-1 .term';

const scripts = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .join(),
  );

/** Read on to a use of a term, by keys alone. */
async function readOn(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await page.$eval('#d4-1', (unit) => {
    unit.scrollIntoView({ block: 'center' });
  });
  await page.waitForSelector(TERM);
}

inEveryBrowser(
  ({ open, transport }) => {
    test('a term that the text defines shows its definition, and can be left plain', async () => {
      const page = await open(LAW);
      await page.setViewport(WIDE);
      const text = await page.$eval('.doc-text', ({ textContent }) => textContent);
      if (transport === 'http') expect(await scripts(page)).not.toContain('defined-terms');
      await readOn(page);
      const marked = await page.$$eval('.term', (terms) =>
        terms.map((term) => [term.closest('[data-label]')?.id, term.textContent]),
      );
      expect(marked).toEqual([
        ['d3', 'Thư viện thôn'],
        ['d4-1', 'Thư viện thôn'],
      ]);

      await page.focus(TERM);
      await page.waitForSelector('.cite-preview');
      const panel = await page.$eval('.cite-preview', (element) => ({
        place: element.querySelector('a')?.textContent,
        href: element.querySelector('a')?.getAttribute('href'),
        words: element.querySelector('.cite-preview-text')?.textContent,
        isNamed:
          document.querySelector('#d4-1 .term')?.getAttribute('aria-describedby') === element.id,
      }));
      expect(panel).toEqual({
        place: 'khoản 1 Điều 2 · Giải thích từ ngữ',
        href: '#d2-1',
        words: '1. Thư viện thôn là thư viện đặt tại nhà văn hóa thôn.',
        isNamed: true,
      });
      await page.keyboard.press('Escape');
      expect(await page.$('.cite-preview')).toBeNull();
      await page.hover(TERM);
      await page.waitForSelector('.cite-preview');
      await page.keyboard.press('Escape');

      const box = 'input[data-terms]';
      await page.$eval(box, (input) => {
        (input as HTMLElement).click();
      });
      expect(await page.$('.term')).toBeNull();
      expect(await page.$eval('.doc-text', ({ textContent }) => textContent)).toBe(text);
      // Each page on file:// has a storage of its own in Firefox: there the address carries it.
      if (transport === 'file') return;
      await page.reload();
      expect(await page.$eval(box, (input) => input.checked)).toBe(false);
      await page.evaluate(() => {
        localStorage.clear();
      });
    });
  },
  { site: 'full-text' },
);

inEveryBrowser(
  ({ open, openBlank, root }) => {
    test('a page without definitions has no switch and loads no script for them', async () => {
      const page = await open('van-ban/6-2034-qh20.html');
      await page.keyboard.press('Shift');
      await page.waitForSelector('.permalink');
      expect(await page.$('input[data-terms]')).toBeNull();
    });

    test.each(['light', 'dark'])('axe finds nothing in an open definition, %s', async (scheme) => {
      const page = await openBlank();
      await page.setViewport(WIDE);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(root() + LAW);
      await readOn(page);
      await page.focus(TERM);
      await page.waitForSelector('.cite-preview');
      expect(await violations(page)).toEqual([]);
    });
  },
  { site: 'full-text', browsers: ['chromium'], transports: ['http'] },
);
