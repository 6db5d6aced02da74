import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { digestContent } from '../content/digest-content.ts';
import { readContent } from '../content/read-content.ts';
import { EDITION_FILE } from '../lib/edition/kit.ts';
import type { EditionRecord } from '../lib/library/edition.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { builtSite } from './harness/sites.ts';

const { directory } = builtSite('fixture');
const edition = JSON.parse(await readFile(join(directory, EDITION_FILE), 'utf8')) as EditionRecord;

test('the edition is named by its date and the digest of its content', async () => {
  const digest = digestContent(await readContent('src/e2e/fixtures/content'));
  expect(edition.contentDigest).toBe(digest);
  expect(edition.id).toBe(`${edition.date ?? ''}-${digest.slice(0, 8)}`);
});

inEveryBrowser(
  ({ root, openBlank }) => {
    /** The pages of an edition, by a clock that is some months ahead of it. */
    const openLater = async (path: string, months: number) => {
      const day = new Date(`${edition.date ?? ''}T12:00:00Z`);
      day.setUTCMonth(day.getUTCMonth() + months);
      const page = await openBlank();
      await page.evaluateOnNewDocument((now) => {
        const Real = Date;
        window.Date = class extends Real {
          constructor() {
            super(now);
          }
        } as DateConstructor;
      }, day.getTime());
      await page.goto(root() + path);
      return page;
    };

    const shownAge = (page: Page) =>
      page.$eval('edition-age', (one) => (one as HTMLElement).innerText);

    test('the page of the edition says what it is', async () => {
      const page = await openLater('an-ban.html', 0);
      const text = await page.$eval('main', (main) => main.innerText);
      expect(text).toContain(edition.id);
      expect(text).toContain(edition.contentDigest);
      expect(text).toContain('SHA256SUMS');
      expect(text).not.toContain('Bản này đã');
    });

    test.each(['an-ban.html', 'index.html'])('%s says that it is old once it is', async (path) => {
      const old = await openLater(path, 14);
      expect(await shownAge(old)).toContain('Bản này đã 14 tháng');
      const wrongClock = await openLater(path, -300);
      expect(await shownAge(wrongClock)).toBe('');
    });
  },
  { transports: ['file'] },
);
