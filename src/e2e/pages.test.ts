import { describe, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { listPages } from './harness/sites.ts';

const pages = await listPages('fixture');

inEveryBrowser(({ root, open }) => {
  test('every page opens without an error, a failed request or a breach of the policy', async () => {
    expect(pages.length).toBeGreaterThan(25);
    const page = await open('index.html');
    for (const path of pages) {
      await page.goto(root() + path);
      const breaches = await page.evaluate(() => (window as { breaches?: string[] }).breaches);
      expect(breaches, path).toEqual([]);
    }
  });

  test('the typeface of the site loads', async () => {
    const page = await open('van-ban/901-qd-tv-2033.html');
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map(({ family, status }) => [family.replaceAll('"', ''), status]);
    });
    expect(faces).toContainEqual(['Van Thu Serif', 'loaded']);
    expect(faces).not.toContainEqual(['Van Thu Serif', 'error']);
  });

  test('links lead from the home page to a document and to a place in it', async () => {
    const page = await open('index.html');
    const follow = async (selector: string) => {
      await Promise.all([page.waitForNavigation(), page.click(selector)]);
      return decodeURI(page.url()).slice(decodeURI(root()).length);
    };
    expect(await follow('a[href="van-ban.html"]')).toBe('van-ban.html');
    expect(await follow('table a[href="van-ban/901-qd-tv-2033.html"]')).toBe(
      'van-ban/901-qd-tv-2033.html',
    );
    await page.goto(`${root()}van-ban/901-qd-tv-2033.html#kt-d2-2-dd`);
    const target = await page.evaluate(() => {
      const element = document.querySelector<HTMLElement>(':target');
      const top = element?.getBoundingClientRect().top ?? -1;
      return { label: element?.dataset.label, visible: top >= 0 && top < innerHeight };
    });
    expect(target).toEqual({
      label: expect.stringContaining('điểm đ khoản 2 Điều 2') as string,
      visible: true,
    });
  });
});

describe('text of our own pages', () => {
  inEveryBrowser(
    ({ open }) => {
      test('appears as it was written', async () => {
        const page = await open('huong-dan.html');
        const text = await page.$eval('main', (main) => main.textContent);
        expect(text).toContain(`Chữ giữ nguyên: "x" 'y' ... -- và (c) 1/2.`);
      });
    },
    { browsers: ['chromium'], transports: ['http'] },
  );
});
