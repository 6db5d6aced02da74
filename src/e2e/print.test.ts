import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

/** A sheet as a reader sees it: its lines from top to bottom. */
type Sheet = string[];

const LAW = 'van-ban/5-2031-qh20.html';
/** How the foot of every page begins. */
const FOOT = 'Bản tổng hợp để tra cứu';
const LONG_LAW = 'van-ban/6-2034-qh20.html';
/** A label that begins a unit with a heading. */
const HEADING = /^(?:Phần|Chương|Mục|Tiểu mục|Điều) \S+/u;

/** Further right than this, in points, stand addresses alone. */
const MARGIN = 500;

/** Sheets with what stands in their margin, line by line, apart. */
async function printMargins(page: Page): Promise<{ lines: Sheet; margin: Set<string> }[]> {
  const sheets = await readSheets(page);
  return sheets.map((items) => ({
    lines: linesOf(items),
    margin: new Set(linesOf(items.filter(({ x }) => x > MARGIN)).map(squeeze)),
  }));
}

async function printSheets(page: Page): Promise<Sheet[]> {
  return (await readSheets(page)).map(linesOf);
}

interface Item {
  text: string;
  x: number;
  y: number;
}

function linesOf(items: readonly Item[]): Sheet {
  const lines = new Map<number, string>();
  for (const { text, y } of items)
    lines.set(y, `${lines.get(y) ?? ''} ${text}`.replace(/\s+/g, ' ').trim());
  return [...lines].sort(([a], [b]) => b - a).map(([, text]) => text.normalize('NFC'));
}

async function readSheets(page: Page): Promise<Item[][]> {
  const data = await page.pdf({ format: 'A4' });
  const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [x, y] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))];
        return [{ text: item.str, x, y }];
      });
    }),
  );
}

/** Text without what a font may do to spaces and hyphens. */
const squeeze = (text: string) => text.replace(/\s+/g, '').replace(/\u2010/g, '-');

describe('paper', () => {
  inEveryBrowser(
    ({ open, browserName }) => {
      // Firefox draws bold letters of a variable font as shapes: they are seen, but are no text.
      const hasBold = browserName !== 'firefox';

      test('every sheet names the document, its date and its status', async () => {
        const sheets = await printSheets(await open(LAW));
        expect(sheets.length).toBeGreaterThan(2);
        // Firefox cannot keep the foot of the page, which is no part of the document, with what it follows.
        const isFoot = (lines: Sheet) => squeeze(lines.join(' ')).startsWith(squeeze(FOOT));
        for (const lines of browserName === 'firefox' && isFoot(sheets.at(-1) ?? [])
          ? sheets.slice(0, -1)
          : sheets) {
          const head = squeeze(lines.slice(0, 3).join(' '));
          if (hasBold) expect(head).toContain(squeeze('Luật 5/2031/QH20'));
          expect(head).toContain(squeeze('ngày 20/5/2031'));
          expect(head).toContain(squeeze('Chưa xác minh hiệu lực'));
        }
      });

      test('each unit has its address beside it, and nothing is left to press', async () => {
        const page = await open(LAW);
        const ids = await page.$$eval('[data-label]', (units) => units.map(({ id }) => id));
        const text = squeeze((await printSheets(page)).flat().join(' '));
        expect(ids.length).toBeGreaterThan(20);
        expect(ids.filter((id) => !text.includes(`#${id}`))).toEqual([]);
        for (const words of ['Mục lục', 'Sao chép', 'Thêm vào giỏ', 'Cỡ chữ', 'Quay lại', 'A+'])
          expect(text).not.toContain(squeeze(words));
      });

      test.each([LAW, LONG_LAW])(
        'in %s no address is left on a sheet without its unit',
        async (path) => {
          const page = await open(path);
          const units = await page.$$eval('.doc-text [data-label]', (all) =>
            all.flatMap((unit) => {
              const block = unit.matches('p')
                ? unit
                : unit.querySelector(':scope > p:not([data-chrome], [data-label])');
              const own = block?.cloneNode(true);
              if (!(own instanceof HTMLElement)) return [];
              for (const part of own.querySelectorAll('b, strong, [data-chrome]')) part.remove();
              const text = own.textContent.replace(/\s+/g, ' ').trim();
              return text.length < 12 ? [] : [{ id: unit.id, text: text.slice(0, 24) }];
            }),
          );
          const sheets = (await printMargins(page)).map(({ lines, margin }) => ({
            margin,
            text: squeeze(lines.join(' ')),
          }));
          expect(units.length).toBeGreaterThan(15);
          const stray = units.filter(({ id, text }) => {
            const sheet = sheets.find(({ margin }) => margin.has(`#${id}`));
            return !sheet?.text.includes(squeeze(text));
          });
          expect(stray).toEqual([]);
        },
      );

      // In Firefox headings are no text; seen by eye, only their addresses can stay behind.
      test.runIf(hasBold)('no sheet ends with a heading', async () => {
        const sheets = await printSheets(await open(LAW));
        const last = sheets.map((lines) => lines.filter((line) => !line.startsWith('#')).at(-1));
        expect(last.filter((line) => HEADING.test(line ?? ''))).toEqual([]);
      });
    },
    { site: 'full-text', browsers: ['chromium', 'firefox'], transports: ['file'] },
  );
});
