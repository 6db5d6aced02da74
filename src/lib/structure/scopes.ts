import { parseAnnexLabel } from '../provision/labels.ts';
import { instrumentName } from '../document/instruments.ts';
import type { Line } from './lines.ts';
import { isCapitals, tableText } from './lines.ts';

export type ScopeKind = 'document' | 'attached' | 'annex';

/** A part of the document that numbers its units by itself. Lines from `from` up to `to`, exclusive. */
export interface Scope {
  kind: ScopeKind;
  from: number;
  to: number;
}

/**
 * Find where attached instruments and annexes begin.
 *
 * @param covered Lines inside a run of articles, where nothing of the kind can begin.
 * @param restarts Lines on which a further numbering begins (its "Điều 1").
 */
export function findScopes(
  lines: readonly Line[],
  covered: (line: number) => boolean,
  restarts: readonly number[],
): Scope[] {
  const starts: { at: number; kind: ScopeKind }[] = [{ at: 0, kind: 'document' }];
  const seen = new Set<string>();
  for (const line of lines) {
    const at = line.index;
    if (at === 0 || covered(at)) continue;
    const annex = annexKey(line);
    if (annex !== null && isAnnexStart(line, lines) && !(annex !== '' && seen.has(annex))) {
      if (annex !== '') seen.add(annex);
      starts.push({ at, kind: 'annex' });
    } else if (isAttachedTitle(line, lines) && !followsAnnex(starts.at(-1), at))
      starts.push({ at: titleStart(lines, at), kind: 'attached' });
  }
  for (const restart of restarts) addRestart(starts, lines, restart);
  const sorted = starts.sort((a, b) => a.at - b.at).filter(isNew);
  return sorted.map(({ at, kind }, index) => ({
    kind,
    from: at,
    to: sorted[index + 1]?.at ?? lines.length,
  }));
}

/** `DANH MỤC …` below `PHỤ LỤC 1` is the title of that annex. */
function followsAnnex(last: { at: number; kind: ScopeKind } | undefined, at: number): boolean {
  return last?.kind === 'annex' && at - last.at <= 4;
}

function isNew(start: { at: number }, index: number, all: readonly { at: number }[]): boolean {
  return index === 0 || start.at > (all[index - 1]?.at ?? -1);
}

/** `pl1`, `ms2`; '' for an annex without a number; null for no annex. */
function annexKey({ text, table }: Line): string | null {
  if (table) return null;
  const annex = parseAnnexLabel(text.replace(/\n/g, ' '));
  if (!annex) return null;
  return annex.number === ''
    ? ''
    : `${annex.isForm ? 'ms' : 'pl'}${annex.number.replace(/^0+/, '')}`;
}

/** The name of an annex stands alone, in the middle or to the right, or in capitals. */
function isAnnexStart(line: Line, lines: readonly Line[]): boolean {
  const { text, align, isBold } = line;
  const first = text.split('\n')[0] ?? '';
  if (first.length > 90 || /[;:,]$/.test(text)) return false;
  const rest = parseAnnexLabel(first)?.rest ?? '';
  const isTitle = rest === '' || isCapitals(rest) || /^\p{Lu}/u.test(rest) || rest.startsWith('(');
  if (!isTitle) return false;
  const next = lines[line.index + 1];
  const titled =
    next !== undefined && (next.isCaps || next.align === 'center' || next.text.startsWith('('));
  return align === 'center' || align === 'right' || isCapitals(first) || isBold || titled;
}

/** `QUY CHẾ …` with `(Ban hành kèm theo …)` near it. */
function isAttachedTitle(line: Line, lines: readonly Line[]): boolean {
  const { text, table, index, align, isBold } = line;
  if (table || text.length > 200) return false;
  const first = text.split('\n')[0] ?? '';
  if (instrumentName(first) === null) return false;
  if (!isCapitals(first) && !(align === 'center' && isBold)) return false;
  return lines
    .slice(index, index + 7)
    .some(
      (near) =>
        /^\(?\s*(?:Được )?(?:ban hành )?kèm theo/i.test(near.text) ||
        /\n\(?(?:ban hành )?kèm theo/i.test(near.text),
    );
}

/** The letter-head and the title block that lead to a title. */
function titleStart(lines: readonly Line[], at: number): number {
  let start = at;
  for (let before = at - 1; before >= 0 && before >= at - 6; before--) {
    const line = lines[before];
    if (line?.table && isLetterhead(tableText(line.table))) return before;
    if (line && isLetterhead(line.text)) start = before;
  }
  return start;
}

export function isLetterhead(text: string): boolean {
  return /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM/.test(text);
}

/** A further "Điều 1" needs a title before it: lines in the middle, in capitals or in bold. */
function addRestart(
  starts: { at: number; kind: ScopeKind }[],
  lines: readonly Line[],
  restart: number,
): void {
  let title: number | null = null;
  for (let at = restart - 1; at > 0 && at >= restart - 12; at--) {
    const line = lines[at];
    if (!line || line.table) break;
    const isTitleLine = line.align === 'center' || line.isCaps || line.text.startsWith('(');
    if (!isTitleLine && !(line.isBold && line.text.length < 120)) break;
    title = at;
  }
  if (title === null) return;
  const from = titleStart(lines, title);
  const taken = starts.some(({ at }) => at > from - 15 && at <= restart && at > 0);
  if (!taken && lines.slice(from, restart).some((line) => line.isCaps || line.align === 'center'))
    starts.push({ at: from, kind: 'attached' });
}
