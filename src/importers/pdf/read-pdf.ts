import type { SourceDocument } from '../../lib/structure/source.ts';
import { createFindings } from '../findings.ts';
import type { OcrLimits } from '../ocr/page-pool.ts';
import { readScannedPdf } from '../ocr/read-scan.ts';
import { findFootnotes } from './footnotes.ts';
import { findFurniture } from './furniture.ts';
import { toPdfLines } from './lines.ts';
import type { PdfLine, PdfPage } from './lines.ts';
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
  const chars = pages.reduce(
    (sum, { items }) =>
      sum +
      items
        .map(({ text }) => text)
        .join('')
        .trim().length,
    0,
  );
  if (chars < LEAST_TEXT * pages.length) return readScannedPdf(file, pages, limits);
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
