import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../import-error.ts';
import type { PdfItem, PdfPage } from './lines.ts';
import { findSignatures } from './witness.ts';

const MOST_PAGES = 1500;
/** Pieces of text: a page has some hundreds, one that places each letter some thousands. */
const MOST_ITEMS = { page: 50_000, file: 600_000 };
/** Text rendering mode of text that is not drawn. @see ISO 32000, 9.3.6 */
const INVISIBLE = 3;

/** The text of a PDF as it is placed on its pages. */
export interface PdfText {
  pages: PdfPage[];
  /** Number of signature fields. */
  signatures: number;
}

/** What is used of the library; its own types are of the browser build. */
interface PdfJs {
  getDocument: (options: Record<string, unknown>) => {
    promise: Promise<PdfDocument>;
    destroy: () => Promise<void>;
  };
  VerbosityLevel: { ERRORS: number };
  OPS: { setTextRenderingMode: number };
}

interface PdfDocument {
  numPages: number;
  getPage: (number: number) => Promise<PdfJsPage>;
  getFieldObjects: () => Promise<Record<string, { type?: string; value?: unknown }[]> | null>;
}

interface PdfJsPage {
  view: number[];
  getTextContent: (options: Record<string, unknown>) => Promise<{ items: PdfJsItem[] }>;
  getOperatorList: () => Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
  getAnnotations: () => Promise<PdfAnnotation[]>;
  commonObjs: { has: (id: string) => boolean; get: (id: string) => { name?: string } };
  cleanup: () => void;
}

interface PdfAnnotation {
  subtype?: string;
  fieldType?: string;
  fieldValue?: unknown;
  contentsObj?: { str?: string };
}

interface PdfJsItem {
  str?: string;
  transform?: number[];
  width?: number;
  height?: number;
  fontName?: string;
  hasEOL?: boolean;
}

/**
 * Read all pages with pdf.js, which holds the thread for as long as the file makes it.
 *
 * @throws {Refusal} When the file is broken, locked, or has too many pages.
 */
export async function readPages(file: Buffer): Promise<PdfText> {
  // The build for Node; the default one needs a browser.
  const library = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs;
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => `${pathToFileURL(join(root, name)).href}/`;
  const task = library.getDocument({
    data: new Uint8Array(file.buffer, file.byteOffset, file.byteLength),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: library.VerbosityLevel.ERRORS,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    // Only text is wanted of it; a picture may unfold to gigabytes.
    maxImageSize: 0,
  });
  try {
    const signatures = findSignatures(file);
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      throw new Refusal('pdf-too-many-pages', { limit: String(MOST_PAGES) });
    const pages: PdfPage[] = [];
    let items = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(await document.getPage(number), number, library);
      items += page.items.length;
      if (page.items.length > MOST_ITEMS.page || items > MOST_ITEMS.file)
        throw new Refusal('pdf-too-heavy');
      pages.push(page);
    }
    return { pages, signatures };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const detail = error instanceof Error ? error.message.replace(/[.\s]+$/, '') : '';
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Refusal('pdf-broken', { cause: isLocked ? 'pdf-locked' : 'pdf-damaged', detail });
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PdfJsPage, number: number, library: PdfJs): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent({
    disableNormalization: true,
    includeMarkedContent: false,
  });
  const { fonts, isInvisible } = await readDrawing(page, items, library);
  const filledIn = (await page.getAnnotations()).filter(isFilledIn).length;
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
  const size = { width: right - left, height: top - bottom };
  return { number, ...size, items: read, isInvisible, filledIn };
}

/** Text that a viewer shows, and that is no part of the page's own text. */
function isFilledIn({ subtype, fieldType, fieldValue, contentsObj }: PdfAnnotation): boolean {
  if (subtype === 'FreeText') return (contentsObj?.str ?? '').trim() !== '';
  const isText = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch');
  const values = Array.isArray(fieldValue) ? (fieldValue as unknown[]) : [fieldValue];
  return isText && values.some((value) => typeof value === 'string' && value.trim() !== '');
}

/**
 * Names of the fonts of a page, which are known only once its operators have been read, and whether
 * its text is invisible: a layer that a machine has put behind the picture of a scan.
 */
async function readDrawing(
  page: PdfJsPage,
  items: readonly PdfJsItem[],
  { OPS }: PdfJs,
): Promise<{ fonts: Map<string, string>; isInvisible: boolean }> {
  const fonts = new Map<string, string>();
  const ids = new Set(items.map(({ fontName }) => fontName ?? '').filter((id) => id !== ''));
  let isInvisible = false;
  if (ids.size === 0) return { fonts, isInvisible };
  try {
    const { fnArray, argsArray } = await page.getOperatorList();
    isInvisible = fnArray.some(
      (operator, index) =>
        operator === OPS.setTextRenderingMode && argsArray[index]?.[0] === INVISIBLE,
    );
    for (const id of ids) {
      if (!page.commonObjs.has(id)) continue;
      const name = page.commonObjs.get(id).name;
      if (name !== undefined) fonts.set(id, name.replace(/^[A-Z]{6}\+/, ''));
    }
  } catch {
    // Without names nothing is bold; the text is the same.
  }
  return { fonts, isInvisible };
}
