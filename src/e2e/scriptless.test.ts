import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

/* Firefox has no way to switch scripts off for one page under WebDriver BiDi. */
inEveryBrowser(
  ({ root, openBlank }) => {
    const openWithoutScripts = async (path: string) => {
      const page = await openBlank();
      await page.setJavaScriptEnabled(false);
      await page.goto(root() + path);
      return page;
    };

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
      const links = await page.$$eval('main a', (all) => all.map((a) => a.getAttribute('href')));
      expect(text).not.toBe('');
      expect(links).toContain('van-ban.html');
    });
  },
  { browsers: ['chromium', 'chromium-109'] },
);
