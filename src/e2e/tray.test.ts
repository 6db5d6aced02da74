import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readDocx } from '../importers/docx/read-docx.ts';
import { readZip } from '../importers/docx/read-zip.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { wake } from './harness/wake.ts';

const PAGE = 'van-ban/901-qd-tv-2033.html';
const REPLACED = 'van-ban/880-qd-tv-2031.html';
const TRAY = 'gio-trich-dan.html';

/** Press a control as a reader does who cannot see where it stands. */
const press = (page: Page, selector: string) =>
  page.$eval(selector, (control) => {
    (control as HTMLElement).focus();
    (control as HTMLElement).click();
  });

const untilCount = (page: Page, count: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.tray-count')?.textContent === wanted,
    {},
    count,
  );

/** Put the provision that the address names, and those around it, into the tray. */
async function collect(page: Page, choices: readonly string[]): Promise<void> {
  await page.waitForSelector('.reading-bar .cite-panel:not([hidden])');
  await press(page, '.cite-panel summary');
  for (const choice of choices) {
    await page.waitForSelector(`.cite-panel option[value="${choice}"]`);
    await page.select('.cite-panel select', choice);
    await page.waitForSelector('.cite-panel .tray-button:not([hidden])');
    await press(page, '.cite-panel .tray-button');
    await page.waitForFunction(
      () => document.querySelector('.cite-panel .cite-status')?.textContent !== '',
    );
  }
}

async function followToTray(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), press(page, '.tray-open')]);
  await page.waitForSelector('.tray-item');
}

const items = (page: Page) =>
  page.$$eval('.tray-item', (all) => all.map((row) => row.getAttribute('data-key')));

const untilItems = (page: Page, expected: readonly string[]) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('.tray-item')]
        .map(({ dataset }) => dataset.key)
        .join() === wanted,
    {},
    expected.join(),
  );

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());

const POINT = '901-qd-tv-2033#kt-d2-2-d';
const CLAUSE = '901-qd-tv-2033#kt-d2-2';

/** What each test leaves behind would be there in the next one. */
async function emptyTray(page: Page): Promise<void> {
  await press(page, '.tray-buttons button:last-child');
  await untilItems(page, []);
}

/** Drag the grip of a row below the middle of another row, or above it. */
async function drag(page: Page, key: string, past: string, side: 1 | -1): Promise<void> {
  const grip = await page.$(`[data-key="${key}"] .tray-grip`);
  await grip?.scrollIntoView();
  const from = await grip?.boundingBox();
  const row = await (await page.$(`[data-key="${key}"]`))?.boundingBox();
  const other = await (await page.$(`[data-key="${past}"]`))?.boundingBox();
  if (!from || !row || !other) throw new Error('a row is missing');
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  const way = other.y + other.height / 2 - (row.y + row.height / 2) + side * 4;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + way / 2, { steps: 3 });
  await page.mouse.move(start.x, start.y + way, { steps: 3 });
  await page.mouse.up();
}

