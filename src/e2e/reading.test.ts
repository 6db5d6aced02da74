import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

const PAGE = 'van-ban/901-qd-tv-2033.html';
const REPLACED = 'van-ban/880-qd-tv-2031.html';

/** Wide enough for the contents to stand beside the text. */
const WIDE = { width: 1280, height: 800 };

const hash = (page: Page) => page.evaluate(() => location.hash);

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());

/** Wait until the bar names a provision as the one being read. */
const untilReading = (page: Page, label: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('[data-current]')?.textContent === wanted,
    {},
    label,
  );

inEveryBrowser(({ open }) => {
  test('the bar and the contents follow the reader, and step on', async () => {
    const page = await open(`${PAGE}#kt-d1`);
    await untilReading(page, 'Điều 1 (Quy chế kèm theo)');
    expect(await textOf(page, '.toc [aria-current]')).toContain('Điều 1. Phạm vi');
    await page.click('[data-step="next"]');
    await page.waitForFunction(() => location.hash === '#kt-d1a');
  });

  test('what the address names is not hidden under the bar', async () => {
    const page = await open(`${PAGE}#kt-d2-2-dd`);
    const place = await page.evaluate(() => ({
      unit: document.getElementById('kt-d2-2-dd')?.getBoundingClientRect().top ?? 0,
      bar: document.querySelector('reading-bar')?.getBoundingClientRect().bottom ?? 0,
    }));
    expect(place.unit).toBeGreaterThanOrEqual(place.bar);
  });

  test('a typed provision is gone to; d and đ are two', async () => {
    const page = await open(PAGE);
    await page.setViewport(WIDE);
    const go = async (text: string) => {
      await page.type('.toc-go input', text);
      await page.keyboard.press('Enter');
    };
    await go('điểm đ khoản 2 Điều 2');
    expect(await hash(page)).toBe('#kt-d2-2-dd');
    await go('quy che dieu 1a');
    expect(await hash(page)).toBe('#kt-d1a');
    await go('Điều 99');
    expect(await hash(page)).toBe('#kt-d1a');
    expect(await textOf(page, '.toc-go output')).toContain('Không có “Điều 99”');
  });

  test('each permalink says in words where it leads', async () => {
    const page = await open(PAGE);
    const names = await page.$$eval('[data-kind] > a[data-chrome]', (links) =>
      links.map((link) => [link.getAttribute('href'), link.getAttribute('aria-label')]),
    );
    expect(Object.fromEntries(names)).toMatchObject({
      '#d1': 'Liên kết tới Điều 1',
      '#kt-d2-2-d': 'Liên kết tới điểm d khoản 2 Điều 2 (Quy chế kèm theo)',
    });
  });

  test('a provision is cited from the bar, also by its outer units', async () => {
    const page = await open(`${PAGE}#kt-d2-2-d`);
    await page.click('.cite-panel summary');
    await page.waitForSelector('.cite-panel option[value="kt-d2-2-d"]');
    const [own] = await page.$$eval('.cite-panel .cite-text', (all) =>
      all.map((one) => one.textContent),
    );
    expect(own).toMatch(/^điểm d, khoản 2, Điều 2 Quy chế .* ban hành kèm theo Quyết định số 901/);
    const choices = await page.$$eval('.cite-panel option', (all) => all.map((one) => one.value));
    expect(choices.slice(0, 3)).toEqual(['kt-d2-2-d', 'kt-d2-2', 'kt-d2']);
    await page.select('.cite-panel select', '');
    expect(await textOf(page, '.cite-panel .cite-text')).toMatch(/^Quyết định số 901-QĐ\/TV, ngày/);
    await page.keyboard.press('Escape');
  });

  test('a copied citation of a replaced document carries the warning', async () => {
    const page = await open(REPLACED);
    await page.$eval('#vien-dan .text-button', (button) => {
      (button as HTMLElement).click();
    });
    await page.waitForFunction(
      () => document.querySelector('#vien-dan .cite-status')?.textContent !== '',
    );
    const status = await textOf(page, '#vien-dan .cite-status');
    const warning = await textOf(page, '#vien-dan .cite-warning');
    expect(warning).toContain('đã bị thay thế bởi Quyết định 901-QĐ/TV (2033)');
    // A browser may refuse the clipboard; then the text is selected instead.
    const isSelected = status.includes('Ctrl+C');
    const copied = isSelected
      ? await page.evaluate(() => getSelection()?.toString() ?? '')
      : status;
    expect(copied).toContain('Quyết định số 880-QĐ/TV');
    if (!isSelected) expect(copied).toContain(warning);
  });

  test('the place that the address names is marked', async () => {
    const page = await open(`${PAGE}#kt-d2-2-d`);
    const marked = await page.$$eval('[data-kind]', (units) =>
      units.filter((unit) => getComputedStyle(unit).boxShadow !== 'none').map(({ id }) => id),
    );
    expect(marked).toEqual(['kt-d2-2-d']);
  });

  test('what took the document’s place stays in sight wherever one reads', async () => {
    const page = await open(`${REPLACED}#nguon`);
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    const link = await page.$eval('.reading-bar-name a[href*="901-qd-tv-2033"]', (one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return { text: one.textContent, isInSight: top >= 0 && bottom <= innerHeight };
    });
    expect(link).toEqual({ text: 'Quyết định 901-QĐ/TV', isInSight: true });
    expect(await textOf(page, '.reading-bar .status')).toBe('Đã bị thay thế');
  });

  test('there is a way back to where a link was followed from', async () => {
    const page = await open(PAGE);
    await page.setViewport(WIDE);
    const mark = await page.$('#kt-d2-2-d .marks a');
    // In one go: a typeface that arrives in between moves what is read.
    const before = await mark?.evaluate((link) => {
      link.scrollIntoView({ block: 'center' });
      const top = scrollY;
      (link as HTMLElement).click();
      return top;
    });
    await page.waitForFunction(() => location.hash === '#nguon-1');
    await page.waitForSelector('[data-back]:not([hidden])');
    await page.$eval('[data-back]', (button) => {
      (button as HTMLElement).click();
    });
    await page.waitForFunction((top) => Math.abs(scrollY - (top ?? NaN)) < 2, {}, before);
    expect(await mark?.evaluate((link) => document.activeElement === link)).toBe(true);
    expect(await page.$eval('[data-back]', (button) => button.hasAttribute('hidden'))).toBe(true);
  });

  test('a larger text lasts from page to page', async () => {
    const page = await open(PAGE);
    await page.setViewport(WIDE);
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(await size()).toBe('16px');
    await page.click('.reading-bar [data-by="1"]');
    expect(await size()).toBe('18px');
    expect(
      await page.$eval(
        '.site-footer [value="large"]',
        (radio) => (radio as HTMLInputElement).checked,
      ),
    ).toBe(true);
    await Promise.all([
      page.waitForNavigation(),
      page.$eval('.wordmark', (link) => {
        (link as HTMLElement).click();
      }),
    ]);
    expect(await size()).toBe('18px');
    await page.$eval('[name="text-size"][value="normal"]', (radio) => {
      (radio as HTMLElement).click();
    });
    expect(await size()).toBe('16px');
  });

  test('on a telephone the contents open as a sheet and give back place and focus', async () => {
    const page = await open(`${PAGE}#kt-d2`);
    await page.setViewport({ width: 360, height: 640 });
    const isShown = () => page.$eval('.toc', (toc) => toc.getClientRects().length > 0);
    expect(await isShown()).toBe(false);
    await page.click('.toc-open');
    expect(await isShown()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isShown()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('toc-open');
    expect(await hash(page)).toBe('#kt-d2');
  });
});

/* Firefox has no way to switch scripts off for one page under WebDriver BiDi. */
inEveryBrowser(
  ({ root, openBlank }) => {
    test('without scripts the contents sheet opens and closes by its address', async () => {
      const page = await openBlank();
      await page.setJavaScriptEnabled(false);
      await page.setViewport({ width: 360, height: 640 });
      await page.goto(root() + PAGE);
      const isShown = () => page.$eval('.toc', (toc) => toc.getClientRects().length > 0);
      await page.click('.toc-open');
      expect(await isShown()).toBe(true);
      await page.click('.toc-close');
      expect(await isShown()).toBe(false);
    });

    test('paper shows no tools, and the address of each unit', async () => {
      const page = await openBlank();
      await page.goto(root() + PAGE);
      await page.emulateMediaType('print');
      const shown = await page.$$eval('.toc, .reading-tools, .cite-rows button', (all) =>
        all.filter((one) => one.getClientRects().length > 0).map((one) => one.className),
      );
      expect(shown).toEqual([]);
      const address = await page.$eval('#kt-d1 > a[data-chrome]', (link) => [
        getComputedStyle(link).opacity,
        getComputedStyle(link, '::before').content,
      ]);
      expect(address).toEqual(['1', '"#kt-d1"']);
    });
  },
  { browsers: ['chromium', 'chromium-109'], transports: ['file'] },
);
