import type { Line } from './lines.ts';

const LONGEST_QUOTATION = 600;

/**
 * Which lines are quoted as a whole, as the texts that an amending law puts in place.
 *
 * Marks of real documents do not always balance, so a quotation that never closes is only its own
 * line, and one is open only until the line that closes it.
 *
 * @returns One entry per line.
 */
export function findQuotations(lines: readonly Line[]): boolean[] {
  const quoted = lines.map(() => false);
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    const starts = /^["“]/.test(text);
    const depth = depthAfter(text, 0);
    if (depth <= 0) {
      if (starts && /["”][.;,]?\s*$/.test(text)) quoted[at] = true;
      continue;
    }
    if (starts) quoted[at] = true;
    const end = findEnd(lines, at, depth);
    if (end === null) continue;
    for (let line = at + 1; line <= end; line++) quoted[line] = true;
    at = end;
  }
  return quoted;
}

/** Line that closes what is open after line `start`; null when none does. */
function findEnd(lines: readonly Line[], start: number, depth: number): number | null {
  let open = depth;
  const limit = Math.min(lines.length, start + LONGEST_QUOTATION);
  for (let at = start + 1; at < limit; at++) {
    const text = lines[at]?.text ?? '';
    // Each paragraph of a quotation may open anew, with one mark at its end.
    const before = /^["“]/.test(text) ? open - 1 : open;
    open = depthAfter(text, before);
    if (open <= 0) return at;
  }
  return null;
}

/** Straight marks open after a space or bracket and close elsewhere. */
function depthAfter(text: string, depth: number): number {
  let open = depth;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '“' || character === '«') open++;
    else if (character === '”' || character === '»') open--;
    else if (character === '"') open += at === 0 || /[\s([“]/.test(text.charAt(at - 1)) ? 1 : -1;
    if (open < 0) open = 0;
  }
  return open;
}
