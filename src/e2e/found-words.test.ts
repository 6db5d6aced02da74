import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { results } from './harness/results.ts';
import { wake } from './harness/wake.ts';

const marksOf = (page: Page): Promise<string[]> =>
  page.$$eval('article mark', (marks) => marks.map(({ textContent }) => textContent));

const articleText = (page: Page): Promise<string> =>
  page.$eval('article', ({ textContent }) => textContent);

async function openFirstResult(page: Page): Promise<void> {
  await results(page);
  await Promise.all([page.waitForNavigation(), page.click('#ket-qua a.hit-link')]);
  await page.waitForSelector('[data-found-words] p:not([hidden])');
}

inEveryBrowser(({ open, root }) => {
  test('a result marks the words that were searched for, and its address stays clean', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('khoi xom')}`);
    await openFirstResult(page);
    // A place that lies in several nodes has several marks.
    const marked = (await marksOf(page)).join('').toLowerCase();
    const places = marked.split('khối xóm');
    expect(places.join('')).toBe('');
    expect(page.url()).not.toContain('?');
    expect(await page.$eval('[data-found-words]', ({ textContent }) => textContent)).toContain(
      `${places.length - 1} chỗ`,
    );
  });

  test('the marks change no text and no height, and go by Esc and by their button', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('khoi xom')}`);
    await openFirstResult(page);
    const marked = await articleText(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.keyboard.press('Escape');
    expect(await marksOf(page)).toEqual([]);
    expect(await articleText(page)).toBe(marked);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    await page.goto(`${root()}tim-kiem.html?q=${encodeURIComponent('khoi xom')}`);
    await openFirstResult(page);
    await page.click('[data-found-words] [data-end]');
    expect(await marksOf(page)).toEqual([]);
  });

  test('a button leads from place to place, and round to the first', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('khoi xom')}`);
    await openFirstResult(page);
    const said = await page.$eval('[data-found-words] span', ({ textContent }) => textContent);
    const count = Number(/\d+/.exec(said)?.[0]);
    const seen = new Set<number>();
    for (let press = 0; press < count; press++) {
      await page.click('[data-found-words] [data-next]');
      const [place, inSight] = await page.evaluate(() => {
        const text = document.querySelector('[data-found-words] span')?.textContent ?? '';
        const top = document.querySelector('mark.is-current')?.getBoundingClientRect().top ?? -1;
        return [Number(/\d+/.exec(text)?.[0]), top >= 0 && top < innerHeight] as const;
      });
      expect(inSight, `place ${place}`).toBe(true);
      seen.add(place);
    }
    expect(seen.size).toBe(count);
  });

  test('the key that opens the search can be switched off, and stays off on other pages', async () => {
    const page = await open('index.html');
    await page.click('search-key input');
    await wake(page);
    await page.click('h1');
    await page.keyboard.press('/');
    expect(await page.$('dialog[open]')).toBeNull();
    await Promise.all([page.waitForNavigation(), page.click('a[href="an-ban.html"]')]);
    expect(await page.$eval('search-key input', ({ checked }) => checked)).toBe(false);
    await page.keyboard.press('/');
    await wake(page);
    expect(await page.$('dialog[open]')).toBeNull();
    await page.click('search-key input');
    await page.click('h1');
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open]');
  });
});
