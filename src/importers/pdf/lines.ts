/** A piece of text as the PDF places it; lengths in points from the lower left corner. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string | null;
  endsLine: boolean;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  items: PdfItem[];
  /** Some of its text is not drawn: a layer behind the picture of a scan. */
  isInvisible: boolean;
  /** Notes and fields with text that a viewer shows on the page. */
  filledIn: number;
}

/** Pieces on one base line, in the order of the file. */
export interface PdfLine {
  page: number;
  items: PdfItem[];
  left: number;
  right: number;
  y: number;
  size: number;
}

/**
 * Cut a page into lines, in the order in which the file draws it: that is the order of reading in
 * files made by an office program.
 */
export function toPdfLines(page: PdfPage): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfItem[] = [];
  const end = (): void => {
    if (open.some(({ text }) => text.trim() !== '')) lines.push(toLine(open, page.number));
    open = [];
  };
  for (const item of page.items) {
    const last = open.findLast(({ text }) => text.trim() !== '');
    if (last && item.text.trim() !== '' && !isSameLine(last, item)) end();
    if (item.text !== '') open.push(spaced(open.at(-1), item));
    // A change of height alone, as of a footnote mark, ends no line.
  }
  end();
  return lines;
}

function isSameLine(last: PdfItem, item: PdfItem): boolean {
  const size = Math.max(last.size, item.size, 1);
  if (Math.abs(last.y - item.y) > size * 0.6) return false;
  const gap = item.x - (last.x + last.width);
  // Far to the left again, or the next column of a letter-head.
  return gap > -size * 2 && gap < size * 6;
}

/** Pieces that stand apart are words apart, though the file has no space between them. */
function spaced(last: PdfItem | undefined, item: PdfItem): PdfItem {
  if (!last || /\s$/.test(last.text) || /^\s/.test(item.text)) return item;
  const gap = item.x - (last.x + last.width);
  return gap > Math.max(last.size, item.size) * 0.18 ? { ...item, text: ` ${item.text}` } : item;
}

function toLine(items: PdfItem[], page: number): PdfLine {
  const visible = items.filter(({ text }) => text.trim() !== '');
  const first = visible[0];
  return {
    page,
    items,
    left: Math.min(...visible.map(({ x }) => x)),
    right: Math.max(...visible.map(({ x, width }) => x + width)),
    y: first?.y ?? 0,
    size: Math.max(...visible.map(({ size }) => size)),
  };
}

export function lineText(line: PdfLine): string {
  return line.items.map(({ text }) => text).join('');
}