inEveryBrowser(({ root, open, openBlank }) => {
  test('rows are dragged to another place, and let go again with Escape', async () => {
    const page = await open(`${PAGE}#kt-d2-2-d`);
    await page.setViewport({ width: 1000, height: 1400 });
    await collect(page, ['kt-d2-2-d', 'kt-d2-2', '']);
    await untilCount(page, '3');
    await followToTray(page);
    const whole = '901-qd-tv-2033';
    await untilItems(page, [POINT, CLAUSE, whole]);
    await drag(page, POINT, whole, 1);
    await untilItems(page, [CLAUSE, whole, POINT]);
    expect(await textOf(page, '.tray-status')).toMatch(/^điểm d.* ở vị trí 3 trong 3\.$/);
    await drag(page, whole, CLAUSE, -1);
    await untilItems(page, [whole, CLAUSE, POINT]);

    const grip = await (await page.$(`[data-key="${whole}"] .tray-grip`))?.boundingBox();
    await page.mouse.move((grip?.x ?? 0) + 5, (grip?.y ?? 0) + 5);
    await page.mouse.down();
    await page.mouse.move((grip?.x ?? 0) + 5, (grip?.y ?? 0) + 600, { steps: 3 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await items(page)).toEqual([whole, CLAUSE, POINT]);
    await page.reload();
    await untilItems(page, [whole, CLAUSE, POINT]);
    await emptyTray(page);
  });

  test('what is collected on one page is there on the next, in the reader’s order', async () => {
    const page = await open(`${PAGE}#kt-d2-2-d`);
    await collect(page, ['kt-d2-2-d', 'kt-d2-2', '']);
    await untilCount(page, '3');
    await followToTray(page);
    expect(await items(page)).toEqual([POINT, CLAUSE, '901-qd-tv-2033']);
    expect(await textOf(page, '.tray-citation')).toMatch(/^điểm d, khoản 2, Điều 2 Quy chế/);

    await press(page, `[data-key="${CLAUSE}"] [data-act="up"]`);
    await untilItems(page, [CLAUSE, POINT, '901-qd-tv-2033']);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(focused).toMatch(/^Đưa lên: khoản 2/);

    await press(page, `[data-key="${POINT}"] [data-act="remove"]`);
    await untilItems(page, [CLAUSE, '901-qd-tv-2033']);
    expect(await textOf(page, '.tray-status')).toMatch(/^Đã bỏ: điểm d.* Hoàn tác$/);
    await page.keyboard.press('Enter');
    await untilItems(page, [CLAUSE, POINT, '901-qd-tv-2033']);

    await page.select('.tray-settings select', 'short');
    await page.waitForFunction(
      () =>
        document.querySelector('.tray-citation')?.textContent ===
        'khoản 2, Điều 2 Quy chế ban hành kèm theo Quyết định 901-QĐ/TV (2033)',
    );
    await page.focus(`[data-key="${CLAUSE}"] textarea`);
    await page.keyboard.type('phát cho lớp');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => !document.activeElement?.matches('textarea'));
    await page.reload();
    await page.waitForSelector('.tray-item');
    expect(await page.$eval('.tray-item textarea', ({ value }) => value)).toBe('phát cho lớp');
    expect(await page.$eval('.tray-settings select', ({ value }) => value)).toBe('short');
    expect(await page.$eval('.notice', (notice) => notice.hasAttribute('hidden'))).toBe(true);
    await emptyTray(page);
  });

  test('two tabs stay in step', async () => {
    const first = await open(`${PAGE}#kt-d1`);
    const second = await open(TRAY);
    await collect(first, ['kt-d1']);
    await untilItems(second, ['901-qd-tv-2033#kt-d1']);
    await emptyTray(second);
    await untilCount(first, '');
    expect(await textOf(first, '.cite-panel .tray-button')).toBe('Thêm vào giỏ trích dẫn');
  });

  test('an item of an older edition takes over what is known now, or says that it is gone', async () => {
    const page = await open(REPLACED);
    await wake(page);
    await page.waitForSelector('#vien-dan .tray-button:not([hidden])');
    await press(page, '#vien-dan .tray-button');
    await untilCount(page, '1');
    await page.evaluate(async () => {
      const store = await (
        window as unknown as {
          trayStore: Promise<{ update: (change: (tray: OldTray) => OldTray) => Promise<unknown> }>;
        }
      ).trayStore;
      interface OldTray {
        items: { document: { slug: string }; warning: string; provision: unknown }[];
      }
      await store.update((tray) => {
        const [item] = tray.items;
        if (!item) return tray;
        const gone = { ...item, provision: { id: 'd99', label: 'Điều 99', scope: null } };
        return { ...tray, items: [{ ...item, warning: '' }, gone] };
      });
    });
    await followToTray(page);
    await page.waitForSelector('.tray-state.is-gone');
    expect(await textOf(page, '[data-key="880-qd-tv-2031"] .cite-warning')).toContain(
      'đã bị thay thế bởi Quyết định 901-QĐ/TV (2033)',
    );
    expect(await textOf(page, '[data-key="880-qd-tv-2031#d99"]')).toContain('không còn');
    await emptyTray(page);
  });

  test('where storage is refused the tray says so and goes on', async () => {
    const page = await openBlank();
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(`${root()}${PAGE}#kt-d1`);
    await collect(page, ['kt-d1']);
    await untilCount(page, '1');
    expect(await textOf(page, '.cite-panel .cite-status')).toContain('giỏ sẽ mất khi');
    await Promise.all([page.waitForNavigation(), press(page, '.tray-open')]);
    await page.waitForSelector('citation-tray .notice:not([hidden])');
    const isCarried = (await page.evaluate(() => location.origin)) !== 'null';
    await untilItems(page, isCarried ? ['901-qd-tv-2033#kt-d1'] : []);
    expect(await textOf(page, '.notice')).toMatch(
      isCarried ? /khi đóng thẻ này/ : /khi rời trang này/,
    );
  });

  test('a tray of a later edition of the site is not written over', async () => {
    const page = await open(`${PAGE}#kt-d1`);
    if ((await page.evaluate(() => location.origin)) === 'null') return;
    await page.evaluate(() => {
      localStorage.setItem('gio-trich-dan', '{"version":9,"items":[1]}');
    });
    await page.reload();
    await collect(page, ['kt-d1']);
    await untilCount(page, '1');
    expect(await page.evaluate(() => localStorage.getItem('gio-trich-dan'))).toContain('9');
    await page.evaluate(() => {
      localStorage.clear();
    });
  });
});

