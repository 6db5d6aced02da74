import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { wake } from './harness/wake.ts';

/** Documents shown in the list, in its order. */
function shownDocuments(page: Page): Promise<string[]> {
  return page.$$eval('table tbody tr', (rows) =>
    rows
      .filter((row) => row.getClientRects().length > 0)
      .map((row) => row.querySelector('a')?.getAttribute('href') ?? '')
      .filter((href) => href !== '')
      .map((href) => href.replace(/^van-ban\/|\.html$/g, '')),
  );
}

inEveryBrowser(({ open, root }) => {
  test('the list shows every document, newest first, namesakes last', async () => {
    const page = await open('van-ban.html');
    expect(await shownDocuments(page)).toEqual([
      '3-hd-tv-2035',
      '7-2035-qd-ubnd',
      '15-kh-ubnd-2034',
      'dieu-le-hoi-dong-tam-2034',
      '901-qd-tv-2033',
      '25-nq-tv-2032',
      '880-qd-tv-2031',
      '25-nq-tv-2036',
    ]);
  });

  test('it filters and sorts, and the address keeps the choice', async () => {
    const page = await open('van-ban.html');
    await page.select('select[name="loai"]', 'quyet-dinh');
    await page.select('select[name="xep"]', 'cu');
    const expected = ['880-qd-tv-2031', '901-qd-tv-2033', '7-2035-qd-ubnd'];
    expect(await shownDocuments(page)).toEqual(expected);
    expect(await page.$eval('[role="status"]', ({ textContent }) => textContent)).toMatch(/^3 /);
    await page.goto(page.url());
    expect(await shownDocuments(page)).toEqual(expected);
  });

  test('for a day of the past it keeps what held or may have held, and says which', async () => {
    const page = await open('van-ban.html');
    await page.goto(`${root()}van-ban.html?ngay=2033-01-01`);
    await wake(page);
    const shown = await shownDocuments(page);
    expect(shown).toContain('880-qd-tv-2031');
    expect(shown).not.toContain('901-qd-tv-2033');
    const saidOf = (slug: string) =>
      page.$eval(
        `a[href$="${slug}.html"]`,
        (link) => link.closest('tr')?.querySelector('.status-then')?.textContent,
      );
    expect(await saidOf('880-qd-tv-2031')).toBe('Ngày 01/01/2033: có hiệu lực');
    await page.$eval('[name="ngay"]', (field) => {
      (field as HTMLInputElement).value = '2033-04-02';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const later = await shownDocuments(page);
    expect(later).toContain('901-qd-tv-2033');
    expect(later).not.toContain('880-qd-tv-2031');
    expect(await page.$eval('[data-as-of]', (note) => note.getClientRects().length)).toBe(1);
    await page.click('form [data-clear]');
    expect(await shownDocuments(page)).toContain('880-qd-tv-2031');
    expect(await page.$('.status-then')).toBeNull();
  });

  test('it finds words with or without their marks', async () => {
    const page = await open('van-ban.html');
    for (const words of ['doi thoai', 'đối thoại', 'đối thoại']) {
      await page.goto(`${root()}van-ban.html?q=${encodeURIComponent(words)}`);
      expect(await shownDocuments(page)).toEqual(['15-kh-ubnd-2034']);
    }
  });

  test('a title has room for several words at every width', async () => {
    const page = await open('van-ban.html');
    for (const width of [320, 360, 768, 1024, 1151, 1152, 1280]) {
      await page.setViewport({ width, height: 800 });
      const cells = await page.$$eval('.doc-table td:nth-child(2)', (all) =>
        all.map((cell) => cell.clientWidth),
      );
      expect(Math.min(...cells), `${width} px`).toBeGreaterThan(200);
    }
  });

  test('what fits nothing says so and offers the way back', async () => {
    const page = await open('van-ban.html?q=xyz');
    expect(await shownDocuments(page)).toEqual([]);
    await wake(page);
    await page.click('[data-empty] [data-clear]');
    expect(await shownDocuments(page)).toHaveLength(8);
  });
});
