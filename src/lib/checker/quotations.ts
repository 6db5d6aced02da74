import type { CitationItem } from '../citation/types.ts';

/** Words in quotation marks beside a citation: perhaps the words of what is cited. */
export interface Quotation {
  /** UTF-16 offsets of the words, without their marks. */
  start: number;
  end: number;
  /** Indices of the citations it stands beside: several where a list has one span. */
  items: number[];
  /** The text says that these are the words: `quy định: “…”`, `“…” (Điều 5 …)`. */
  isAnnounced: boolean;
}

/** Shorter ones are terms, not sentences. */
const FEWEST_WORDS = 6;
const LONGEST = 5000;
/** Characters between a citation and what it quotes. */
const MOST_BETWEEN = 160;

/** `“…”` may hold paragraphs; marks that are the same on both sides stay on one line. */
const QUOTED = /“([^“”]{20,5000})”|"([^"\n]{20,5000})"|«([^«»]{20,5000})»|‘([^‘’“”]{20,5000})’/gu;
const ANNOUNCED =
  /(?:quy định|nêu|ghi|khẳng định|yêu cầu|nhấn mạnh|xác định|chỉ rõ|viết|rõ|rằng|là)\s*:?\s*$|:\s*$/iu;
/** A bracket may follow a full stop; `theo` after one begins the next sentence. */
const BEFORE_SOURCE =
  /^(?:\s*[.,;]?\s*[([–—-]\s*(?:theo|trích|xem|tại|nguồn:?)?|[^\S\n]*[,;]?[^\S\n]*(?:theo|trích))\s*$/iu;

/**
 * Find the quotations of a text and the citations they go with: the one just before, or the one
 * that follows in brackets.
 *
 * @param items In order of their place, see `checkText`.
 */
export function findQuotations(text: string, items: readonly CitationItem[]): Quotation[] {
  const quotations: Quotation[] = [];
  let next = 0;
  for (const match of text.matchAll(QUOTED)) {
    const words = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    if (words.length > LONGEST || countWords(words) < FEWEST_WORDS) continue;
    const start = match.index + 1;
    const end = start + words.length;
    while (next < items.length && (items[next]?.start ?? 0) < start) next++;
    const found = sourceOf(text, items, next, { start, end });
    if (found) quotations.push({ start, end, ...found });
  }
  return quotations;
}

function sourceOf(
  text: string,
  items: readonly CitationItem[],
  next: number,
  { start, end }: { start: number; end: number },
): Pick<Quotation, 'items' | 'isAnnounced'> | null {
  let later = next;
  while (later < items.length && (items[later]?.start ?? 0) <= end) later++;
  const after = items[later];
  if (after && after.start - end < 20 && BEFORE_SOURCE.test(text.slice(end + 1, after.start)))
    return { items: sameSpan(items, later), isAnnounced: true };
  const before = items[next - 1];
  if (!before || before.end >= start) return null;
  const between = text.slice(before.end, start - 1);
  if (between.length > MOST_BETWEEN || /[“”"«»]/u.test(between)) return null;
  const isAnnounced = ANNOUNCED.test(between);
  if (between.includes('\n') && !isAnnounced) return null;
  return { items: sameSpan(items, next - 1), isAnnounced };
}

function sameSpan(items: readonly CitationItem[], at: number): number[] {
  const { start, end } = items[at] ?? { start: -1, end: -1 };
  const found = [at];
  const fits = (place: number): boolean =>
    items[place]?.start === start && items[place].end === end;
  for (let place = at - 1; fits(place); place--) found.unshift(place);
  for (let place = at + 1; fits(place); place++) found.push(place);
  return found;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}
