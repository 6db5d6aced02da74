import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { wake } from './harness/wake.ts';

const PAGE = 'van-ban/901-qd-tv-2033.html';
const REPLACED = 'van-ban/880-qd-tv-2031.html';

/** Wide enough for the contents to stand beside the text. */
const WIDE = { width: 1280, height: 800 };

const hash = (page: Page) => page.evaluate(() => location.hash);

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());

/** Press a control as a reader does who cannot see where it stands. */
const press = (page: Page, selector: string) =>
  page.$eval(selector, (control) => {
    (control as HTMLElement).click();
  });

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

  test('from a provision that the contents do not list the next of all is one step away', async () => {
    const page = await open(`${PAGE}#kt-d2-1`);
    const ids = await page.$$eval('article [data-label]', (units) => units.map(({ id }) => id));
    const at = ids.indexOf('kt-d2-1');
    for (const step of [1, 2]) {
      const id = ids[at + step] ?? '';
      await page.waitForSelector(`[data-step="next"][href="#${id}"]`);
      await press(page, '[data-step="next"]');
      await page.waitForFunction((wanted) => location.hash === `#${wanted}`, {}, id);
    }
    await page.waitForSelector(`[data-step="previous"][href="#${ids[at + 1] ?? ''}"]`);
  });

  test('what the address names is not hidden under the bar', async () => {
    const page = await open(`${PAGE}#kt-d2-2-dd`);
    const place = await page.evaluate(() => ({
      unit: document.getElementById('kt-d2-2-dd')?.getBoundingClientRect().top ?? 0,
      bar: document.querySelector('.reading-bar')?.getBoundingClientRect().bottom ?? 0,
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
    // The script of the field is sent for when it has the focus.
    const untilAt = (id: string) =>
      page.waitForFunction((wanted) => location.hash === wanted, {}, `#${id}`);
    await go('điểm đ khoản 2 Điều 2');
    await untilAt('kt-d2-2-dd');
    await go('quy che dieu 1a');
    await untilAt('kt-d1a');
    await go('Điều 99');
    await page.waitForFunction(() =>
      document.querySelector('.toc-go output')?.textContent.includes('Không có “Điều 99”'),
    );
    expect(await hash(page)).toBe('#kt-d1a');
  });

  test('each permalink says in words where it leads', async () => {
    const page = await open(PAGE);
    await wake(page);
    const names = await page.$$eval('[data-label] > a[data-chrome]', (links) =>
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
    await wake(page);
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
    const marked = await page.$$eval('[data-label]', (units) =>
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
    await wake(page);
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
    await wake(page);
    expect(await size()).toBe('16px');
  });

  test('on a telephone the contents open as a sheet and give back place and focus', async () => {
    const page = await open(`${PAGE}#kt-d2`);
    await page.setViewport({ width: 360, height: 640 });
    const isShown = () => page.$eval('.toc', (toc) => toc.getClientRects().length > 0);
    expect(await isShown()).toBe(false);
    await page.click('.toc-open');
    await wake(page);
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
      await wake(page);
      await page.emulateMediaType('print');
      const shown = await page.$$eval('.toc, .reading-tools, .cite-rows button', (all) =>
        all.filter((one) => one.getClientRects().length > 0).map((one) => one.className),
      );
      expect(shown).toEqual([]);
      const address = await page.$eval('#kt-d1', (unit) => [
        getComputedStyle(unit, '::before').content,
        unit.querySelector(':scope > a')?.getClientRects().length,
      ]);
      expect(address).toEqual(['"#kt-d1"', 0]);
    });
  },
  { browsers: ['chromium', 'chromium-109'], transports: ['file'] },
);

inEveryBrowser(
  ({ open }) => {
    test('who follows an old link is told where it went', async () => {
      const page = await open('van-ban/3-ct-tv-2032.html#n2-x');
      const note = await page.$eval('[id="n2-x"]', (element) => ({
        text: element.textContent,
        isShown: getComputedStyle(element).visibility === 'visible',
        height: element.getBoundingClientRect().height,
        inside: element.parentElement?.id,
      }));
      expect(note).toMatchObject({ isShown: true, inside: 'n2-b' });
      expect(note.text).toBe('Liên kết cũ (#n2-x) nay dẫn tới tiết b điểm 2.');
      expect(note.height).toBeGreaterThan(10);

      for (const old of ['n9', 'n4']) {
        const gone = await open(`van-ban/3-ct-tv-2032.html#${old}`);
        const stone = await gone.$eval('#n9', (element) => ({
          text: element.textContent,
          bottom: element.getBoundingClientRect().bottom,
          isInSight: element.getBoundingClientRect().top < innerHeight,
        }));
        expect(stone.text).toBe('điểm 9: đơn vị này đã bãi bỏ hoặc dời. Xem điểm 3.');
        expect(stone).toMatchObject({ isInSight: true });
      }

      const other = await open('van-ban/3-ct-tv-2032.html');
      const isHidden = await other.$eval(
        '[id="n2-x"]',
        (element) => getComputedStyle(element).visibility === 'hidden',
      );
      expect(isHidden).toBe(true);
    });
  },
  { site: 'full-text' },
);

interface ShiftWindow extends Window {
  shifts?: number[];
}

inEveryBrowser(
  ({ root, openBlank, transport }) => {
    test.each([
      ['van-ban/5-2031-qh20.html', 1280],
      ['van-ban/901-qd-tv-2031.html#kt-d2-1-dd', 1280],
      ['van-ban/901-qd-tv-2031.html', 360],
    ])('%s at %i pixels: nothing jumps while it loads and is read', async (path, width) => {
      const page = await openBlank();
      await page.setViewport({ width, height: 800 });
      await page.evaluateOnNewDocument(() => {
        const watched: ShiftWindow = window;
        const shifts: number[] = (watched.shifts = []);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(root() + path, { waitUntil: 'load' });
      await page.evaluate(async () => {
        await document.fonts.ready;
        await window.laterScripts.load();
        await window.trayStore;
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        for (let top = 0; top < Math.min(document.body.scrollHeight, 8000); top += 400) {
          scrollTo(0, top);
          await frame();
        }
        await frame();
      });
      const shifts = await page.evaluate(() => (window as ShiftWindow).shifts ?? [1]);
      const sum = shifts.reduce((all, value) => all + value, 0);
      if (transport === 'http') expect(sum).toBe(0);
      // On file:// the font may come late all the same: it changes the width of words, hardly lines.
      else expect(sum).toBeLessThan(0.01);
    });
  },
  { site: 'full-text', browsers: ['chromium'] },
);

inEveryBrowser(
  ({ root, openBlank }) => {
    test.each([
      ['van-ban/901-qd-tv-2031.html#kt-d2', 1280],
      ['van-ban/901-qd-tv-2031.html#kt-d2', 360],
    ])('%s at %i pixels: what can be pressed is large enough, or has room', async (path, width) => {
      const page = await openBlank();
      await page.setViewport({ width, height: 800 });
      await page.goto(root() + path, { waitUntil: 'load' });
      const small = await page.evaluate(() => {
        const isInline = (one: Element) =>
          getComputedStyle(one).display === 'inline' &&
          (one.closest('p, li, dd, td')?.textContent.trim() ?? '') !== one.textContent.trim();
        const targets = [
          ...document.querySelectorAll('a[href], button, input, select, textarea, summary'),
        ].filter((one) => one.checkVisibility({ visibilityProperty: true }));
        const boxes = targets.map((one) => ({ one, box: one.getBoundingClientRect() }));
        const gap = (a: DOMRect, b: DOMRect) => {
          // WCAG 2.5.8: a circle of 24 pixels around the middle touches no other target.
          const [x, y] = [a.left + a.width / 2, a.top + a.height / 2];
          const dx = Math.max(b.left - x, 0, x - b.right);
          const dy = Math.max(b.top - y, 0, y - b.bottom);
          return Math.hypot(dx, dy);
        };
        return boxes
          .filter(({ box }) => box.width > 0 && (box.width < 23.9 || box.height < 23.9))
          .filter(({ one }) => !isInline(one))
          .filter(({ one, box }) =>
            boxes.some(
              (other) => other.one !== one && other.box.width > 0 && gap(box, other.box) < 12,
            ),
          )
          .map(({ one, box }) => `${one.outerHTML.slice(0, 90)} ${box.width}×${box.height}`);
      });
      expect(small).toEqual([]);
    });
  },
  { site: 'full-text', browsers: ['chromium', 'firefox'], transports: ['file'] },
);
