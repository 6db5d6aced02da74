/**
 * Pictures of every kind of page of a built site, to be looked at:
 * `npm run screenshots -- [--site dist] [--out .cache/screenshots] [--only <part of a name>]`;
 * `npm run screenshots -- --guide` takes those of the clerk's guide instead.
 *
 * Each page and each state of a page that takes some doing (results, dialog, tray …) is shown at
 * three widths in both themes, enlarged to 200 %, in forced colours, and as printed.
 *
 * Exit code 0: done; 1: the browser failed; 2: wrong usage.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { TEST_BROWSERS } from '../src/e2e/harness/browsers.ts';
import { pageKinds } from '../src/e2e/harness/page-kinds.ts';
import { serveSite } from '../src/integrations/serve/serve-site.ts';
import { PICTURES_FOLDER, takeGuidePictures } from './guide-pictures.ts';

const HELP = `Usage: npm run screenshots -- [--site <folder>] [--out <folder>] [--only <part of a name>]

  --site  a built site; default: dist
  --out   where the pictures go; default: .cache/screenshots
  --only  only pages, states and looks with this in the picture's name, e.g. van-ban~ or 0360-dark
  --guide the pictures of docs/so-tay-bang-hinh.md, from the invented corpus; needs no built site`;

/** How a page is shown. */
interface Look {
  name: string;
  width: number;
  height: number;
  /** Device pixels per CSS pixel: 2 with half the width is what a browser does at 200 %. */
  scale?: number;
  features: Record<string, string>;
}

const WIDTHS = [360, 768, 1280];
const THEMES = ['light', 'dark'];
const LOOKS: readonly Look[] = [
  ...THEMES.flatMap((theme) =>
    WIDTHS.map((width) => ({
      name: `${String(width).padStart(4, '0')}-${theme}`,
      width,
      height: 800,
      features: { 'prefers-color-scheme': theme },
    })),
  ),
  { name: 'zoom-200', width: 640, height: 400, scale: 2, features: {} },
  { name: 'forced-colors', width: 1280, height: 800, features: { 'forced-colors': 'active' } },
];
/** Longer pages are cut off here, in CSS pixels. */
const LONGEST = 3000;
const PRINTED_PAGES = 2;

/** A page as it is after a reader has done something. */
interface State {
  name: string;
  path: string;
  act: (page: Page) => Promise<void>;
}

const run = promisify(execFile);
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const usage = readArguments(args);
  if (usage === null) {
    console.log(HELP);
    return args.includes('--help') || args.includes('-h') ? 0 : 2;
  }
  const { site, out, only } = usage;
  if (usage.guide) return takeGuide();
  const pages = await listPages(site).catch(() => []);
  if (pages.length === 0) {
    console.error(`${site}: no pages there. Build first (npm run build), or name another folder.`);
    return 2;
  }
  const { url, close } = await serveSite(site, 0);
  const browser = await launch();
  try {
    const count = await takeAll(browser, url, pages, out, only);
    console.log(`${count} pictures in ${out}`);
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await browser.close();
    await close();
  }
}

async function takeGuide(): Promise<number> {
  const browser = await launch();
  try {
    const written = await takeGuidePictures(browser);
    const names = written.length === 0 ? 'none had to change' : written.join(', ');
    console.log(`Pictures in ${PICTURES_FOLDER}: ${names}`);
    return 0;
  } finally {
    await browser.close();
  }
}

interface Usage {
  site: string;
  out: string;
  only: string;
  guide: boolean;
}

function readArguments(args: string[]): Usage | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        site: { type: 'string', default: 'dist' },
        out: { type: 'string', default: '.cache/screenshots' },
        only: { type: 'string', default: '' },
        guide: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return null;
    return { ...values, site: resolve(values.site), out: resolve(values.out) };
  } catch {
    return null;
  }
}

async function listPages(site: string): Promise<string[]> {
  const paths = await readdir(site, { recursive: true });
  const pages = paths.filter((path) => path.endsWith('.html'));
  const sized = await Promise.all(
    pages.map(async (path) => ({
      path: path.split(sep).join('/'),
      bytes: (await stat(join(site, path))).size,
    })),
  );
  return pageKinds(sized);
}

async function launch(): Promise<Browser> {
  const chromium = TEST_BROWSERS.find(({ name }) => name === 'chromium');
  if (!chromium) throw new Error('the list of browsers has no Chromium');
  return chromium.launch();
}

async function takeAll(
  browser: Browser,
  url: string,
  pages: readonly string[],
  out: string,
  only: string,
): Promise<number> {
  await mkdir(out, { recursive: true });
  let count = 0;
  const states: State[] = [
    ...pages.map((path) => ({ name: nameOf(path), path, act: () => Promise.resolve() })),
    ...statesOf(pages),
  ];
  for (const state of states) {
    for (const look of LOOKS) {
      const picture = `${state.name}~${look.name}.png`;
      if (!picture.includes(only)) continue;
      await take(browser, url, state, look, join(out, picture));
      count++;
    }
    const print = `${state.name}~print`;
    if (pages.includes(state.path) && print.includes(only))
      count += await takePrinted(browser, url, state, join(out, print));
  }
  return count;
}

