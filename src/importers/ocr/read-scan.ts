import { availableParallelism } from 'node:os';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceDocument, SourceParagraph } from '../../lib/structure/source.ts';
import { createFindings } from '../findings.ts';
import type { FindingSink } from '../findings.ts';
import {
  confined,
  findHelper,
  helperVersion,
  requireHelper,
  runHelper,
} from '../helper-programs.ts';
import { inTemporaryFolder } from '../../content/temporary-folder.ts';
import { Refusal } from '../import-error.ts';
import { imageToPdf, LARGE_IMAGE, readImageSize } from './image-to-pdf.ts';
import type { PageSize } from './image-to-pdf.ts';
import { parseTsv, toOcrParagraphs } from './paragraphs.ts';
import type { OcrWord } from './paragraphs.ts';
import { createQueue, eachPage, OcrClock } from './page-pool.ts';
import type { OcrLimits } from './page-pool.ts';

/**
 * Two readings that err in different places. Of a scan of 21 pages, held against its Word copy, the
 * first had fewer wrong words than any at 300 dpi, in two thirds of the time; a second one that is
 * coarser still and cuts the page otherwise told more of them than any other.
 */
const FIRST = { dpi: 200, mode: '4' };
const SECOND = { dpi: 150, mode: '6' };
/** A longer scan is read once: twice would take longer than a file may take unasked. */
const MOST_READ_TWICE = 10;
/** Words that the program is less sure of than this are doubtful. */
const SURE = 90;
/** Pixels of a rendered page: A3 at 200 dpi. */
const MOST_PIXELS = 8e6;
/** Bytes of address space: of a program that draws a page, which it does one page at a time; of
 *  one that reads a page; of one that reads a picture as it comes. */
const DRAWING_MEMORY = 320 * 2 ** 20;
const PAGE_MEMORY = 192 * 2 ** 20;
const PICTURE_MEMORY = 400 * 2 ** 20;
/** Pictures do not tell reliably how fine they are. */
const PICTURE_DPI = 300;
/** Milliseconds for a question about a program itself. */
const QUICK = 20_000;

/** Read a picture of a page, or several in one TIFF. Never verified: the text is a guess. */
export async function readImage(file: Buffer, limits: OcrLimits): Promise<SourceDocument> {
  const size = readImageSize(file);
  const isLarge = size !== null && size.width * size.height > LARGE_IMAGE;
  if (isLarge && (await findHelper('pdftoppm')) !== null) {
    const { pdf, page } = imageToPdf(file, size);
    return readScannedPdf(pdf, [page], limits);
  }
  const program = await requireTesseract(PICTURE_MEMORY);
  const clock = new OcrClock(limits, 1);
  // One after the other: a picture as it comes may be large.
  const first = await recognise(program, file, FIRST.mode, PICTURE_DPI, clock);
  const second = await recognise(program, file, SECOND.mode, PICTURE_DPI, clock);
  clock.pageDone();
  const pages = [...new Set(first.map(({ page }) => page))];
  const on = (words: readonly OcrWord[], page: number): OcrWord[] =>
    words.filter((word) => word.page === page);
  return toDocument(pages.map((page) => ({ first: on(first, page), second: on(second, page) })));
}

/**
 * Read a PDF of pictures, several pages at a time, none of them kept on disk.
 *
 * @throws {Refusal} When a helper program is missing, or `ocr-too-long`: it would take longer than
 *   the clerk allows, with the time that it needs.
 */
export async function readScannedPdf(
  file: Buffer,
  pages: readonly PageSize[],
  limits: OcrLimits,
): Promise<SourceDocument> {
  const program = await requireTesseract(PAGE_MEMORY);
  const render = await confined(await requireHelper('pdftoppm'), DRAWING_MEMORY);
  const clock = new OcrClock(limits, pages.length);
  return inTemporaryFolder('nhap-', async (folder) => {
    const input = join(folder, 'goc.pdf');
    await writeFile(input, file);
    const read = async (page: number, { dpi, mode }: typeof FIRST): Promise<OcrWord[]> => {
      const finest = finestDpi(pages[page - 1], dpi);
      const picture = await inTurn(() => renderPage(render, input, page, finest, clock));
      return recognise(program, picture, mode, finest, clock);
    };
    const inTurn = createQueue();
    const isTwice = pages.length <= MOST_READ_TWICE;
    const readings = await eachPage(pages.length, workers(), clock, async (page) => ({
      first: await read(page, FIRST),
      second: isTwice ? await read(page, SECOND) : null,
    }));
    return await toDocument(readings);
  });
}

