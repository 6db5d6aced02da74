import { REGIONS, type Region, type SearchDocument } from './index-format.ts';

/** Where one unit of a query, mostly a pair of syllables, stands in the corpus. */
export interface ContentUnit {
  /** Number of its first term in the query. */
  at: number;
  /** Terms it stands for: a pair, or one alone. */
  length: 1 | 2;
  /** Ascending, in the common count of positions. */
  positions: Uint32Array;
}

/** How well a document's text answers a query. */
export interface ContentMatch {
  /** Index of the document. */
  document: number;
  /** Share of the query, weighted by how much each unit tells, that stands anywhere in it. */
  coverage: number;
  /** The same for the best short stretch. */
  window: number;
  /** The same for the longest run of units that follow each other as in the query. */
  run: number;
  /** Terms of the query that stand anywhere in it. */
  terms: Set<number>;
  /** 0 to 1: everything above in one figure. */
  score: number;
}

/** Weight of a unit that no text has, relative to a rare one: words in another order than usual. */
const MISSING = 0.3;

/** How much a unit tells: more, the fewer documents have it. */
function unitWeights(counts: readonly number[], documents: number): number[] {
  return counts.map((count) =>
    count === 0
      ? MISSING * Math.log(1 + documents)
      : Math.log(1 + (documents + 0.5) / (count + 0.5)),
  );
}

/** A document's share of each unit's positions: a range of the list, by unit. */
interface Slices {
  document: number;
  ranges: { unit: number; from: number; to: number }[];
  coverage: number;
}

/** Documents that are looked at closely, best coverage first. */
const MOST_CLOSE = 300;
/** Stretch in which words belong together, in syllables beyond those of the query. */
const SLACK = 10;
/** Worth of a stretch by where it stands. */
const REGION_WORTH: Record<Region, number> = { heading: 1, gist: 0.9, text: 0.9, note: 0.6 };
/** Occurrences at which half of the worth of repetition is reached. */
const HALF_REPEATED = 2;

/**
 * Score all documents by their texts.
 *
 * @param documents In the order of their positions.
 * @returns What each unit tells, and the match of each document; those without any unit, and those
 *   far behind, are missing.
 */
export function scoreContent(
  units: readonly ContentUnit[],
  documents: readonly SearchDocument[],
): { weights: number[]; matches: Map<number, ContentMatch> } {
  const slices = sliceByDocument(units, documents);
  const counts = units.map((_, unit) =>
    slices.reduce((sum, { ranges }) => sum + (ranges.some((r) => r.unit === unit) ? 1 : 0), 0),
  );
  const weights = unitWeights(counts, documents.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const slice of slices) {
    const sum = slice.ranges.reduce((all, { unit }) => all + (weights[unit] ?? 0), 0);
    slice.coverage = total === 0 ? 0 : sum / total;
  }
  const close = slices.sort((a, b) => b.coverage - a.coverage).slice(0, MOST_CLOSE);
  const matches = new Map(
    close.map((slice) => [slice.document, matchContent(slice, units, weights, total, documents)]),
  );
  return { weights, matches };
}

function sliceByDocument(
  units: readonly ContentUnit[],
  documents: readonly SearchDocument[],
): Slices[] {
  const slices = new Map<number, Slices>();
  units.forEach(({ positions }, unit) => {
    let document = 0;
    for (let from = 0; from < positions.length;) {
      document = documentAt(documents, positions[from] ?? 0, document);
      const end = documents[document + 1]?.start ?? Infinity;
      let to = from + 1;
      while (to < positions.length && (positions[to] ?? 0) < end) to++;
      const slice = slices.get(document) ?? { document, ranges: [], coverage: 0 };
      slice.ranges.push({ unit, from, to });
      slices.set(document, slice);
      from = to;
    }
  });
  return [...slices.values()];
}

/** Index of the document that holds a position, at or after a known one. */
export function documentAt(
  documents: readonly SearchDocument[],
  position: number,
  from = 0,
): number {
  let low = from;
  let high = documents.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((documents[middle]?.start ?? Infinity) <= position) low = middle;
    else high = middle - 1;
  }
  // Documents without text share their start with the next one: the last of them has the text.
  return low;
}

/** A unit at a place. */
interface Occurrence {
  unit: number;
  position: number;
}

function matchContent(
  { document, ranges, coverage }: Slices,
  units: readonly ContentUnit[],
  weights: readonly number[],
  total: number,
  documents: readonly SearchDocument[],
): ContentMatch {
  const occurrences = ranges
    .flatMap(({ unit, from, to }) =>
      Array.from(units[unit]?.positions.subarray(from, to) ?? [], (position) => ({
        unit,
        position,
      })),
    )
    .sort((a, b) => a.position - b.position);
  const worth = (position: number) => regionWorth(documents[document], position);
  const window = bestWindow(occurrences, units.length + SLACK, weights, worth) / total;
  const run = longestRun(occurrences, units, weights, worth) / total;
  const repeated = repetition(ranges, weights) / total;
  const score = 0.3 * coverage + 0.4 * window + 0.2 * run + 0.1 * repeated;
  const terms = new Set(ranges.flatMap(({ unit }) => termsOf(units[unit])));
  return { document, coverage, window, run, terms, score };
}

function termsOf(unit: ContentUnit | undefined): number[] {
  return unit ? [unit.at, unit.at + unit.length - 1] : [];
}

function regionWorth(document: SearchDocument | undefined, position: number): number {
  if (!document) return 0;
  let end = document.start;
  const region = REGIONS.find((_, index) => {
    end += document.regions[index] ?? 0;
    return position < end;
  });
  return region ? REGION_WORTH[region] : 0;
}

/** Largest weight of different units within a stretch of text. */
function bestWindow(
  occurrences: readonly Occurrence[],
  length: number,
  weights: readonly number[],
  worth: (position: number) => number,
): number {
  const inside = weights.map(() => 0);
  let sum = 0;
  let best = 0;
  let first = 0;
  for (const { unit, position } of occurrences) {
    if (inside[unit] === 0) sum += weights[unit] ?? 0;
    inside[unit] = (inside[unit] ?? 0) + 1;
    for (
      let old = occurrences[first];
      old && position - old.position > length;
      old = occurrences[++first]
    ) {
      inside[old.unit] = (inside[old.unit] ?? 0) - 1;
      if (inside[old.unit] === 0) sum -= weights[old.unit] ?? 0;
    }
    best = Math.max(best, sum * worth(position));
  }
  return best;
}

/** Largest weight of units that follow each other in the text as in the query. */
function longestRun(
  occurrences: readonly Occurrence[],
  units: readonly ContentUnit[],
  weights: readonly number[],
  worth: (position: number) => number,
): number {
  /** Weight of the run that ends with a query syllable at a position. */
  const runs = new Map<number, number>();
  const key = (position: number, at: number) => position * 64 + at;
  let best = 0;
  for (const { unit, position } of occurrences) {
    const at = units[unit]?.at ?? 0;
    const sum = (runs.get(key(position - 1, at - 1)) ?? 0) + (weights[unit] ?? 0);
    runs.set(key(position, at), sum);
    best = Math.max(best, sum * worth(position));
  }
  return best;
}

function repetition(ranges: Slices['ranges'], weights: readonly number[]): number {
  return ranges.reduce((sum, { unit, from, to }) => {
    const count = to - from;
    return sum + ((weights[unit] ?? 0) * count) / (count + HALF_REPEATED);
  }, 0);
}
