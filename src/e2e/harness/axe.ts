import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** What axe finds wrong, one line per rule and element. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    // The rules of WCAG 2.2 are off by default.
    (window as unknown as { axe: typeof axe }).axe.run({
      rules: { 'target-size': { enabled: true } },
    }),
  );
  // A page that is not there has nothing wrong.
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`),
  );
}
