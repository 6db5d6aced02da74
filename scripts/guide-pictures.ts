/**
 * Pictures of the clerk's guide `docs/so-tay-bang-hinh.md`: `npm run screenshots -- --guide`.
 *
 * A clerk's work is done on a copy of the invented corpus, so that neither real records nor the
 * clock are in a picture. A picture is written only when the words on it have changed: browsers
 * draw the same words differently, and a repository keeps every version.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { buildDocx, paragraph } from '../src/importers/testing/build-docx.ts';
import { escapeHtml } from '../src/lib/document/html.ts';

/** Where the pictures are, below the root of the project. */
export const PICTURES_FOLDER = 'docs/hinh';
/** The words on each picture, as digests. */
const SOURCES = 'nguon.json';

/** Every picture of the guide, in its order, without `.webp`. */
export const GUIDE_PICTURES = [
  'them-ban-ghi',
  'ban-ghi-da-co',
  'kiem-tra-bao-loi',
  'nap-toan-van',
  'bien-ban-nap',
  'trang-van-ban',
  'tom-luoc',
] as const;
type PictureName = (typeof GUIDE_PICTURES)[number];

const DAY = '2040-05-01';
const WIDTH = 760;
/** Around what is shown, in CSS pixels. */
const MARGIN = 12;
const NEW_RECORD = [
  ...['903-QĐ/TV', '--date', '4/5/2034', '--type', 'quyet-dinh'],
  ...['--issuer', 'dang-uy-minh-tri', '--title', 'Quyết định về giờ mở cửa'],
];

/** A copy of the invented corpus, and what a clerk does with it. */
interface Desk {
  folder: string;
  content: string;
  site: string;
}

/** What a picture shows: a part of a page. */
interface Shot {
  name: PictureName;
  page: Page;
  selector: string;
  /** Longer parts are cut off here, in CSS pixels. */
  height?: number;
}