/** A program and what goes before its own arguments. */
type Command = readonly [string, ...string[]];

/** Tesseract, ready to read Vietnamese. */
async function requireTesseract(memory: number): Promise<Command> {
  const path = await requireHelper('tesseract');
  const languages = await runHelper(path, ['--list-langs'], { timeout: QUICK });
  if (!/^vie$/m.test(languages?.toString('utf8') ?? ''))
    throw new Refusal('helper-missing-tesseract-vie');
  return confined(path, memory);
}

function renderPage(
  [command, ...before]: Command,
  input: string,
  page: number,
  dpi: number,
  clock: OcrClock,
): Promise<Buffer> {
  const only = ['-f', String(page), '-l', String(page)];
  return clock.ask(
    (turn) => runHelper(command, [...before, '-r', String(dpi), '-gray', ...only, input], turn),
    new Refusal('scan-page-broken', { page: String(page) }),
  );
}

/** The words of a picture. Both cores are at work on pages, so each run keeps to one. */
async function recognise(
  [command, ...before]: Command,
  picture: Buffer,
  mode: string,
  dpi: number,
  clock: OcrClock,
): Promise<OcrWord[]> {
  const args = ['stdin', 'stdout', '-l', 'vie', '--psm', mode, '--dpi', String(dpi), 'tsv'];
  const env = { OMP_THREAD_LIMIT: '1' };
  const table = await clock.ask(
    (turn) => runHelper(command, [...before, ...args], { ...turn, env, input: picture }),
    new Refusal('ocr-failed'),
  );
  return parseTsv(table.toString('utf8'));
}

/** Programs at work at a time: each takes one core. */
function workers(): number {
  return Math.max(1, Math.min(4, availableParallelism()));
}

/** Resolution at which a page stays below the most pixels: a page may claim to be a wall. */
function finestDpi(page: PageSize | undefined, dpi: number): number {
  const inches = page ? (page.width / 72) * (page.height / 72) : 1;
  return Math.max(1, Math.floor(Math.min(dpi, Math.sqrt(MOST_PIXELS / Math.max(inches, 1)))));
}

/** What one page says by the first reading, and by the second when there is one. */
interface PageReading {
  first: OcrWord[];
  second: OcrWord[] | null;
}

async function toDocument(readings: readonly PageReading[]): Promise<SourceDocument> {
  const findings = createFindings();
  const blocks: SourceParagraph[] = [];
  for (const [index, { first, second }] of readings.entries()) {
    tellDoubtful(first, second, index + 1, findings);
    blocks.push(...toOcrParagraphs(first, index + 1));
  }
  if (blocks.length === 0) throw new Refusal('no-text');
  findings.add(
    'ocr',
    'warning',
    await helperVersion(await requireHelper('tesseract'), '--version'),
  );
  if (readings.some(({ second }) => second === null))
    findings.add('ocr-once', 'warning', String(readings.length));
  return {
    method: 'ocr',
    blocks,
    notes: [],
    furniture: [],
    findings: findings.list,
    changes: [],
    witness: null,
  };
}

/** Words of which the program is not sure, or that a second reading reads otherwise. */
function tellDoubtful(
  first: readonly OcrWord[],
  second: readonly OcrWord[] | null,
  page: number,
  findings: FindingSink,
): void {
  const known = second && new Set(second.map(({ text }) => text));
  for (const { text, confidence } of first)
    if (confidence < SURE || known?.has(text) === false)
      findings.add('ocr-doubtful', 'warning', `trang ${page}: ${text}`);
}
