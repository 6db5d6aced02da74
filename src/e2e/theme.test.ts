import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { wake } from './harness/wake.ts';

/** Perceived lightness of the page's background, 0–255. */
function backgroundOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const channels = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? [];
    return channels.slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0) / 3;
  });
}

async function choose(page: Page, theme: string): Promise<void> {
  await page.$eval(`theme-switch input[value="${theme}"]`, (radio) => {
    radio.click();
  });
  await wake(page);
}

/** Go on as a reader does: by a link, not by a new address. */
async function follow(page: Page, link: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(link)]);
}

inEveryBrowser(({ root, open, openBlank }) => {
  test('a chosen theme lasts from page to page, and the machine can have its way again', async () => {
    const page = await open('index.html');
    expect(await backgroundOf(page)).toBeGreaterThan(200);
    await choose(page, 'dark');
    expect(await backgroundOf(page)).toBeLessThan(60);
    await follow(page, 'a[href="chu-de.html"]');
    expect(await backgroundOf(page)).toBeLessThan(60);
    expect(await page.$eval('theme-switch input:checked', ({ value }) => value)).toBe('dark');
    await choose(page, 'auto');
    expect(await backgroundOf(page)).toBeGreaterThan(200);
    expect(await page.evaluate(() => localStorage.getItem('giao-dien'))).toBeNull();
  });

  test('it lasts in the tab where storage is refused', async () => {
    const page = await openBlank();
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(`${root()}index.html`);
    await choose(page, 'dark');
    expect(await backgroundOf(page)).toBeLessThan(60);
    await follow(page, 'a[href="chu-de.html"]');
    expect(await backgroundOf(page)).toBeLessThan(60);
  });
});
