import type { ProvisionTree } from '../provision/types.ts';
import { alignUnits, type HandAlignment, type Link } from './align.ts';
import { diffWords, isSame, type Stretch } from './diff-words.ts';
import { compareUnits, type CompareUnit } from './units.ts';
import { readWords } from './words.ts';

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
  const stretches = compareTexts(old, now);
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

/**
 * Of several units each begins with its label, so that it is seen where the text was cut; on both
 * sides, and never as a change: a label that only moved is no new word.
 */
function compareTexts(old: readonly CompareUnit[], now: readonly CompareUnit[]): Stretch[] {
  const stretches = diffWords(joinTexts(old), joinTexts(now));
  if (old.length < 2 && now.length < 2) return stretches;
  return labelUnits(labelUnits(stretches, 'old', old), 'new', now);
}

function joinTexts(units: readonly CompareUnit[]): string {
  return units.map(({ text }) => text).join('\n');
}

/** Put the label of each unit before its text, on its own side, in a stretch of its own. */
function labelUnits(
  stretches: readonly Stretch[],
  side: 'old' | 'new',
  units: readonly CompareUnit[],
): Stretch[] {
  const labelled: Stretch[] = [];
  const rest = [...stretches];
  for (const [index, { label, text }] of units.entries()) {
    labelled.push({ kind: 'same', old: '', new: '', [side]: `${label}. ` });
    let left = text.length + (index < units.length - 1 ? 1 : 0);
    for (let next = rest.shift(); next; next = rest.shift()) {
      const length = next[side].length;
      if (length > left) {
        const [before, after] = cutStretch(next, side, left);
        labelled.push(before);
        rest.unshift(after);
        break;
      }
      labelled.push(next);
      left -= length;
      if (left === 0 && index < units.length - 1) break;
    }
  }
  return [...labelled, ...rest].filter((stretch) => stretch.old !== '' || stretch.new !== '');
}

/** Cut a stretch where its text on one side has a length; words that are the same stay together. */
function cutStretch(stretch: Stretch, side: 'old' | 'new', length: number): [Stretch, Stretch] {
  const other = side === 'old' ? 'new' : 'old';
  const own = stretch[side];
  const words = readWords(own.slice(0, length)).length;
  const at =
    stretch.kind === 'changed'
      ? 0
      : readWords(stretch[other])
          .slice(0, words)
          .reduce((sum, { text }) => sum + text.length, 0);
  const before = { ...stretch, [side]: own.slice(0, length), [other]: stretch[other].slice(0, at) };
  const after = { ...stretch, [side]: own.slice(length), [other]: stretch[other].slice(at) };
  return [before, after];
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