/** Folders stay in the name, so that `--only van-ban~` finds the pages of one kind. */
function nameOf(path: string): string {
  return path.replace(/\.html$/, '').replaceAll('/', '~');
}

async function take(
  browser: Browser,
  url: string,
  state: State,
  look: Look,
  file: string,
): Promise<void> {
  const page = await openState(browser, url, state, look);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: look.width, height: Math.min(height, LONGEST) };
  await page.screenshot({ path: file, clip, captureBeyondViewport: true });
  await closePage(page);
}

/** As PDF, then as pictures where poppler is installed. @returns Number of pictures. */
async function takePrinted(
  browser: Browser,
  url: string,
  state: State,
  stem: string,
): Promise<number> {
  const page = await openState(browser, url, state, { width: 1280, height: 800, features: {} });
  await page.pdf({ path: `${stem}.pdf`, preferCSSPageSize: true });
  await closePage(page);
  try {
    await run('pdftoppm', ['-png', '-r', '70', '-l', String(PRINTED_PAGES), `${stem}.pdf`, stem]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 0;
  }
  await rm(`${stem}.pdf`);
  return 1;
}

/** A page of its own, with nothing kept from the ones before. */
async function openState(
  browser: Browser,
  url: string,
  { path, act }: State,
  { width, height, scale = 1, features }: Omit<Look, 'name'>,
): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
  await page.goto(`${url}/${path}`, { waitUntil: 'load' });
  await act(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

async function closePage(page: Page): Promise<void> {
  await page.browserContext().close();
}

/** What readers do, with words that the site itself offers as examples. */
function statesOf(pages: readonly string[]): State[] {
  const longDocument = pages.filter((path) => path.startsWith('van-ban/')).at(-1) ?? 'index.html';
  const query = async (page: Page) =>
    page.$eval('[data-shown-when=idle] a', (link) => link.textContent);
  return [
    {
      name: 'state~results',
      path: 'tim-kiem.html',
      act: async (page) => {
        await page.type('#tim', await query(page));
        await page.waitForSelector('#ket-qua > li');
      },
    },
    {
      name: 'state~no-result',
      path: 'tim-kiem.html?q=zzqqxx',
      act: async (page) => {
        await page.waitForSelector('[data-shown-when=none]:not([hidden])');
      },
    },
    {
      name: 'state~search-error',
      path: 'tim-kiem.html',
      act: async (page) => {
        const client = await page.createCDPSession();
        await client.send('Network.enable');
        await client.send('Network.setBlockedURLs', { urls: ['*/tim-kiem/*'] });
        await page.type('#tim', 'zz');
        await page.waitForSelector('[data-shown-when=error]:not([hidden])');
      },
    },
    {
      name: 'state~dialog',
      path: 'index.html',
      act: async (page) => {
        await page.keyboard.press('/');
        await page.waitForSelector('dialog[open]');
        await page.type('dialog input', 'nhân dân');
        await page.waitForSelector('dialog .hits > li').catch(() => undefined);
      },
    },
    {
      name: 'state~cite-panel',
      path: longDocument,
      act: async (page) => {
        await page.waitForSelector('.cite-panel');
        await page.click('.cite-panel summary');
      },
    },
    {
      name: 'state~tray',
      path: longDocument,
      act: async (page) => {
        await page.click('.cite-panel summary');
        await page.waitForSelector('.cite-panel .tray-button:not([hidden])');
        await page.click('.cite-panel .tray-button');
        await page.waitForFunction(() => document.querySelector('.tray-count')?.textContent !== '');
        await page.goto(new URL('/gio-trich-dan.html', page.url()).href);
        await page.waitForSelector('.tray-item');
      },
    },
    {
      name: 'state~checker',
      path: 'kiem-tra-trich-dan.html',
      act: async (page) => {
        await page.type(
          'textarea',
          'Theo khoản 2 Điều 5 Luật Thực hiện dân chủ ở cơ sở, Quyết định số 217-QĐ/TW và Nghị quyết số 999-NQ/TW.',
        );
        await page.click('.checker-form button[type=submit]');
        await page.waitForFunction(
          () =>
            document.querySelector<HTMLElement>('citation-checker')?.dataset.state === 'idle' &&
            document.querySelector('[data-status]')?.textContent !== '',
        );
      },
    },
    {
      name: 'state~empty-list',
      path: 'van-ban.html',
      act: async (page) => {
        await page.type('input[type=search]', 'zzqqxx');
      },
    },
  ];
}
