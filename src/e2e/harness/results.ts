import type { Page } from 'puppeteer-core';

/** One result as the page of results shows it. */
export interface Result {
  doc: string | null;
  anchor: string | null;
  text: string;
}

/**
 * Results of `/tim-kiem.html`, once they are complete.
 *
 * @throws When the page reports an error instead, or nothing within half a minute.
 */
export async function results(page: Page): Promise<Result[]> {
  await page.waitForFunction(() =>
    ['done', 'error'].includes(document.documentElement.dataset.searchState ?? ''),
  );
  const state = await page.evaluate(() => document.documentElement.dataset.searchState);
  if (state !== 'done') throw new Error(`the page of results says ${state ?? 'nothing'}`);
  return page.$$eval('#ket-qua > li', (items) =>
    items.map((item) => ({
      doc: item.getAttribute('data-doc'),
      anchor: item.getAttribute('data-anchor'),
      text: item.textContent,
    })),
  );
}
