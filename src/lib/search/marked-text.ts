import type { Syllable } from './syllables.ts';

/** A run of text, marked when it is what was looked for. Shown as text nodes, never as HTML. */
export interface MarkedRun {
  text: string;
  marked: boolean;
}

/** Most syllables of an excerpt. */
const LENGTH = 44;
/** Syllables before the first mark. */
const LEAD = 8;

/**
 * A text with some syllables marked; neighbouring marks become one.
 *
 * @param marked Indices of the syllables.
 * @param from First syllable shown.
 * @param to Syllable after the last one shown.
 */
export function markText(
  text: string,
  syllables: readonly Syllable[],
  marked: ReadonlySet<number>,
  from = 0,
  to = syllables.length,
): MarkedRun[] {
  const end = to < syllables.length ? (syllables[to - 1]?.end ?? text.length) : text.length;
  let at = from === 0 ? 0 : (syllables[from]?.start ?? 0);
  const runs: MarkedRun[] = from === 0 ? [] : [{ text: '… ', marked: false }];
  for (let index = from; index < to; index++) {
    if (!marked.has(index)) continue;
    const first = index;
    while (index + 1 < to && marked.has(index + 1)) index++;
    const start = syllables[first]?.start ?? at;
    const stop = syllables[index]?.end ?? start;
    if (start > at) runs.push({ text: text.slice(at, start), marked: false });
    runs.push({ text: text.slice(start, stop), marked: true });
    at = stop;
  }
  if (at < end) runs.push({ text: text.slice(at, end), marked: false });
  if (to < syllables.length) runs.push({ text: ' …', marked: false });
  return runs;
}

/**
 * The part of a text around its marks, short enough for a row of results.
 *
 * @param focus Syllable that must be shown.
 */
export function excerpt(
  text: string,
  syllables: readonly Syllable[],
  marked: ReadonlySet<number>,
  focus: number,
): MarkedRun[] {
  if (syllables.length <= LENGTH) return markText(text, syllables, marked);
  const from = Math.max(0, Math.min(focus - LEAD, syllables.length - LENGTH));
  // A beginning that is nearly shown is shown.
  const first = from < LEAD ? 0 : from;
  return markText(text, syllables, marked, first, Math.min(syllables.length, first + LENGTH));
}
