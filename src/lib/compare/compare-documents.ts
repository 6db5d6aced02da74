import type { ProvisionTree } from '../provision/types.ts';
import { alignUnits, type HandAlignment, type Link } from './align.ts';
import { diffWords, isSame, type Stretch } from './diff-words.ts';
import { compareUnits, type CompareUnit } from './units.ts';

/** What became of a unit, typography apart. */
export const ROW_CHANGES = ['same', 'changed', 'dropped', 'new'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

/** Old units beside the new ones that answer to them. */
export interface ComparisonRow {
  /** Empty where the unit is new. */
  old: readonly CompareUnit[];
  /** Empty where the unit was dropped. */
  new: readonly CompareUnit[];
  change: RowChange;
  /** A chapter and the like: only its own words are compared. */
  isGroup: boolean;
  /** Its place among the others has changed; a new number alone is no move. */
  isMoved: boolean;
  /** True when a person has settled what answers to what. */
  byHand: boolean;
  /** Words of both sides; units joined by line breaks. */
  stretches: readonly Stretch[];
}

/** Two documents, provision by provision. */
export interface DocumentComparison {
  /** In the order of the new document; what was dropped stands after what it followed. */
  rows: readonly ComparisonRow[];
  /** Rows of provisions (no group, opening or closing), by what became of them. */
  counts: Readonly<Record<RowChange, number>>;
}

/**
 * Compare the texts of two documents provision by provision and word for word.
 *
 * @param alignments Corrections by hand; see `alignUnits` for what the machine does.
 */
export function compareDocuments(
  oldTree: ProvisionTree,
  newTree: ProvisionTree,
  alignments: readonly HandAlignment[] = [],
): DocumentComparison {
  const olds = compareUnits(oldTree);
  const news = compareUnits(newTree);
  const links = sortLinks(alignUnits(olds, news, alignments));
  const inPlace = linksInPlace(links, olds);
  const rows = links.map((link) => makeRow(link, olds, news, !inPlace.has(link)));
  const counts = { same: 0, changed: 0, dropped: 0, new: 0 };
  for (const row of rows) if (isOfProvisions(row)) counts[row.change]++;
  return { rows, counts };
}

function isOfProvisions({ old, new: now, isGroup }: ComparisonRow): boolean {
  return !isGroup && [...old, ...now].every(({ realm }) => realm === 'text');
}

function makeRow(
  link: Link,
  olds: readonly CompareUnit[],
  news: readonly CompareUnit[],
  isMoved: boolean,
): ComparisonRow {
  const old = link.olds.flatMap((at) => olds[at] ?? []);
  const now = link.news.flatMap((at) => news[at] ?? []);
  const stretches = diffWords(joinTexts(old), joinTexts(now));
  const both = old.length > 0 && now.length > 0;
  const change = both
    ? isSame(stretches)
      ? 'same'
      : 'changed'
    : now.length > 0
      ? 'new'
      : 'dropped';
  const isGroup = [...old, ...now].every((unit) => unit.isGroup);
  return { old, new: now, change, isGroup, isMoved, byHand: link.byHand, stretches };
}

/** Of several units each begins with its label, so that it is seen where the text was cut. */
function joinTexts(units: readonly CompareUnit[]): string {
  if (units.length < 2) return units[0]?.text ?? '';
  return units.map(({ label, text }) => `${label}. ${text}`).join('\n');
}

function sortLinks(links: readonly Link[]): Link[] {
  const answered = links.filter(({ news }) => news.length > 0);
  answered.sort((a, b) => (a.news[0] ?? 0) - (b.news[0] ?? 0));
  const dropped = links.filter(({ news }) => news.length === 0);
  dropped.sort((a, b) => (a.olds[0] ?? 0) - (b.olds[0] ?? 0));
  for (const link of dropped) {
    const at = link.olds[0] ?? 0;
    const before = answered.reduce<{ index: number; old: number }>(
      (best, one, index) => {
        const old = one.olds.filter((value) => value < at).at(-1) ?? -1;
        return old > best.old ? { index, old } : best;
      },
      { index: -1, old: -1 },
    );
    answered.splice(before.index + 1, 0, link);
  }
  return answered;
}

/** The links of the longest run that is in the same order on both sides; all others have moved. */
function linksInPlace(links: readonly Link[], olds: readonly CompareUnit[]): Set<Link> {
  const twoSided = links.filter((link) => link.olds.length > 0 && link.news.length > 0);
  const groups = twoSided.filter(({ olds: [at] }) => olds[at ?? -1]?.isGroup === true);
  const units = twoSided.filter((link) => !groups.includes(link));
  const oneSided = links.filter((link) => !twoSided.includes(link));
  return new Set([...oneSided, ...longestRun(groups), ...longestRun(units)]);
}

/** Longest subsequence with ascending old units (patience sorting). */
function longestRun(links: readonly Link[]): Link[] {
  const value = (index: number): number => links[index]?.olds[0] ?? 0;
  const tails: number[] = [];
  const previous: number[] = [];
  for (const index of links.keys()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(tails[middle] ?? 0) < value(index)) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const run: Link[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const link = links[at];
    if (link) run.push(link);
  }
  return run;
}
