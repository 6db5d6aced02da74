import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { results } from './harness/results.ts';

/** Query → the first result, and why. */
const QUERIES: readonly [string, string, string][] = [
  ['901-QĐ/TV', '901-qd-tv-2033', 'the number as printed'],
  ['901 qd tv', '901-qd-tv-2033', 'the number as typed'],
  ['quyet dinh 880', '880-qd-tv-2031', 'type and number'],
  ['25-NQ/TV', '25-nq-tv-2032', 'the bearer within the subject first'],
  ['quy che khoi xom', '901-qd-tv-2033', 'a nickname without marks'],
  ['điều lệ đồng tâm', 'dieu-le-hoi-dong-tam-2034', 'words with đ'],
  ['dieu le dong tam', 'dieu-le-hoi-dong-tam-2034', 'the same with d'],
  ['doi thoai', '15-kh-ubnd-2034', 'decomposed letters'],
  ['đường đất đá đổ', '901-qd-tv-2033', 'words of a provision'],
];

inEveryBrowser(({ open, root, openBlank }) => {
  test('from the home page to the place in a document', async () => {
    const page = await open('index.html');
    await page.type('main input[name="q"]', 'ghi so y kien');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const found = await results(page);
    const provision = found.find(({ doc }) => doc === '901-qd-tv-2033');
    expect(provision?.anchor).toBe('kt-d2-1');
    await Promise.all([
      page.waitForNavigation(),
      page.click('#ket-qua > li[data-doc="901-qd-tv-2033"] a'),
    ]);
    expect(page.url()).toMatch(/van-ban\/901-qd-tv-2033\.html[^#]*#kt-d2-1$/);
    expect(await page.$eval(':target', (target) => target.getAttribute('data-label'))).toContain(
      'khoản 1 Điều 2',
    );
  });

  test('the page of results answers by its address', async () => {
    const page = await openBlank();
    for (const [query, expected, reason] of QUERIES) {
      await page.goto(`${root()}tim-kiem.html?q=${encodeURIComponent(query)}`);
      expect((await results(page))[0]?.doc, `${query}: ${reason}`).toBe(expected);
    }
  });

  test('a replaced document is found, marked, and after its successor', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('khối xóm')}`);
    const found = await results(page);
    const docs = found.map(({ doc }) => doc);
    expect(docs).toContain('880-qd-tv-2031');
    expect(docs.indexOf('880-qd-tv-2031')).toBeGreaterThan(docs.indexOf('901-qd-tv-2033'));
    const old = found.find(({ doc }) => doc === '880-qd-tv-2031');
    expect(old?.text).toContain('Đã bị thay thế');
    expect(old?.text).toContain('901-QĐ/TV');
  });

  test('filters narrow the results and stay in the address', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('khối xóm')}&loai=nghi-quyet`);
    const docs = (await results(page)).map(({ doc }) => doc);
    expect(docs).toContain('25-nq-tv-2032');
    expect(docs.filter((doc) => !doc?.includes('-nq-'))).toEqual([]);
  });

  test('what is not there is said, not guessed', async () => {
    const page = await open('tim-kiem.html?q=xyzzyx');
    expect(await results(page)).toEqual([]);
    expect(await page.$eval('main', (main) => main.innerText)).toContain('xyzzyx');
  });

  test.each(['/', 'Control+K'])('the dialog opens with %s and is driven by keys', async (keys) => {
    const page = await open('van-ban.html');
    if (keys === '/') await page.keyboard.press('/');
    else {
      await page.keyboard.down('Control');
      await page.keyboard.press('k');
      await page.keyboard.up('Control');
    }
    await page.waitForSelector('dialog[open]');
    await page.keyboard.type('khoi xom');
    await page.waitForSelector('dialog[open] li[data-doc]');
    await page.waitForFunction(() =>
      /\d/.test(document.querySelector('dialog [role="status"]')?.textContent ?? ''),
    );
    await page.keyboard.press('ArrowDown');
    const focused = await page.evaluate(() =>
      document.activeElement?.closest('li')?.getAttribute('data-doc'),
    );
    expect(focused).toBe('901-qd-tv-2033');
    await page.keyboard.press('Escape');
    expect(await page.$('dialog[open]')).toBeNull();
  });

  test('a chosen result stays chosen when further results arrive', async () => {
    const page = await open('huong-dan.html');
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.type('khoi xom');
    const answered = () =>
      page.waitForFunction(() =>
        /\d/.test(document.querySelector('dialog [role="status"]')?.textContent ?? ''),
      );
    await answered();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = () =>
      page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-doc'));
    const before = await chosen();
    // The same question again: the whole list is made anew.
    await page.evaluate(() => {
      const status = document.querySelector('dialog [role="status"]');
      if (status) status.textContent = '';
      document.querySelector('dialog input')?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await answered();
    expect(before).not.toBeUndefined();
    expect(await chosen()).toBe(before);
  });

  test('Enter in the dialog opens the chosen result', async () => {
    const page = await open('huong-dan.html');
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.type('880-QĐ/TV');
    await page.waitForSelector('dialog[open] li[data-doc="880-qd-tv-2031"]');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toContain('van-ban/880-qd-tv-2031.html');
  });
});
