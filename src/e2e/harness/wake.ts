import type { Page } from 'puppeteer-core';

/** Load what a page loads with the first sign of a reader, and wait until it is there. */
export async function wake(page: Page): Promise<void> {
  await page.evaluate(() => window.laterScripts.load());
}
