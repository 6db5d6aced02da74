import { lineText } from './lines.ts';
import type { PdfLine } from './lines.ts';

/**
 * First lines of footnotes: numbered, in smaller type than the text, with nothing in the text's type
 * below them. A PDF does not say where they belong, so they stay where they stand, amid the text of
 * the unit that the page ends in; a person has to be told.
 *
 * @param pages Lines of each page, furniture taken off.
 */
export function findFootnotes(pages: readonly (readonly PdfLine[])[]): PdfLine[] {
  const usual = usualSize(pages.flat());
  const isSmall = ({ size }: PdfLine): boolean => size < usual * 0.9;
  return pages.flatMap((lines) => {
    const sorted = [...lines].sort((a, b) => b.y - a.y);
    const below = sorted.slice(sorted.findLastIndex((line) => !isSmall(line)) + 1);
    return below.filter((line) => /^\s*\[?\d{1,3}[\].)]?\s*\p{L}/u.test(lineText(line)));
  });
}

/** Size in which most characters are set; points. */
function usualSize(lines: readonly PdfLine[]): number {
  const chars = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    chars.set(size, (chars.get(size) ?? 0) + lineText(line).length);
  }
  const [most] = [...chars].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 0;
}
