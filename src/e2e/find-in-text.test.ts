import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { violations } from './harness/axe.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { wake } from './harness/wake.ts';

const LAW = 'van-ban/5-2031-qh20.html';
const LONG_LAW = 'van-ban/6-2034-qh20.html';
const FIELD = '.toc-go input';
const WIDE = { width: 1280, height: 800 };

/** The list that stands in place of the contents. */
const LIST = '.toc-head + div';

/** Type words, and wait for what is said of them. */
async function search(page: Page, words: string): Promise<string> {
  await page.focus(FIELD);
  await page.waitForSelector(LIST);
  const before = await said(page);
  await page.keyboard.type(words);
  await page.waitForFunction(
    (old) => document.querySelector('.toc-go output')?.textContent !== old,
    {},
    before,
  );
  return said(page);
}

const said = (page: Page) => page.$eval('.toc-go output', ({ textContent }) => textContent);

/** The marked place that the reader was led to, and the provision that it is in. */
const place = (page: Page) =>
  page.evaluate(() => {
    const marks = [...document.querySelectorAll('.doc-main mark.is-current')];
    const { top, bottom } = marks[0]?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return {
      text: marks.map(({ textContent }) => textContent).join(''),
      unit: marks[0]?.closest('[id]')?.id,
      isInSight: top > 0 && bottom < innerHeight,
    };
  });

inEveryBrowser(
  ({ open }) => {
    test('words typed before the script has come are found when it has', async () => {
      const page = await open(LAW);
      await page.setViewport(WIDE);
      // In one step, so that the script, which the focus asks for, hears nothing of the typing.
      await page.$eval(FIELD, (field) => {
        field.focus();
        field.value = 'thu vien thon';
      });
      await page.waitForFunction(
        () =>
          document.querySelector('.toc-go output')?.textContent === '5 chỗ trong 4 điều, khoản.',
      );
    });

    test('words are listed by provision and gone through by keys; Esc undoes all of it', async () => {
      const page = await open(LAW);
      await page.setViewport(WIDE);
      const text = await page.$eval('.doc-text', ({ textContent }) => textContent);
      expect(await search(page, 'thu vien thon')).toBe('5 chỗ trong 4 điều, khoản.');
      const rows = await page.$$eval(`${LIST} > ol > li`, (groups) =>
        groups.map((group) => [...group.querySelectorAll('a')].map((link) => link.textContent)),
      );
      expect(rows[0]?.[0]).toBe('khoản 1 Điều 2 · Giải thích từ ngữ');
      expect(rows[0]?.[1]).toContain('Thư viện thôn là thư viện đặt tại nhà văn hóa thôn.');
      expect(rows[2]).toHaveLength(3);

      await page.keyboard.press('Enter');
      expect(await place(page)).toEqual({ text: 'Thư viện thôn', unit: 'd2-1', isInSight: true });
      await page.keyboard.press('Enter');
      expect(await place(page)).toMatchObject({ unit: 'c2-m1', isInSight: true });
      await page.keyboard.down('Shift');
      await page.keyboard.press('F8');
      await page.keyboard.up('Shift');
      expect(await place(page)).toMatchObject({ unit: 'd2-1' });
      expect(await page.$eval('[data-found-words] span', ({ textContent }) => textContent)).toBe(
        'Chỗ 1 trong 5 chỗ có “thu vien thon”. khoản 1 Điều 2.',
      );
      await page.keyboard.press('Escape');
      const end = await page.evaluate(() => ({
        marks: document.querySelectorAll('article mark').length,
        top: scrollY,
        contents: document.querySelector('.toc-sections')?.getClientRects().length,
        value: document.querySelector<HTMLInputElement>('.toc-go input')?.value,
      }));
      expect(end).toEqual({ marks: 0, top: 0, contents: 1, value: '' });
      expect(await page.$eval('.doc-text', ({ textContent }) => textContent)).toBe(text);
    });

    test('on a telephone a hit closes the sheet and has the focus; Esc gives it back', async () => {
      const page = await open(LAW);
      await page.setViewport({ width: 360, height: 640 });
      await page.click('.toc-open');
      await wake(page);
      await search(page, 'Đọc sách');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await place(page)).toEqual({ text: 'Đọc sách', unit: 'd3-0-c', isInSight: true });
      expect(await page.evaluate(() => document.activeElement?.matches('mark'))).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('toc-open');
    });
  },
  { site: 'full-text' },
);

inEveryBrowser(
  ({ open, openBlank, root }) => {
    test('what is not there is said, with the way to look in the whole library', async () => {
      const page = await open(LAW);
      await page.setViewport(WIDE);
      expect(await search(page, 'máy bay “giấy”')).toContain('Không thấy “máy bay “giấy””');
      const link = `${LIST} a`;
      expect(await page.$eval(link, (a) => new URL(a.href).search)).toBe(
        `?q=${encodeURIComponent('máy bay “giấy”').replaceAll('%20', '+')}`,
      );
      await page.keyboard.press('Escape');
      expect(await search(page, 'khoản 2 điều 2')).toBe('Bấm Enter để tới khoản 2 Điều 2.');
    });

    test('footnotes, tables and annexes are looked through; a phrase stays together', async () => {
      const page = await open('van-ban/901-qd-tv-2031.html');
      await page.setViewport(WIDE);
      const all = await page.$$eval('.doc-text td, .footnote p', (parts) =>
        parts.map((part) => ({
          isNote: part.matches('.footnote p'),
          words: part.textContent.trim().split(/\s+/).slice(0, 3).join(' '),
        })),
      );
      for (const isNote of [true, false]) {
        const words = all.find(
          (one) => one.isNote === isNote && /^\p{L}{2}/u.test(one.words),
        )?.words;
        await search(page, `"${words ?? ''}"`);
        await page.keyboard.press('Enter');
        expect((await place(page)).text).toContain(words);
        await page.keyboard.press('Escape');
      }
    });

    test('in a long law typing stays free, and the list grows as it is gone through', async () => {
      const page = await open(LONG_LAW);
      await page.setViewport(WIDE);
      await search(page, 'viec thu');
      const count = await page.$$eval(`${LIST} mark`, (marks) => marks.length);
      expect(count).toBe(60);
      expect(await page.$$eval('.doc-text mark', (marks) => marks.length)).toBe(0);
      await page.$eval(`${LIST} > button`, (more) => {
        (more as HTMLElement).click();
      });
      expect(await page.$$eval(`${LIST} mark`, (marks) => marks.length)).toBe(120);
    });

    test.each(['light', 'dark'])('axe finds nothing in the list of places, %s', async (scheme) => {
      const page = await openBlank();
      await page.setViewport(WIDE);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(root() + LAW);
      await search(page, 'thu vien');
      await page.keyboard.press('Enter');
      expect(await violations(page)).toEqual([]);
    });
  },
  { site: 'full-text', browsers: ['chromium'], transports: ['http'] },
);
