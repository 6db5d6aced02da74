import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { createFindings } from '../findings.ts';
import { Refusal } from '../import-error.ts';
import { readScannedPdf } from '../ocr/read-scan.ts';
import { findFurniture } from './furniture.ts';
import { toPdfLines } from './lines.ts';
import type { PdfItem, PdfLine, PdfPage } from './lines.ts';
import { joinLines } from './paragraphs.ts';
import { findSignatures, readPdfWitness } from './witness.ts';

const MOST_PAGES = 1500;
/** Pages with less text than this are pictures. */
const LEAST_TEXT = 40;

/**
 * Read a PDF that has a text layer; one without is a scan.
 *
 * @throws {Refusal} When it is broken or locked.
 */
export async function readPdf(file: Buffer): Promise<SourceDocument> {
  const { pages, signatures } = await readPages(file);
  const chars = pages.reduce(
    (sum, { items }) =>
      sum +
      items
        .map(({ text }) => text)
        .join('')
        .trim().length,
    0,
  );
  if (chars < LEAST_TEXT * pages.length) return readScannedPdf(file, pages.length);
  return fromPages(file, pages, signatures);
}

async function fromPages(
  file: Buffer,
  pages: PdfPage[],
  signatures: number,
): Promise<SourceDocument> {
  const lines = pages.map(toPdfLines);
  const furniture = findFurniture(lines);
  const kept = lines.map((page) => page.filter((line) => !furniture.has(line)));
  const { blocks, joins } = joinLines(kept.flat(), pages);
  const findings = createFindings();
  if (signatures > 0) {
    const found = { id: 'pdf-signed', severity: 'warning' as const, count: signatures, place: '' };
    findings.list.push(found);
  }
  const texts = furnitureTexts(furniture);
  const witness = await readPdfWitness(file, lines, furniture);
  if (witness === null) findings.add('witness-missing', 'note', 'pdftotext');
  return {
    method: 'pdf',
    blocks,
    notes: [],
    furniture: texts,
    findings: findings.list,
    changes: joins > 0 ? [{ reason: 'line-join', count: joins, chars: 0 }] : [],
    witness,
  };
}

function furnitureTexts(furniture: ReadonlySet<PdfLine>): string[] {
  return [
    ...new Set(
      [...furniture].map((line) =>
        line.items
          .map(({ text }) => text)
          .join('')
          .trim(),
      ),
    ),
  ];
}

/** What is used of the library; its own types are of the browser build. */
interface PdfJs {
  getDocument: (options: Record<string, unknown>) => {
    promise: Promise<PdfDocument>;
    destroy: () => Promise<void>;
  };
  VerbosityLevel: { ERRORS: number };
}

interface PdfDocument {
  numPages: number;
  getPage: (number: number) => Promise<PdfJsPage>;
  getFieldObjects: () => Promise<Record<string, { type?: string; value?: unknown }[]> | null>;
}

interface PdfJsPage {
  view: number[];
  getTextContent: (options: Record<string, unknown>) => Promise<{ items: PdfJsItem[] }>;
  getOperatorList: () => Promise<unknown>;
  commonObjs: { has: (id: string) => boolean; get: (id: string) => { name?: string } };
  cleanup: () => void;
}

interface PdfJsItem {
  str?: string;
  transform?: number[];
  width?: number;
  height?: number;
  fontName?: string;
  hasEOL?: boolean;
}

async function readPages(file: Buffer): Promise<{ pages: PdfPage[]; signatures: number }> {
  // The build for Node; the default one needs a browser.
  const library = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs;
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => `${pathToFileURL(join(root, name)).href}/`;
  const task = library.getDocument({
    data: new Uint8Array(file),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: library.VerbosityLevel.ERRORS,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      throw new Refusal('pdf-too-many-pages', { limit: String(MOST_PAGES) });
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number), number));
    return { pages, signatures: findSignatures(file) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('pdf-broken', { reason: error instanceof Error ? error.message : '' });
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PdfJsPage, number: number): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent({
    disableNormalization: true,
    includeMarkedContent: false,
  });
  const fonts = await readFonts(page, items);
  const read = items.flatMap((item): PdfItem[] => {
    const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform ?? [];
    const text = item.str ?? '';
    if (text === '' && item.hasEOL !== true) return [];
    const font = fonts.get(item.fontName ?? '') ?? null;
    const size = Math.hypot(skew, scale) || (item.height ?? 0);
    return [
      {
        text,
        x: x - left,
        y: y - bottom,
        width: item.width ?? 0,
        size,
        font,
        endsLine: item.hasEOL === true,
      },
    ];
  });
  page.cleanup();
  return { number, width: right - left, height: top - bottom, items: read };
}

/** Names of the fonts of a page; they are known only once the page's operators have been read. */
async function readFonts(
  page: PdfJsPage,
  items: readonly PdfJsItem[],
): Promise<Map<string, string>> {
  const fonts = new Map<string, string>();
  const ids = new Set(items.map(({ fontName }) => fontName ?? ''));
  try {
    await page.getOperatorList();
    for (const id of ids) {
      if (id === '' || !page.commonObjs.has(id)) continue;
      const name = page.commonObjs.get(id).name;
      if (name !== undefined) fonts.set(id, name.replace(/^[A-Z]{6}\+/, ''));
    }
  } catch {
    // Without names nothing is bold; the text is the same.
  }
  return fonts;
}
