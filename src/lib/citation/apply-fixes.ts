import type { CitationFix } from '../document/schema.ts';

/** Where a person's decision holds in a text. */
export interface FixedSpan {
  /** UTF-16 offsets of the quote; `end` is exclusive. */
  start: number;
  end: number;
  fix: CitationFix;
}

/**
 * Every place of a text that a person has decided, in the order of the text.
 *
 * A fix holds wherever its quote stands between its prefix and its suffix: it survives whatever
 * changes elsewhere, and ends when the words themselves change.
 */
export function findFixes(text: string, fixes: readonly CitationFix[]): FixedSpan[] {
  return fixes
    .flatMap((fix) => findFix(text, fix))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function findFix(text: string, fix: CitationFix): FixedSpan[] {
  const pattern = fix.prefix + fix.quote + fix.suffix;
  const spans: FixedSpan[] = [];
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + pattern.length)) {
    const start = at + fix.prefix.length;
    spans.push({ start, end: start + fix.quote.length, fix });
  }
  return spans;
}

/** Slug and anchor of a target. @example splitTarget('a-2031#d5') // { doc: 'a-2031', provision: 'd5' } */
export function splitTarget(target: string): { doc: string; provision: string | null } {
  const [doc = '', provision] = target.split('#');
  return { doc, provision: provision ?? null };
}
