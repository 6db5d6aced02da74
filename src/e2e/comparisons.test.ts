import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

const WORDS = 'doi-chieu/31-qdi-tv-2034--47-qdi-tv-2037.html';
const KNOWN = 'doi-chieu/880-qd-tv-2031--901-qd-tv-2033.html';
const TIMELINE = 'dong-thoi-gian/khoi-xom.html';
/** The lines of time of the library itself. */
const TIMELINES = ['quy-che-dan-van', 'nghi-quyet-25', 'dan-chu-o-co-so'].map(
  (slug) => `dong-thoi-gian/${slug}.html`,
);

/** In points; the numbers of the arrows are the smallest. */
const SMALLEST_TYPE = 6;

/** Words that stand out of their box, and links that lead nowhere. */
function unsoundBoxes(page: Page): Promise<string[]> {
  return page.$$eval('.dg-box', (boxes) =>
    boxes.flatMap((box) => {
      const outer = box.querySelector('rect')?.getBoundingClientRect();
      const out = [...box.querySelectorAll('text')].filter((text) => {
        const inner = text.getBoundingClientRect();
        return (
          !outer ||
          inner.left < outer.left ||
          inner.right > outer.right ||
          inner.top < outer.top ||
          inner.bottom > outer.bottom
        );
      });
      return out.map(({ textContent }) => textContent);
    }),
  );
}

describe('a comparison of two full texts', () => {
  inEveryBrowser(
    ({ open }) => {
      test('sets provision beside provision, and takes no typography for a change', async () => {
        const page = await open(WORDS);
        const rows = await page.$$eval('.compare-row:not([data-group])', (all) =>
          all.map((row) => {
            const names = [...row.querySelectorAll('h4 a')].map(({ textContent }) => textContent);
            return `${names.join(' → ')}: ${row.getAttribute('data-change') ?? ''}`;
          }),
        );
        expect(rows).toEqual([
          'Điều 1 → Điều 1: same',
          'Điều 2 → Điều 2: changed',
          'Điều 4 → Điều 3: same',
          'Điều 5: dropped',
          'Điều 4: new',
          'Điều 3 → Điều 5: same',
          'Điều 6: new',
        ]);
        const contents = await page.$$eval('.compare-contents dd', (all) =>
          all.map(({ textContent }) => textContent.trim()),
        );
        expect(contents).toEqual(['Điều 2', 'Điều 5', 'Điều 4; Điều 6']);
        const marked = (tag: string) =>
          page.$$eval(`[data-change="changed"] ${tag}`, (all) =>
            all.map(({ textContent }) => textContent),
          );
        expect(await marked('del')).toEqual(['bỏ: năm', 'bỏ: 15']);
        expect(await marked('ins')).toEqual(['thêm: sáu', 'thêm: 20']);
      });

      test('is linked from both documents', async () => {
        for (const slug of ['31-qdi-tv-2034', '47-qdi-tv-2037']) {
          const page = await open(`van-ban/${slug}.html`);
          expect(await page.$$(`#quan-he a[href="../${WORDS}"]`)).toHaveLength(1);
          expect(await unsoundBoxes(page)).toEqual([]);
        }
      });
    },
    { site: 'full-text' },
  );

  inEveryBrowser(
    ({ root, openBlank }) => {
      test('can be narrowed to what has changed, without scripts', async () => {
        const page = await openBlank();
        await page.setJavaScriptEnabled(false);
        await page.goto(root() + WORDS);
        const shown = () =>
          page.$$eval(
            '.compare-row[data-change="same"]',
            (rows) => rows.filter((row) => row.getClientRects().length > 0).length,
          );
        expect(await shown()).toBeGreaterThan(2);
        await page.click('label[for="chi-thay-doi"]');
        expect(await shown()).toBe(0);
        expect(await page.$$('.compare-row[data-change="changed"]')).not.toHaveLength(0);
      });
    },
    { site: 'full-text', browsers: ['chromium', 'chromium-109'], transports: ['file'] },
  );
});

inEveryBrowser(
  ({ open }) => {
    test('what is known without full texts has its sources and leads to provisions', async () => {
      const page = await open(KNOWN);
      const rows = await page.$$eval('.known-rows tbody tr', (all) =>
        all.map((row) => ({
          change: row.getAttribute('data-change'),
          sources: [...row.querySelectorAll('.marks a')].map((a) => a.getAttribute('href')),
          places: [...row.querySelectorAll('td a')].map((a) => a.getAttribute('href')),
        })),
      );
      const document = '../van-ban/901-qd-tv-2033.html';
      expect(rows).toEqual([
        { change: 'unknown', sources: ['#nguon-1'], places: [`${document}#kt`] },
        { change: 'changed', sources: ['#nguon-1', '#nguon-2'], places: [`${document}#kt-d2-1`] },
      ]);
      expect(await page.$$('.compare-row')).toHaveLength(0);
    });

    test('a line of time says in words what it draws', async () => {
      const page = await open(TIMELINE);
      const drawn = await page.$$eval('.dg-edge', (all) =>
        all.map((text) => text.lastChild?.textContent ?? ''),
      );
      const told = await page.$$eval('.family-table li', (all) =>
        all.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
      );
      expect(drawn.length).toBeGreaterThan(2);
      expect(told).toHaveLength(drawn.length);
      drawn.forEach((label, at) => {
        expect(told[at]).toMatch(new RegExp(`^${label} `));
        expect(told[at]).toMatch(/Nguồn: \S|chưa có nguồn xác minh/);
      });
      expect(await unsoundBoxes(page)).toEqual([]);
    });
  },
  { transports: ['file'] },
);

/** In points. */
const A4_LANDSCAPE = { width: 841.9, height: 595.3 };
/** Chromium takes the sheet of the page; Firefox is told. */
const SHEET = { preferCSSPageSize: true, format: 'A4', landscape: true } as const;

describe('the lines of time of the library', () => {
  inEveryBrowser(
    ({ open }) => {
      test.each(TIMELINES)('%s keeps its words in their boxes', async (path) => {
        const page = await open(path);
        expect(await page.$$('a.dg-box')).not.toHaveLength(0);
        expect(await unsoundBoxes(page)).toEqual([]);
      });
    },
    { site: 'library', transports: ['file'] },
  );

  inEveryBrowser(
    ({ open }) => {
      test.each(TIMELINES)('%s goes on one sheet of A4, in type that can be read', async (path) => {
        const data = await (await open(path)).pdf(SHEET);
        const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
        expect(pdf.numPages).toBe(1);
        const sheet = await pdf.getPage(1);
        const [, , width = 0, height = 0] = sheet.view;
        expect(Math.abs(width - A4_LANDSCAPE.width)).toBeLessThan(1);
        expect(Math.abs(height - A4_LANDSCAPE.height)).toBeLessThan(1);
        const { items } = await sheet.getTextContent();
        const sizes = items.flatMap((item) =>
          'height' in item && item.str.trim() !== '' ? [item.height] : [],
        );
        expect(sizes.length).toBeGreaterThan(20);
        expect(Math.min(...sizes)).toBeGreaterThan(SMALLEST_TYPE);
      });
    },
    { site: 'library', browsers: ['chromium', 'firefox'], transports: ['file'] },
  );
});
