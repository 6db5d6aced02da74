import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

inEveryBrowser(
  ({ open }) => {
    test('what a citation leads to is shown to who points at it, and to who gets there by keyboard', async () => {
      const page = await open('van-ban/47-qdi-tv-2037.html');
      const link = 'a.cite[href="31-qdi-tv-2034.html"]';
      await page.focus(link);
      await page.waitForSelector(`${link} + .cite-preview`);
      const preview = await page.$eval('.cite-preview', (panel) => ({
        name: panel.querySelector('a')?.textContent,
        href: panel.querySelector('a')?.getAttribute('href'),
        status: panel.querySelector('.status')?.textContent,
      }));
      expect(preview).toEqual({
        name: 'Quy định 31-QĐi/TV',
        href: '31-qdi-tv-2034.html',
        status: 'Đã bị thay thế',
      });
      await page.keyboard.press('Escape');
      expect(await page.$('.cite-preview')).toBeNull();
      await page.hover(link);
      await page.waitForSelector(`${link} + .cite-preview`);
    });

    test('a cited unit is shown by its own words', async () => {
      const page = await open('van-ban/6-2034-qh20.html');
      await page.focus('a.cite[href="6-2034-qh20.html#d16"]');
      const name = await page.waitForSelector('.cite-preview a');
      expect(await name?.evaluate((one) => [one.getAttribute('href'), one.textContent])).toEqual([
        '6-2034-qh20.html#d16',
        'Điều 16 Luật 6/2034/QH20',
      ]);
    });
  },
  { site: 'full-text' },
);
