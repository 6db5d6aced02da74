import { lineText } from './lines.ts';
import type { PdfLine } from './lines.ts';

/** How many lines at the top and bottom of a page may be furniture. */
const EDGE = 2;

/**
 * Lines that are page headers, footers and page numbers: alike, but for figures, at the same height
 * on several pages, or a number alone at the edge.
 *
 * @param pages Lines of each page.
 */
export function findFurniture(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const furniture = new Set<PdfLine>();
  const groups = new Map<string, PdfLine[]>();
  for (const lines of pages)
    for (const line of edgesOf(lines)) {
      const text = lineText(line).trim();
      if (
        /^[-–—\s]*(?:Trang\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s]*$/i.test(text) &&
        isOuter(line, lines)
      ) {
        furniture.add(line);
        continue;
      }
      const key = `${text.replace(/\d+/g, '#')}@${Math.round(line.y / 6)}`;
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
  for (const group of groups.values()) {
    const isRepeated =
      new Set(group.map(({ page }) => page)).size >= Math.max(3, pages.length * 0.4);
    if (isRepeated) for (const line of group) furniture.add(line);
  }
  return furniture;
}

function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)])];
}

/** The uppermost or lowest line of its page, with no other beside it. */
function isOuter(line: PdfLine, lines: readonly PdfLine[]): boolean {
  const others = lines.filter((other) => other !== line);
  return others.every(({ y }) => y < line.y - 2) || others.every(({ y }) => y > line.y + 2);
}
