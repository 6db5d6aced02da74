import type { Page } from 'puppeteer-core';

/** 320 px is a window of 1280 px at 400 % (WCAG 2.2, 1.4.10); 768 px is a tablet held upright. */
const NARROW_WIDTHS = [320, 768];

/**
 * Where a page is wider than a narrow window.
 *
 * @returns One line per window; empty when the page fits. The window stays as the last one was.
 */
export async function excessWidths(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of NARROW_WIDTHS) {
    await page.setViewport({ width, height: 640 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (excess > 0) found.push(`at ${width} px: ${excess} px`);
  }
  return found;
}