/** Files that a page of Chromium saves. */
async function saveTo(page: Page): Promise<(extension: string) => Promise<Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'tray-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
  });
  return async (extension) => {
    const saved = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve();
      });
    });
    await page.evaluate((wanted) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('.tray-buttons button')];
      buttons.find((button) => button.textContent.includes(wanted))?.click();
    }, `.${extension}`);
    await saved;
    const name = (await readdir(folder)).find((file) => file.endsWith(extension)) ?? '';
    return readFile(join(folder, name));
  };
}

describe('files', () => {
  inEveryBrowser(
    ({ open }) => {
      test('the tray is saved as a Word file and as text, with official text and links', async () => {
        const page = await open('van-ban/901-qd-tv-2031.html#kt-d2-1-dd');
        await collect(page, ['kt-d2-1-dd', 'kt-d2']);
        await followToTray(page);
        const save = await saveTo(page);

        const bytes = await save('docx');
        const { parts } = await readZip(bytes, () => true);
        const links = parts.get('word/_rels/document.xml.rels')?.toString() ?? '';
        expect(links).toContain(
          '"https://thu-vien.example/van-ban/901-qd-tv-2031.html#kt-d2-1-dd"',
        );
        const words = JSON.stringify(await readDocx(bytes));
        expect(words).toContain('“đ) Khóa cửa.”');
        expect(words).toContain('c) Nhắc trả sách;');

        const text = (await save('txt')).toString('utf8');
        expect(text.startsWith('\uFEFFTrích dẫn\r\n')).toBe(true);
        expect(text).toContain('1. điểm đ, khoản 1, Điều 2 Quy chế thư viện cộng đồng');
        expect(text).toContain('[Lưu ý: chưa xác minh hiệu lực.]');
        expect(text).toContain('Mã: 901-qd-tv-2031#kt-d2-1-dd');
        await emptyTray(page);
      });
    },
    { site: 'full-text', browsers: ['chromium'] },
  );
});

describe('official text and codes', () => {
  inEveryBrowser(
    ({ open }) => {
      test('a provision is cited with its text, and has a QR code of its public address', async () => {
        const page = await open('van-ban/901-qd-tv-2031.html#kt-d2-1-dd');
        await press(page, '.cite-panel summary');
        await page.waitForSelector('.cite-panel option[value="kt-d2-1-dd"]');
        const rows = await page.$$eval('.cite-panel .cite-text', (all) =>
          all.map(({ textContent }) => textContent),
        );
        expect(rows.at(-2)).toMatch(/^“đ\) Khóa cửa\.” \(điểm đ, khoản 1, Điều 2 Quy chế .*\)$/);
        expect(rows.at(-1)).toBe('https://thu-vien.example/van-ban/901-qd-tv-2031.html#kt-d2-1-dd');
        await press(page, '.cite-panel .cite-rows > div:last-child .text-button:last-child');
        await page.waitForSelector('.cite-panel qr-code svg path');
        expect(await page.$eval('.cite-panel svg', (svg) => svg.getAttribute('aria-label'))).toBe(
          'Mã QR của https://thu-vien.example/van-ban/901-qd-tv-2031.html#kt-d2-1-dd',
        );
      });
    },
    { site: 'full-text' },
  );
});
