import { describe, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { wake } from './harness/wake.ts';

inEveryBrowser(({ open, root }) => {
  describe('what is new', () => {
    test('every edition is listed with links to what is still there', async () => {
      const page = await open('thay-doi.html');
      const links = await page.$$eval('main section a', (all) =>
        all.map((link) => link.getAttribute('href')),
      );
      expect(links).toEqual([
        'van-ban/3-hd-tv-2035.html',
        'van-ban/901-qd-tv-2033.html',
        'van-ban/901-qd-tv-2033.html#d1',
      ]);
      const text = await page.$eval('main section', ({ textContent }) => textContent);
      expect(text).toContain('Chưa rõ hiệu lực → Còn hiệu lực');
      expect(text).toContain('Quyết định 899-QĐ/TV');
    });

    test('a reader who saw an older edition is told on the home page, and finds the marks', async () => {
      const page = await open('index.html');
      const isShown = () => page.$eval('edition-news', (news) => !(news as HTMLElement).hidden);
      expect(await isShown()).toBe(false);
      await page.evaluate(() => {
        localStorage.setItem('an-ban-da-xem', '2039-05-06');
      });
      await page.goto(`${root()}index.html`);
      expect(await isShown()).toBe(true);
      expect(await page.$eval('edition-news', ({ textContent }) => textContent)).toContain(
        '06/5/2039',
      );
      await Promise.all([page.waitForNavigation(), page.click('edition-news a')]);
      await page.waitForSelector('[data-new]:not([hidden])');
      await page.goto(`${root()}thay-doi.html?tu=2040-01-15`);
      expect(await page.$$('[data-new]:not([hidden])')).toHaveLength(0);
    });

    test('the notice can be closed for good', async () => {
      const page = await open('index.html');
      await page.evaluate(() => {
        localStorage.setItem('an-ban-da-xem', '2039-05-06');
      });
      await page.goto(`${root()}index.html`);
      await wake(page);
      await page.click('edition-news button');
      await page.goto(`${root()}index.html`);
      expect(await page.$eval('edition-news', (news) => (news as HTMLElement).hidden)).toBe(true);
    });
  });
});
