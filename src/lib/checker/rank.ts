import type { Verdict } from '../citation/types.ts';
import type { CheckedItem } from './check-lecture.ts';

/** A verdict, or that the quotation beside a right citation is not word for word. */
export type Finding = Verdict | 'quotation';

/** How much a finding matters to the author. */
export type Rank = 'error' | 'warning' | 'unknown' | 'ok';

/** All findings, those to be put right first. */
export const FINDINGS = [
  'wrong-date',
  'wrong-type',
  'wrong-issuer',
  'wrong-number-form',
  'unknown-provision',
  'quotation',
  'superseded',
  'expired',
  'ambiguous',
  'unknown-document',
  'ok',
] as const satisfies readonly Finding[];

/** What a reader is told first of an item. */
export function findingOf({ verdict, quoted }: CheckedItem): Finding {
  return verdict === 'ok' && quoted?.fit === 'differs' ? 'quotation' : verdict;
}

/** A document that the library does not have is no fault of the text. */
export function rankOf(finding: Finding): Rank {
  switch (finding) {
    case 'superseded':
    case 'expired':
    case 'ambiguous':
      return 'warning';
    case 'unknown-document':
      return 'unknown';
    case 'ok':
      return 'ok';
    default:
      return 'error';
  }
}

export function isProblem(item: CheckedItem): boolean {
  const rank = rankOf(findingOf(item));
  return rank === 'error' || rank === 'warning';
}

/** A stretch of the text that one or more citations cover. */
export interface Place {
  start: number;
  end: number;
  /** Indices of the items; lists have several on one span. */
  items: number[];
}

/** Stretches that do not overlap, in order: those of citations inside others are joined. */
export function placesOf(items: readonly CheckedItem[]): Place[] {
  const places: Place[] = [];
  const inOrder = items.map((item, i) => ({ item, i })).sort((a, b) => a.item.start - b.item.start);
  for (const { item, i } of inOrder) {
    const last = places.at(-1);
    if (last && item.start < last.end) {
      last.end = Math.max(last.end, item.end);
      last.items.push(i);
    } else {
      places.push({ start: item.start, end: item.end, items: [i] });
    }
  }
  return places;
}

/** The gravest finding at a place. */
export function worstOf(place: Place, items: readonly CheckedItem[]): Finding {
  const found = new Set(place.items.flatMap((i) => (items[i] ? [findingOf(items[i])] : [])));
  return FINDINGS.find((finding) => found.has(finding)) ?? 'ok';
}
