import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

const GUIDE = 'chi-dan.html';
const NOTION = 'khai-niem/trong-xom.html';
const LESSON = 'bai-giang/truong-xom.html';
const DOCUMENT = 'van-ban/901-qd-tv-2033.html';

/** What a reader sees of an element, white space aside. */
const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.replace(/\s+/g, ' '));

describe('a lesson', () => {
  inEveryBrowser(({ open }) => {
    test('goes into the tray as a whole, in its order, and only once', async () => {
      const page = await open(LESSON);
      const press = async () => {
        await page.waitForSelector('lesson-handout button:not([hidden])');
        await page.$eval('lesson-handout button', (button) => {
          (button as HTMLElement).click();
        });
      };
      await press();
      await page.waitForFunction(() => document.querySelector('.tray-count')?.textContent === '3');
      expect(await textOf(page, 'lesson-handout [role="status"]')).toContain('Đã thêm 3 mục');
      await press();
      await page.waitForFunction(
        () =>
          document
            .querySelector('lesson-handout [role="status"]')
            ?.textContent.startsWith('Đã thêm 0 mục') === true,
      );
      await Promise.all([
        page.waitForNavigation(),
        page.$eval('lesson-handout a', (link) => {
          (link as HTMLElement).click();
        }),
      ]);
      await page.waitForSelector('.tray-item');
      const keys = await page.$$eval('.tray-item', (rows) =>
        rows.map((row) => row.getAttribute('data-key')),
      );
      expect(keys).toEqual(['901-qd-tv-2033#kt-d2-2', '901-qd-tv-2033#d1', '880-qd-tv-2031']);
      expect(await textOf(page, 'main')).toContain('đã bị thay thế');
      await page.$eval('.tray-buttons button:last-child', (button) => {
        (button as HTMLElement).click();
      });
      await page.waitForFunction(() => document.querySelector('.tray-item') === null);
    });
  });
});

describe('what is told in our own words', () => {
  inEveryBrowser(
    ({ open }) => {
      test('is found from one page', async () => {
        const page = await open('cam-nang.html');
        const links = await page.$$eval('main dl a', (all) =>
          all.map((link) => link.getAttribute('href')),
        );
        expect(links).toEqual([
          'chi-dan.html',
          'khai-niem/trong-xom.html',
          'bai-giang/truong-xom.html',
          'doi-chieu.html',
          'dong-thoi-gian/khoi-xom.html',
          ...['huong-dan.html', 'gioi-thieu.html', 'quy-uoc-trich-dan.html'],
        ]);
      });

      test('a guide is filled from the records', async () => {
        const page = await open(GUIDE);
        const standing = await textOf(page, '.standing');
        expect(standing).toContain('Còn hiệu lực');
        expect(standing).toContain('Thay thế: Quyết định 880-QĐ/TV');
        const citations = await page.$$eval('blockquote', (all) =>
          all.map((quote) => quote.textContent.replace(/\s+/g, ' ').trim()),
        );
        expect(citations[0]).toContain('khoản 2, Điều 2');
        expect(citations[1]).toContain('đã bị thay thế bởi Quyết định 901-QĐ/TV (2033)');
        const text = await textOf(page, 'main');
        expect(text).toContain('prose-cites-ended');
        expect(text).not.toMatch(/\{[a-z]+\}/);
      });

      test('a notion is found by its words, beside the documents', async () => {
        const page = await open('tim-kiem.html?q=phong%20cach%20trong%20xom');
        await page.waitForSelector('html[data-search-state="done"]');
        const named = await page.$eval('search-results [data-pages]', (place) => ({
          text: (place as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
          href: place
            .querySelector('a')
            ?.getAttribute('href')
            ?.replace(/^.*\/khai-niem/, ''),
        }));
        expect(named).toEqual({
          text: 'Khái niệm, bài viết: Trọng xóm, gần xóm',
          href: '/trong-xom.html',
        });
      });

      test('a notion and a lesson are named where they lead to', async () => {
        const page = await open(DOCUMENT);
        const text = await textOf(page, '#dung-trong');
        expect(text).toContain('Trọng xóm, gần xóm (Điều 2)');
        expect(text).toContain('Việc của Trưởng xóm (khoản 2 Điều 2, Điều 1)');
      });

      test('a notion tells what it means, since when and on what it rests', async () => {
        const text = await textOf(await open(NOTION), 'main');
        expect(text).toContain('không phải một văn bản');
        expect(text).toContain('Điều 2, Quyết định 901-QĐ/TV');
        expect(text).toContain('Đã bị thay thế');
      });
    },
    { browsers: ['chromium'], transports: ['http'] },
  );
});
