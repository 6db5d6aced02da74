import type { Finding, SourceDocument } from '../../lib/structure/source.ts';
import { createFindings } from '../findings.ts';
import type { OcrLimits } from '../ocr/page-pool.ts';
import { readScannedPdf } from '../ocr/read-scan.ts';
import { findDrawn } from './drawn-pages.ts';
import { findFootnotes } from './footnotes.ts';
import { findFurniture } from './furniture.ts';
import { toPdfLines } from './lines.ts';
import type { PdfItem, PdfLine, PdfPage } from './lines.ts';
import { readPagesApart } from './pages-apart.ts';
import { joinLines } from './paragraphs.ts';
import { readPdfWitness } from './witness.ts';

/** Pages with less text than this are pictures. */
const LEAST_TEXT = 40;

/**
 * Read a PDF that has a text layer; one without is a scan.
 *
 * @throws {Refusal} When it is broken or locked.
 */
export async function readPdf(file: Buffer, limits: OcrLimits): Promise<SourceDocument> {
  const { pages, signatures } = await readPagesApart(file);
  const chars = countChars(pages);
  const invisible = pages.filter(({ isInvisible }) => isInvisible);
  const isScan = chars < LEAST_TEXT * pages.length || invisible.length > pages.length / 2;
  if (isScan) return readScannedPdf(file, pages, limits);
  const source = await fromPages(file, pages, signatures);
  return { ...source, findings: [...source.findings, ...(await findUnread(file, pages))] };
}

/** What a page shows and its text does not say, or says and does not show. */
async function findUnread(file: Buffer, pages: readonly PdfPage[]): Promise<Finding[]> {
  const findings = createFindings();
  for (const { number, isInvisible, filledIn } of pages) {
    if (isInvisible) findings.add('pdf-invisible', 'blocker', `trang ${number}`);
    if (filledIn > 0) findings.add('pdf-filled-in', 'blocker', `trang ${number}`);
  }
  const empty = pages.filter((page) => countChars([page]) < LEAST_TEXT);
  for (const number of await findDrawn(file, empty))
    findings.add('pdf-picture-page', 'blocker', `trang ${number}`);
  return findings.list;
}

function countChars(pages: readonly PdfPage[]): number {
  return pages.reduce((sum, { items }) => sum + textOf(items).trim().length, 0);
}

function textOf(items: readonly PdfItem[]): string {
  return items.map(({ text }) => text).join('');
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
  for (const { page } of findFootnotes(kept))
    findings.add('pdf-footnote', 'warning', `trang ${page}`);
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