/** Take all pictures. @returns The names of those that were written. */
export async function takeGuidePictures(browser: Browser): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'so-tay-'));
  const desk = { folder, content: join(folder, 'content'), site: join(folder, 'site') };
  try {
    await cp(resolve('src/e2e/fixtures/content'), desk.content, { recursive: true });
    const known = await readSources();
    const written: string[] = [];
    for await (const shot of shots(browser, desk)) {
      const words = await keep(shot, known[shot.name]);
      if (words !== known[shot.name]) written.push(shot.name);
      known[shot.name] = words;
      await shot.page.close();
    }
    const sorted = Object.fromEntries(GUIDE_PICTURES.map((name) => [name, known[name] ?? '']));
    await writeFile(join(PICTURES_FOLDER, SOURCES), `${JSON.stringify(sorted, null, 2)}\n`);
    return written;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readSources(): Promise<Partial<Record<PictureName, string>>> {
  try {
    return JSON.parse(await readFile(join(PICTURES_FOLDER, SOURCES), 'utf8')) as object;
  } catch {
    return {};
  }
}

/** The day of a clerk: each step with its picture, in the order of the guide. */
async function* shots(browser: Browser, desk: Desk): AsyncGenerator<Shot, void, void> {
  const terminal = async (
    name: PictureName,
    script: string,
    args: string[],
    about = '',
  ): Promise<Shot> => {
    const page = await openPage(browser);
    const output = excerpt(run(desk, script, args), about);
    await page.setContent(terminalPage(script, args, output));
    return { name, page, selector: 'pre' };
  };
  yield await terminal('them-ban-ghi', 'new', NEW_RECORD);
  yield await terminal('ban-ghi-da-co', 'new', NEW_RECORD);
  const record = join(desk.content, 'van-ban/quyet-dinh/903-qd-tv-2034.mdx');
  const whole = await readFile(record, 'utf8');
  await appendFile(record, '\n### Điều 2. Thi hành\n\n### Điều 1. Giờ mở cửa\n');
  yield await terminal('kiem-tra-bao-loi', 'validate', [], 'body-undeclared');
  await writeFile(record, whole);
  await writeFile(join(desk.folder, '905-qd-ubnd.docx'), original());
  yield await terminal('nap-toan-van', 'import', ['905-qd-ubnd.docx']);
  yield await opened(
    browser,
    'bien-ban-nap',
    join(desk.folder, '.cache/nhap/905-qd-ubnd-2034.report.html'),
    'body',
    700,
  );
  run(desk, 'anchors', []);
  run(desk, 'build', []);
  const page = (slug: string): string => join(desk.site, 'van-ban', `${slug}.html`);
  yield await opened(browser, 'trang-van-ban', page('905-qd-ubnd-2034'), '#van-ban', 560);
  yield await opened(browser, 'tom-luoc', page('901-qd-tv-2033'), '#kt-d2', 420);
}

async function opened(
  browser: Browser,
  name: PictureName,
  file: string,
  selector: string,
  height: number,
): Promise<Shot> {
  const page = await openPage(browser);
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { name, page, selector, height };
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  // High enough that no bar which sticks to the window stands in a picture.
  await page.setViewport({ width: WIDTH, height: 4000 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  return page;
}

/** Write a picture if its words have changed or it is missing. @returns A digest of its words. */
async function keep({ name, page, selector, height }: Shot, known?: string): Promise<string> {
  const element = await page.$(selector);
  const box = await element?.boundingBox();
  if (!element || !box) throw new Error(`${name}: the page has no ${selector}`);
  const text = await element.evaluate((shown) => (shown as HTMLElement).innerText);
  const words = createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 16);
  const file = join(PICTURES_FOLDER, `${name}.webp`);
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (words === known && isThere) return words;
  const clip = {
    x: 0,
    y: Math.max(0, box.y - MARGIN),
    width: WIDTH,
    height: Math.min(box.height, height ?? box.height) + 2 * MARGIN,
  };
  const bytes = await page.screenshot({
    type: 'webp',
    quality: 60,
    clip,
    captureBeyondViewport: true,
  });
  await writeFile(file, bytes);
  return words;
}

/** The parts of an output that name something, and its last one; '' names everything. */
function excerpt(output: string, about: string): string {
  const parts = output.split('\n\n');
  const kept = parts.filter((part, at) => part.includes(about) || at === parts.length - 1);
  return kept.length === parts.length ? output : ['[…]', ...kept].join('\n\n');
}

/** What a command of the project says at the clerk's desk, without the name of the folder. */
function run({ folder, content, site }: Desk, script: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('scripts', `${script}.ts`), ...args],
    {
      cwd: script === 'import' ? folder : undefined,
      encoding: 'utf8',
      env: { ...process.env, SITE_CONTENT: content, SITE_OUT: site, SOURCE_DATE: DAY },
    },
  );
  return `${stdout}${stderr}`.replaceAll(`${folder}/`, '').trimEnd();
}

function terminalPage(script: string, args: readonly string[], output: string): string {
  const written = args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ');
  const command = `npm run ${script}${args.length > 0 ? ` -- ${written}` : ''}`;
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><style>
body { margin: 12px; background: #1d1f21; }
pre { margin: 0; color: #e8e6e1; background: #1d1f21; white-space: pre-wrap;
  font: 14px/1.5 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
b { color: #fff; }
</style><pre><b>$ ${escapeHtml(command)}</b>\n${escapeHtml(output)}</pre></html>`;
}

/** A decision that does not exist, as a Word file. */
function original(): Buffer {
  const centred = '<w:jc w:val="center"/>';
  const head = [
    'ỦY BAN NHÂN DÂN XÃ MINH TRÍ',
    'Số: 905/QĐ-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Minh Trí, ngày 20 tháng 5 năm 2034',
    'QUYẾT ĐỊNH',
    'Về việc mở phòng đọc của xã',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH TRÍ',
  ];
  const body = [
    'Căn cứ nhu cầu của bà con;',
    'QUYẾT ĐỊNH:',
    'Điều 1. Phòng đọc của xã gồm:',
    '1. Một phòng đọc ở nhà văn hóa;',
    '2. Một tủ sách lưu động đến từng xóm.',
    'Điều 2. Quyết định này có hiệu lực từ ngày ký.',
    'Nơi nhận:',
    '- Như Điều 2;',
  ];
  return buildDocx({
    body: [
      ...head.map((line) => paragraph(line, centred)),
      ...body.map((line) => paragraph(line)),
      paragraph('CHỦ TỊCH', centred),
      paragraph('Trần Văn Thử', centred),
    ].join(''),
  });
}
