import { findSign } from '../../lib/structure/signs.ts';
import type { Alignment, SourceParagraph, SourceRun } from '../../lib/structure/source.ts';
import { lineText } from './lines.ts';
import type { PdfItem, PdfLine, PdfPage } from './lines.ts';

/**
 * Join lines into paragraphs by margins, indents and labels, never by punctuation alone.
 *
 * @returns The paragraphs, and how many line ends were taken away.
 */
export function joinLines(
  lines: readonly PdfLine[],
  pages: readonly PdfPage[],
): { blocks: SourceParagraph[]; joins: number } {
  const margins = findMargins(lines);
  const blocks: SourceParagraph[] = [];
  let open: PdfLine[] = [];
  let joins = 0;
  const end = (): void => {
    if (open.length > 0) blocks.push(toParagraph(open, margins, pages));
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (last && continues(last, line, open, margins)) joins++;
    else end();
    open.push(line);
  }
  end();
  return { blocks, joins };
}

interface Margins {
  left: number;
  right: number;
  /** Distance of base lines inside a paragraph. */
  leading: number;
}

/** The edges of running text: where most long lines begin and end. */
function findMargins(lines: readonly PdfLine[]): Margins {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  const right = rights[Math.floor(rights.length * 0.8)] ?? 500;
  const full = lines.filter((line) => line.right > right - 20);
  const lefts = full.map(({ left }) => Math.round(left)).sort((a, b) => a - b);
  const left = lefts[Math.floor(lefts.length * 0.2)] ?? 80;
  const gaps = lines
    .slice(1)
    .map((line, index) => {
      const last = lines[index];
      return last?.page === line.page ? last.y - line.y : 0;
    })
    .filter((gap) => gap > 6 && gap < 40)
    .sort((a, b) => a - b);
  return { left, right, leading: gaps[Math.floor(gaps.length * 0.4)] ?? 16 };
}

function continues(
  last: PdfLine,
  line: PdfLine,
  open: readonly PdfLine[],
  { left, right, leading }: Margins,
): boolean {
  const em = Math.max(last.size, 8);
  const text = lineText(line).trimStart();
  const isCentredPair = isCentred(last, left, right) && isCentred(line, left, right);
  if (isCentredPair) return false;
  if (last.right < right - em * 2.5) return false;
  if (last.page === line.page && last.y - line.y > leading * 1.6) return false;
  if (last.page === line.page && line.y > last.y + em) return false;
  if (Math.abs(last.size - line.size) > 1.5) return false;
  const isIndented = line.left > left + em * 0.8;
  const wasIndented = (open.at(-1)?.left ?? 0) > left + em * 0.8 && open.length > 1;
  if (isIndented && !wasIndented) return false;
  // A label at the margin begins a unit where the sentence before it has ended.
  const before = lineText(last).trimEnd();
  if (findSign(text) && /[.;:”"]$/.test(before)) return false;
  return true;
}

function isCentred(line: PdfLine, left: number, right: number): boolean {
  const before = line.left - left;
  const after = right - line.right;
  return (
    before > line.size * 1.5 && after > line.size * 1.5 && Math.abs(before - after) < line.size * 3
  );
}

function toParagraph(
  lines: readonly PdfLine[],
  { left, right }: Margins,
  pages: readonly PdfPage[],
): SourceParagraph {
  const first = lines[0];
  const runs: SourceRun[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) runs.push({ ...plainRun, text: ' ' });
    for (const item of line.items) addRun(runs, item);
  }
  const allCentred = lines.every((line) => isCentred(line, left, right));
  const page = pages.find(({ number }) => number === first?.page);
  const isRight =
    first !== undefined && lines.length === 1 && first.left > (page?.width ?? 600) * 0.55;
  const align: Alignment = allCentred ? 'center' : isRight ? 'right' : 'justify';
  return {
    type: 'paragraph',
    runs,
    generated: null,
    align,
    indent: Math.round(Math.max(0, (first?.left ?? 0) - left) * 20),
    locator: `trang ${first?.page ?? 1}`,
  };
}

const plainRun: SourceRun = { text: '', font: null, bold: false, italic: false, caps: false };

function addRun(runs: SourceRun[], { text, font }: PdfItem): void {
  const bold = /bold|black|heavy/i.test(font ?? '');
  const italic = /italic|oblique/i.test(font ?? '');
  const last = runs.at(-1);
  if (
    last &&
    (text.trim() === '' || (last.font === font && last.bold === bold && last.italic === italic))
  )
    last.text += text;
  else runs.push({ text, font, bold, italic, caps: false });
}
