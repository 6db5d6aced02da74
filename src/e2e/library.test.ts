import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { listPages } from './harness/sites.ts';
import { results } from './harness/results.ts';

/** What readers of the real library ask, and the document that must come first. */
const QUERIES: readonly [string, string][] = [
  ['290-QĐ/TW', '290-qd-tw-2010'],
  ['290 qd tw', '290-qd-tw-2010'],
  ['290/QĐ-TW', '290-qd-tw-2010'],
  ['quyet dinh 290', '290-qd-tw-2010'],
  ['16 ct ttg', '16-ct-ttg-2016'],
  ['nghị quyết 25', '25-nq-tw-2013'],
  ['quy che cong tac dan van', '23-qd-tw-2021'],
];

inEveryBrowser(
  ({ open, root }) => {
    test('every page of the real library opens without trouble', async () => {
      const page = await open('index.html');
      for (const path of await listPages('library')) await page.goto(root() + path);
    });
  },
  { site: 'library', browsers: ['chromium'], transports: ['file'] },
);

inEveryBrowser(
  ({ openBlank, root }) => {
    test.each(QUERIES)('“%s” finds %s first', async (query, expected) => {
      const page = await openBlank();
      await page.goto(`${root()}tim-kiem.html?q=${encodeURIComponent(query)}`);
      expect((await results(page))[0]?.doc).toBe(expected);
    });
  },
  { site: 'library', browsers: ['chromium', 'firefox'], transports: ['file'] },
);
