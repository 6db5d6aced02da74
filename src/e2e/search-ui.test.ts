import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

/** State of the page of results, as its contract has it. */
async function results(page: Page): Promise<{ state: string; docs: string[]; status: string }> {
  await page.waitForSelector('html[data-search-state="done"], html[data-search-state="error"]');
  return page.evaluate(() => ({
    state: document.documentElement.dataset.searchState ?? '',
    docs: [...document.querySelectorAll<HTMLElement>('#ket-qua > li')].map(
      ({ dataset }) => dataset.doc ?? '',
    ),
    status: document.querySelector('[role="status"]')?.textContent ?? '',
  }));
}

/** What the keyboard is on. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.closest('li')?.dataset.doc ?? activeElement?.tagName.toLowerCase() ?? '';
  });
}

async function openDialog(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type(query);
  await page.waitForFunction(() =>
    /\d/.test(document.querySelector('dialog [role="status"]')?.textContent ?? ''),
  );
}

inEveryBrowser(({ root, open }) => {
  test('the page of results answers an address', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('quy chế khối xóm')}`);
    const { state, docs, status } = await results(page);
    expect(state).toBe('done');
    expect(docs[0]).toBe('901-qd-tv-2033');
    expect(status).toMatch(new RegExp(`^${docs.length} `));
    const href = await page.$eval('#ket-qua > li > a', (link) => link.href);
    expect(href.startsWith(`${root()}van-ban/901-qd-tv-2033.html`)).toBe(true);
  });

  test('documents stand there before their texts are read, and stay on their row', async () => {
    const page = await open('tim-kiem.html');
    const early = await page.evaluate(async (query) => {
      const root = document.documentElement;
      const list = document.querySelector('#ket-qua');
      const field = document.querySelector<HTMLInputElement>('main input[name="q"]');
      if (!list || !field) throw new Error('no search on the page');
      const seen: { doc: string; excerpts: number; state: string }[] = [];
      const full = new Promise<void>((resolve) => {
        new MutationObserver(() => {
          const state = root.dataset.searchState ?? '';
          const doc = list.querySelector<HTMLElement>('li')?.dataset.doc ?? '';
          seen.push({ doc, excerpts: list.querySelectorAll('.hit-excerpt').length, state });
          if (seen.length === 1) list.querySelector('a')?.focus();
          if (state === 'done') resolve();
        }).observe(list, { childList: true });
      });
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await full;
      return seen;
    }, 'quy chế khối xóm');
    const { docs } = await results(page);
    expect(early.length).toBeGreaterThan(1);
    expect(early[0]).toEqual({ doc: '901-qd-tv-2033', excerpts: 0, state: 'loading' });
    expect(docs[0]).toBe('901-qd-tv-2033');
    expect(await focused(page)).toBe('901-qd-tv-2033');
  });

  test.each([
    ['trưởng xóm gần dân khéo vận động', 'Tóm lược của thư viện: Nói ai làm việc ở khối xóm'],
    ['hết năm 2034', 'Ghi chú của thư viện: Hết năm 2034'],
  ])('whose words the excerpt for “%s” is can be seen', async (query, start) => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent(query)}`);
    await results(page);
    const excerpt = await page.$eval('#ket-qua > li .hit-excerpt', (part) => part.textContent);
    expect(excerpt.startsWith(start), excerpt).toBe(true);
  });

  test('a replaced document is marked and names its successor', async () => {
    const page = await open('tim-kiem.html?q=880%20qd%20tv');
    expect((await results(page)).docs[0]).toBe('880-qd-tv-2031');
    const hit = await page.$eval('#ket-qua > li', (item) => ({
      status: item.querySelector('.status')?.textContent.trim(),
      links: [...item.querySelectorAll('a')].map((link) => link.href.split('/').pop()),
    }));
    expect(hit.status).toBe('Đã bị thay thế');
    expect(hit.links).toContain('901-qd-tv-2033.html');
  });

  test('filters narrow the answer, the address keeps them, and they can be dropped', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('khối xóm')}`);
    const before = (await results(page)).docs;
    await page.goto(`${page.url()}&loai=quyet-dinh`);
    const narrowed = (await results(page)).docs;
    expect(narrowed.length).toBeGreaterThan(0);
    expect(narrowed.length).toBeLessThan(before.length);
    expect(await page.$eval('input[value="quyet-dinh"]', ({ checked }) => checked)).toBe(true);
    await page.$eval('.filters-side [data-clear]', (button) => {
      (button as HTMLElement).click();
    });
    await page.waitForFunction(
      (count) => document.querySelectorAll('#ket-qua > li').length === count,
      {},
      before.length,
    );
  });

  test.each([
    ['999-QĐ/TV', /^Thư viện chưa có văn bản “999-QĐ\/TV”\./],
    ['901-QĐ/TV năm 2031', /^Trong các văn bản “901-QĐ\/TV” của thư viện, .*“năm 2031”\./],
    ['Điều 77 Quyết định 901-QĐ/TV', /^Thư viện chưa có “Điều 77” của Quyết định 901-QĐ\/TV\./],
    ['quy che khoi xonm', /Không thấy đúng như đã gõ; đây là kết quả cho “quy che khoi xom”\.$/],
  ])('%s: says that the answer is not what was asked for', async (query, notice) => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent(query)}`);
    const { state, status } = await results(page);
    expect(state).toBe('done');
    expect(status).toMatch(notice);
  });

  test('pages in our own words and comparisons are named before the documents', async () => {
    const page = await open(`tim-kiem.html?q=${encodeURIComponent('880 và 901')}`);
    await results(page);
    const links = await page.$$eval('[data-pages]:not([hidden]) a', (all) =>
      all.map(({ href, textContent }) => [href, textContent]),
    );
    const address = `${root()}doi-chieu/880-qd-tv-2031--901-qd-tv-2033.html`;
    expect(links).toEqual([[address, 'Đối chiếu Quyết định 880-QĐ/TV và Quyết định 901-QĐ/TV']]);
    await page.goto(`${root()}tim-kiem.html?q=${encodeURIComponent('đối chiếu họp xóm')}`);
    await results(page);
    const [row] = await page.$$eval('[data-pages]:not([hidden]) a', (all) =>
      all.map(({ href }) => href),
    );
    expect(row).toBe(`${address}#dong-2`);
  });

  test('nothing found says so and shows the way to the list', async () => {
    const page = await open('tim-kiem.html?q=qqqq');
    const { docs, status } = await results(page);
    expect(docs).toEqual([]);
    expect(status).toContain('qqqq');
    const shown = await page.$$eval('[data-shown-when]', (all) =>
      all
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => one.getAttribute('data-shown-when')),
    );
    expect(shown).toEqual(['none']);
  });

  test('what is searched for is text, never markup', async () => {
    const query = '<img src=x onerror=alert(1)>';
    const page = await open(`tim-kiem.html?q=${encodeURIComponent(query)}`);
    await results(page);
    expect(await page.$$('main img')).toEqual([]);
    expect(await page.$eval('#tim', (field) => (field as HTMLInputElement).value)).toBe(query);
  });

  test('the dialog is used by keyboard alone', async () => {
    const page = await open('index.html');
    await openDialog(page, 'quy che khoi xom');
    expect(await focused(page)).toBe('input');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('901-qd-tv-2033');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('input');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toContain('/van-ban/901-qd-tv-2033.html');
  });

  test('Esc closes the dialog at once and gives the focus back', async () => {
    const page = await open('index.html');
    await page.focus('a[data-opens-search]');
    await openDialog(page, 'xom');
    await page.keyboard.press('Escape');
    expect(await page.$('dialog[open]')).toBeNull();
    const back = await page.evaluate(() =>
      document.activeElement?.hasAttribute('data-opens-search'),
    );
    expect(back).toBe(true);
  });

  test('Ctrl+K opens it from a field, Enter leads to all results', async () => {
    const page = await open('index.html');
    await page.focus('#tim');
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.type('xóm');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(decodeURIComponent(page.url())).toContain('tim-kiem.html?q=xóm');
    expect((await results(page)).state).toBe('done');
  });
});
