import axe, { type AxeResults } from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../content/read-content.ts';
import { documentText } from '../importers/docx-text.ts';
import { readDocx } from '../importers/docx/read-docx.ts';
import { buildDocx, level, numbered, paragraph } from '../importers/testing/build-docx.ts';
import { buildZip } from '../importers/testing/build-zip.ts';
import { checkText } from '../lib/citation/check.ts';
import { buildCitationIndex } from '../lib/citation/citation-index.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { inEveryBrowser, type Cell } from './harness/matrix.ts';
import { wake } from './harness/wake.ts';

const CHECKER = 'kiem-tra-trich-dan.html';
const DAY = '2040-05-01';

/** A lecture on what the fixture library holds, right and wrong. */
const SENTENCES = [
  'Theo Quyết định số 901-QĐ/TV, ngày 02/4/2033 của Đảng ủy xã Minh Trí, xóm là nhà chung.',
  'Quyết định số 901-QĐ/TV, ngày 02/4/2035 thì ghi khác.',
  'Trước đó có Quyết định 880-QĐ/TV ngày 10/02/2031.',
  'Tại khoản 2 Điều 2 Quy chế ban hành kèm theo Quyết định 901-QĐ/TV có nêu điều ấy.',
  'Nghị quyết số 25-NQ/TV nói về đối thoại; Nghị quyết số 777-NQ/TV ngày 01/01/2034 thì không.',
  'Điều 45 của Quy chế ban hành kèm theo Quyết định số 901-QĐ/TV không có.',
  'Bà con ngồi dưới gốc đa, kể chuyện ngày mùa, bàn việc đắp đường và chăm vườn hoa của xóm.',
];

