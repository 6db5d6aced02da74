import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLibrary } from '../content/load-library.ts';
import { namedPages } from '../lib/search/named-pages.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { excessWidths } from './harness/narrow.ts';
import { overlappingWords } from './harness/overlaps.ts';
import { builtSite, listPages } from './harness/sites.ts';
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

/** What readers ask most, the place that answers, and what stands on its first screen. */
const QUESTIONS: readonly [string, string, RegExp][] = [
  [
    'quy chế dân vận nào đang áp dụng',
    'van-ban-dang-ap-dung.html#quy-che-dan-van-nao-dang-ap-dung-tu-khi-nao',
    /23-QĐ\/TW.*Hiệu lực từ 30\/7\/2021.*Thay thế: Quyết định 290-QĐ\/TW/,
  ],
  [
    'cái gì nối tiếp nghị quyết 25',
    'van-ban-dang-ap-dung.html#cai-gi-noi-tiep-nghi-quyet-25-nqtw-2013',
    /25-NQ\/TW.*43-KL\/TW/,
  ],
  [
    'luật nào quy định dân chủ ở cơ sở',
    'van-ban-dang-ap-dung.html#luat-nao-quy-dinh-dan-chu-o-co-so-thay-cho-gi',
    /10\/2022\/QH15.*Pháp lệnh 34\/2007\/PL-UBTVQH11/,
  ],
  [
    'ai phải tiếp dân',
    'van-ban-dang-ap-dung.html#ai-phai-tiep-dan-theo-quy-dinh-nao-sua-nam-2025-ra-sao',
    /11-QĐi\/TW.*Kết luận 215-KL\/TW.*người đứng đầu cấp ủy.*cơ quan nhà nước/,
  ],
  [
    'so sánh quy chế 290 và 23',
    'doi-chieu/290-qd-tw-2010--23-qd-tw-2021.html',
    /290-QĐ\/TW.*Đã bị thay thế.*23-QĐ\/TW.*Còn hiệu lực/,
  ],
];

test('every heading that search leads to is on its page', async () => {
  const { directory } = builtSite('library');
  const pages = namedPages(await loadLibrary());
  expect(pages.filter(({ places }) => places.length > 0).length).toBeGreaterThan(10);
  for (const { path, places } of pages) {
    const html = await readFile(join(directory, path), 'utf8');
    for (const [, anchor] of places) expect(html, `${path}#${anchor}`).toContain(`id="${anchor}"`);
  }
});

inEveryBrowser(
  ({ open, root }) => {
    test.each(QUESTIONS)(
      '“%s” is answered by one search and one click',
      async (query, place, answer) => {
        const page = await open(`tim-kiem.html?q=${encodeURIComponent(query)}`);
        await results(page);
        const link = await page.$('[data-pages]:not([hidden]) a');
        if (!link) throw new Error('no page is named');
        await Promise.all([page.waitForNavigation(), link.click()]);
        expect(page.url()).toBe(root() + place);
        const seen = await page.evaluate(() => {
          const inWindow = (element: Element): boolean => {
            const { top, bottom } = element.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          };
          const parts = document.querySelectorAll<HTMLElement>('main :is(h1, h2, p, dt, dd, div)');
          return [...parts].filter(inWindow).map((part) => part.innerText);
        });
        expect(seen.join(' ').replace(/\s+/g, ' ')).toMatch(answer);
      },
    );
  },
  { site: 'library', browsers: ['chromium', 'firefox'], transports: ['file'] },
);

inEveryBrowser(
  ({ open, root }) => {
    test('every page of the real library opens without trouble, fits a narrow window, and no word stands on another', async () => {
      const page = await open('index.html');
      const faults: string[] = [];
      for (const path of await listPages('library')) {
        await page.goto(root() + path);
        const found = [
          ...(await overlappingWords(page, 1280)),
          ...(await excessWidths(page)),
          ...(await overlappingWords(page, 768)),
        ];
        faults.push(...found.map((one) => `${path} ${one}`));
      }
      expect(faults).toEqual([]);
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

inEveryBrowser(
  ({ open }) => {
    test('a long table of contents folds to its chapters, but where the reader is, and unfolds', async () => {
      const page = await open('van-ban/10-2022-qh15.html#d15');
      await page.setViewport({ width: 1280, height: 800 });
      const shown = (): Promise<string[]> =>
        page.$$eval('.toc-sections ol a', (links) =>
          links.filter((link) => link.getClientRects().length > 0).map((link) => link.hash),
        );
      await page.waitForSelector('.toc a[aria-current][href="#d15"]');
      const all = await shown();
      await page.focus('.toc-fold');
      await page.keyboard.press('Enter');
      const folded = await shown();
      expect(folded).toEqual(expect.arrayContaining(['#c1', '#c2', '#d15']));
      expect(folded).not.toContain('#d1');
      expect(folded.length).toBeLessThan(all.length / 2);
      await page.keyboard.press(' ');
      expect(await shown()).toEqual(all);
    });
  },
  { site: 'library', transports: ['file'] },
);