/** Some 100 pages: a third of a million characters. */
function lecture(): Buffer {
  const body = Array.from({ length: 4200 }, (_, i) => {
    const sentence = SENTENCES[i % SENTENCES.length] ?? '';
    return i % 60 === 0 ? numbered(`Phần ${i / 60 + 1}`, 1) : paragraph(sentence);
  });
  return buildDocx({
    body: body.join(''),
    numbering:
      `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  });
}

/** Drop a file on the page, as a reader does. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    (fileName: string, base64: string) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      const options = { dataTransfer, bubbles: true, cancelable: true };
      document.querySelector('[data-drop]')?.dispatchEvent(new DragEvent('drop', options));
    },
    name,
    bytes.toString('base64'),
  );
}

const setDay = (page: Page, day: string): Promise<void> =>
  page.$eval(
    '[data-day]',
    (field, value) => {
      (field as HTMLInputElement).value = value;
    },
    day,
  );

/** Put a text into the field and have it checked. */
async function check(page: Page, text: string): Promise<void> {
  await setDay(page, DAY);
  await page.$eval(
    '.checker-form textarea',
    (field, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input'));
    },
    text,
  );
  await page.click('.checker-form button[type=submit]');
  await untilDone(page);
}

const untilDone = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector<HTMLElement>('citation-checker')?.dataset.state === 'idle' &&
      document.querySelector('[data-status]')?.textContent !== '',
  );

const status = (page: Page): Promise<string> =>
  page.$eval('[data-status]', (element) => element.textContent);

/** Everything found, as the rows of the list have it. */
async function found(page: Page): Promise<string[]> {
  await page.select('.checker-filter select', 'all');
  await page.waitForFunction(() => {
    const count = document.querySelector('.checker-filter option:checked')?.textContent;
    const wanted = Number(/\((\d+)\)/.exec(count ?? '')?.[1]);
    return document.querySelectorAll('.checker-item').length === wanted;
  });
  return page.$$eval('.checker-item', (rows) =>
    rows.map((row) => {
      const { start, end, verdict, doc, anchor } = (row as HTMLElement).dataset;
      return [start, end, verdict, doc, anchor].join(' ');
    }),
  );
}

/** The same from the engine in Node, which is the command line's. */
async function expected(text: string, content = 'src/e2e/fixtures/content'): Promise<string[]> {
  const { library } = buildLibrary(await readContent(content));
  return checkText(text, buildCitationIndex(library), { asOf: DAY }).map(
    ({ start, end, verdict, doc, provision }) =>
      [start, end, verdict, doc ?? '', provision ?? ''].join(' '),
  );
}

/** By the switch of the page: no browser but Chromium lets a test say what the machine prefers. */
async function setTheme(page: Page, theme: string): Promise<void> {
  await page.$eval(`theme-switch input[value="${theme}"]`, (radio) => {
    radio.click();
  });
  await wake(page);
}

/** Words of the page on paper, without spaces, which fonts treat as they like. */
async function printed(page: Page): Promise<string> {
  const data = new Uint8Array(await page.pdf({ format: 'A4' }));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const words: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    words.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return squeeze(words.join(''));
}

const squeeze = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/\u2010/g, '-');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

function checkerTests({ open, openUnwatched }: Cell): void {
  test('a text is checked as on the command line, and every citation is marked', async () => {
    const page = await open(CHECKER);
    const text = SENTENCES.join('\n');
    await check(page, text);
    const rows = await found(page);
    expect(rows).toEqual(await expected(text));
    const verdicts = new Set(rows.map((row) => row.split(' ')[2]));
    for (const verdict of ['ok', 'wrong-date', 'superseded', 'ambiguous', 'unknown-document'])
      expect(verdicts).toContain(verdict);
    const marked = await page.$$eval('.checker-found', (marks) =>
      marks.map((mark) => [mark.firstChild?.textContent, mark.querySelector('small')?.textContent]),
    );
    expect(marked).toContainEqual(['Quyết định số 901-QĐ/TV, ngày 02/4/2035', 'sai ngày']);
    expect(marked).toContainEqual(['Quyết định 880-QĐ/TV ngày 10/02/2031', 'đã được thay thế']);
    const shown = await page.$eval('.checker-text', (element) => {
      const copy = element.cloneNode(true) as Element;
      for (const word of copy.querySelectorAll('small')) word.remove();
      return copy.textContent;
    });
    expect(shown).toBe(text);
  });

  test('says what to write instead, and what took a document’s place', async () => {
    const page = await open(CHECKER);
    await check(page, SENTENCES.slice(1, 3).join(' '));
    const rows = await page.$$eval('.checker-item', (all) => all.map((row) => row.textContent));
    expect(rows[0]).toContain('Nên ghiQuyết định số 901-QĐ/TV, ngày 02/4/2033');
    expect(rows[1]).toContain('Thay bằng: Quyết định 901-QĐ/TV, ngày 02/4/2033');
    const targets = await page.$$eval('.checker-item a[target=_blank]', (links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(targets).toContain('van-ban/901-qd-tv-2033.html');
    const corrections = await page.$eval('.checker-corrections', (part) => part.textContent);
    expect(corrections).toContain('1 chỗ chắc chắn sai');
    expect(corrections).toContain('ngày 02/4/2035” → “Quyết định số 901-QĐ/TV, ngày 02/4/2033”');
  });

  test('problems are reached by keyboard, forwards and back', async () => {
    const page = await open(CHECKER);
    await check(page, SENTENCES.slice(0, 3).join(' '));
    const focused = () => page.evaluate(() => document.activeElement?.firstChild?.textContent);
    await page.keyboard.press('F8');
    expect(await focused()).toBe('Quyết định số 901-QĐ/TV, ngày 02/4/2035');
    await page.keyboard.press('F8');
    expect(await focused()).toBe('Quyết định 880-QĐ/TV ngày 10/02/2031');
    await page.keyboard.press('F8');
    expect(await focused()).toBe('Quyết định số 901-QĐ/TV, ngày 02/4/2035');
    await page.keyboard.down('Shift');
    await page.keyboard.press('F8');
    await page.keyboard.up('Shift');
    expect(await focused()).toBe('Quyết định 880-QĐ/TV ngày 10/02/2031');
    expect(await status(page)).toMatch(/^2\/2: đã được thay thế/);
  });

  test('a Word file of 100 pages is checked without holding up the page', async () => {
    const page = await open(CHECKER);
    await setDay(page, DAY);
    const file = lecture();
    await page.evaluate(() => {
      const seen: [said: string, percent: string][] = [];
      const tick = (): void => {
        const said = document.querySelector('[data-status]')?.textContent ?? '';
        const percent = document.querySelector('[data-percent]')?.textContent ?? '';
        seen.push([said, percent]);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      (window as unknown as { seen: typeof seen }).seen = seen;
    });
    await drop(page, 'bai-giang.docx', file);
    await untilDone(page);
    const text = documentText(await readDocx(file));
    expect(text.length).toBeGreaterThan(250_000);
    const frames = await page.evaluate(
      () => (window as unknown as { seen: [said: string, percent: string][] }).seen,
    );
    // On the page itself not one frame would fit between a stage and the next.
    for (const stage of ['đối chiếu trích dẫn', 'trình bày kết quả']) {
      const painted = frames.filter(([said]) => said.includes(stage));
      expect(painted.length, stage).toBeGreaterThan(1);
    }
    const percents = frames.flatMap(([, shown]) => (shown === '' ? [] : [parseInt(shown)]));
    expect(new Set(percents).size).toBeGreaterThan(4);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(await page.$('[data-progress][hidden]')).not.toBeNull();
    expect(await status(page)).toMatch(/^Tệp “bai-giang.docx”: Tìm thấy \d+ trích dẫn/);
    expect(await found(page)).toEqual(await expected(text));
  });

  test('a check can be stopped and begun again', async () => {
    const page = await open(CHECKER);
    await setDay(page, DAY);
    await drop(page, 'bai-giang.docx', lecture());
    await page.waitForFunction(() =>
      document.querySelector('[data-status]')?.textContent.includes('đối chiếu trích dẫn'),
    );
    await page.$eval('[data-cancel]', (button) => {
      (button as HTMLElement).click();
    });
    await page.waitForFunction(() =>
      document.querySelector('[data-status]')?.textContent.includes('Đã dừng'),
    );
    expect(await page.$('.checker-result')).toBeNull();
    await check(page, SENTENCES[0] ?? '');
    expect(await page.$$('.checker-found')).toHaveLength(1);
  });

  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  test.each<[string, () => Buffer, RegExp]>([
    [
      'khoa.docx',
      () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      /mật khẩu/,
    ],
    ['cu.doc', () => Buffer.concat([ole, Buffer.alloc(504)]), /\.doc kiểu cũ/],
    ['bom.docx', () => buildDocx({ body: ' '.repeat(2 ** 25) }), /bung ra quá lớn/],
    ['bang.docx', () => buildZip([{ name: 'xl/a.xml', data: 'a' }]), /không phải tệp Word/],
    ['hong.docx', () => lecture().subarray(0, 2000), /hỏng hoặc chép chưa đủ/],
    ['dai.txt', () => Buffer.alloc(7 * 2 ** 20, 'một hai ba '), /quá 5 triệu ký tự/],
    ['anh.txt', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /không phải tệp chữ/],
    ['ban.pdf', () => Buffer.from('%PDF-1.7'), /Tệp PDF không đọc được/],
    ['rong.txt', () => Buffer.alloc(0), /Tệp rỗng/],
  ])('%s is refused with a remedy', async (name, make, reason) => {
    const page = await open(CHECKER);
    await drop(page, name, make());
    await page.waitForSelector('[data-status] .notice');
    expect(await status(page)).toMatch(reason);
    expect(await page.$('.checker-result')).toBeNull();
  });

  test('a saved page and a text file are read', async () => {
    const page = await open(CHECKER);
    await setDay(page, DAY);
    const html = `<!doctype html><meta charset="utf-8"><p style="color:red">${SENTENCES[1] ?? ''}</p><script>alert(1)</script>`;
    await drop(page, 'bai.html', Buffer.from(html));
    await untilDone(page);
    expect(await page.$eval('.checker-text', (part) => part.textContent)).not.toContain('alert');
    expect(await page.$$('.checker-found[data-rank=error]')).toHaveLength(1);
    await drop(page, 'bai.txt', Buffer.from(SENTENCES[2] ?? ''));
    await page.waitForSelector('.checker-found[data-rank=warning]');
    expect(await status(page)).toContain('bai.txt');
  });

  test('a text without citations, and none at all', async () => {
    const page = await open(CHECKER);
    await wake(page);
    await page.click('.checker-form button[type=submit]');
    expect(await status(page)).toMatch(/^Chưa có bài/);
    await check(page, 'Bà con kể chuyện <b>ngày mùa</b>.');
    expect(await status(page)).toMatch(/^Không tìm thấy trích dẫn/);
    expect(await page.$eval('.checker-text', (part) => part.textContent)).toContain('<b>');
  });

  test('notions lead to their pages, beside citations and alone', async () => {
    const page = await open(CHECKER);
    const notions = () =>
      page.$$eval('.checker-notions li', (rows) =>
        rows.map((row) => [row.dataset.notion, row.querySelector('a')?.getAttribute('href')]),
      );
    const known = [['trong-xom', 'khai-niem/trong-xom.html']];
    await check(page, 'Học phong cách trọng xóm.\nTrọng xóm, gần xóm là nếp.');
    expect(await status(page)).toMatch(/^Không thấy trích dẫn văn bản nào, nhưng bài có nhắc 1 /);
    expect(await notions()).toEqual(known);
    const row = await page.$eval('.checker-notions', (part) => part.textContent);
    expect(row).toContain('không phải chỗ sai');
    expect(row).toContain('“phong cách trọng xóm”, dòng 1, 2 lần.');
    expect(row).toContain('Có từ đâu: Quyết định 901-QĐ/TV (2033).');
    await check(page, `${SENTENCES[0] ?? ''} Trọng xóm, gần xóm.`);
    expect(await status(page)).toMatch(/^Tìm thấy 1 trích dẫn, không thấy chỗ sai/);
    expect(await notions()).toEqual(known);
    await check(page, SENTENCES[0] ?? '');
    expect(await notions()).toEqual([]);
  });

  test('all of it works without a mouse', async () => {
    const page = await open(CHECKER);
    await setDay(page, DAY);
    await page.focus('.checker-form textarea');
    await page.keyboard.type(SENTENCES[1] ?? '');
    const tabTo = async (selector: string): Promise<void> => {
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
      }
      throw new Error(`Tab does not lead to ${selector}`);
    };
    await tabTo('.checker-form button[type=submit]');
    await page.keyboard.press('Enter');
    await untilDone(page);
    await page.keyboard.press('F8');
    await tabTo('.checker-found a');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'muc-0');
    await tabTo('#muc-0 button');
    await tabTo('#muc-0 a[href="#vd-0"]');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('vd-0');
  });

  test.each(['light', 'dark'])('axe, %s', async (theme) => {
    // What axe loads by itself breaks the policy of the page.
    const page = await openUnwatched(CHECKER);
    await setTheme(page, theme);
    await check(page, SENTENCES.join('\n'));
    await found(page);
    expect(await violations(page)).toEqual([]);
    await drop(page, 'rong.txt', Buffer.alloc(0));
    await page.waitForSelector('[data-status] .notice');
    expect(await violations(page)).toEqual([]);
    await setTheme(page, 'auto');
  });

  test('results fit a narrow screen', async () => {
    const page = await open(CHECKER);
    await page.setViewport({ width: 360, height: 800 });
    await check(page, SENTENCES.join('\n'));
    await found(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThan(361);
  });

  test('on paper stands the report, not the form', async () => {
    const page = await open(CHECKER);
    await check(page, SENTENCES.join('\n'));
    await found(page);
    const paper = await printed(page);
    for (const words of [
      'Bài đã dán, xét vào ngày 01/5/2040',
      'Quyết định 880-QĐ/TV',
      'ngày 02/4/2035',
      'Thay bằng: Quyết định 901-QĐ/TV',
    ])
      expect(paper).toContain(squeeze(words));
    for (const words of ['Bài cần kiểm tra', 'Xem trong bài', 'thẻ mới', 'vườn hoa của xóm'])
      expect(paper).not.toContain(squeeze(words));
  });
}

inEveryBrowser(checkerTests, { transports: ['file'] });
// On a server the other browsers check a text in the tests of the kept copy, and quotations below.
inEveryBrowser(checkerTests, { browsers: ['chromium'], transports: ['http'] });

describe('with official texts', () => {
  inEveryBrowser(
    ({ open }) => {
      test('a quotation is held word for word against the provision', async () => {
        const page = await open(CHECKER);
        const unit = 'Khoản 1 Điều 1 Quy chế ban hành kèm theo Quyết định số 901-QĐ/TV';
        await check(
          page,
          `${unit} quy định: “Quy chế áp dụng với thư viện trên 5.000 bản”.\n` +
            `${unit} quy định: “Quy chế áp dụng với thư viện dưới 5.000 bản”.`,
        );
        await found(page);
        const quotations = await page.$$eval('.checker-quotation', (all) =>
          all.map((part) => [
            part.querySelector('del')?.lastChild?.textContent ?? '',
            part.querySelector('ins')?.lastChild?.textContent ?? '',
          ]),
        );
        expect(quotations).toEqual([
          ['trên', 'dưới'],
          ['', ''],
        ]);
        expect(await page.$eval('.checker-items', (list) => list.textContent)).toContain(
          'khớp nguyên văn từng chữ',
        );
      });
    },
    { site: 'full-text' },
  );
});
