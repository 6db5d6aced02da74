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
  const { slices, counts } = sliceByDocument(units, documents);
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

/** Cut each unit's positions into those of single documents. */
function sliceByDocument(
  units: readonly ContentUnit[],
  documents: readonly SearchDocument[],
): { slices: Slices[]; counts: number[] } {
  const slices = new Map<number, Slices>();
  const counts = units.map(({ positions }, unit) => {
    let document = 0;
    let count = 0;
    for (let from = 0; from < positions.length; count++) {
      document = documentAt(documents, positions[from] ?? 0, document);
      const end = documents[document + 1]?.start ?? Infinity;
      let to = from + 1;
      while (to < positions.length && (positions[to] ?? 0) < end) to++;
      const slice = slices.get(document) ?? { document, ranges: [], coverage: 0 };
      slice.ranges.push({ unit, from, to });
      slices.set(document, slice);
      from = to;
    }
    return count;
  });
  return { slices: [...slices.values()], counts };
}

/**
 * Index of the document that holds a position, at or after a known one. Documents without text share
 * their start with the next one; the last of them has the text.
 */
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
  return low;
}

/** Most units of a query, so that a place in it fits beside a position in one number. */
const MOST_UNITS = 128;

/** A unit at a position, ordered by position: `position × MOST_UNITS + unit`. */
type Occurrences = Float64Array;

function matchContent(
  { document, ranges, coverage }: Slices,
  units: readonly ContentUnit[],
  weights: readonly number[],
  total: number,
  documents: readonly SearchDocument[],
): ContentMatch {
  const occurrences = collectOccurrences(ranges, units);
  const worth = regionWorths(documents[document]);
  const window = bestWindow(occurrences, units.length + SLACK, weights, worth) / total;
  const run = longestRun(occurrences, units, weights, worth);
  const repeated = repetition(ranges, weights) / total;
  const terms = new Set(ranges.flatMap(({ unit }) => termsOf(units[unit])));
  const score = 0.3 * coverage + 0.4 * window + (0.2 * run.worth) / total + 0.1 * repeated;
  return { document, coverage, window, run: run.weight / total, terms, score };
}

function collectOccurrences(ranges: Slices['ranges'], units: readonly ContentUnit[]): Occurrences {
  const occurrences = new Float64Array(ranges.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { unit, from, to } of ranges) {
    const positions = units[unit]?.positions;
    for (let index = from; index < to; index++) {
      occurrences[at++] = (positions?.[index] ?? 0) * MOST_UNITS + unit;
    }
  }
  return occurrences.sort();
}

function termsOf(unit: ContentUnit | undefined): number[] {
  return unit ? [unit.at, unit.at + unit.length - 1] : [];
}

/** What a position of a document is worth by its region. */
function regionWorths(document: SearchDocument | undefined): (position: number) => number {
  let end = document?.start ?? 0;
  const ends = REGIONS.map((region, index) => {
    end += document?.regions[index] ?? 0;
    return [end, REGION_WORTH[region]] as const;
  });
  return (position) => ends.find(([last]) => position < last)?.[1] ?? 0;
}

/** Largest weight of different units within a stretch of text. */
function bestWindow(
  occurrences: Occurrences,
  length: number,
  weights: readonly number[],
  worth: (position: number) => number,
): number {
  const inside = new Uint32Array(weights.length);
  let sum = 0;
  let best = 0;
  let first = 0;
  for (const occurrence of occurrences) {
    const unit = occurrence % MOST_UNITS;
    const position = (occurrence - unit) / MOST_UNITS;
    inside[unit] = (inside[unit] ?? 0) + 1;
    if (inside[unit] === 1) sum += weights[unit] ?? 0;
    while ((occurrences[first] ?? 0) < (position - length) * MOST_UNITS) {
      const old = (occurrences[first++] ?? 0) % MOST_UNITS;
      inside[old] = (inside[old] ?? 0) - 1;
      if (inside[old] === 0) sum -= weights[old] ?? 0;
    }
    if (sum > best) best = Math.max(best, sum * worth(position));
  }
  return best;
}

/** Largest weight of units that follow each other in the text as in the query. */
function longestRun(
  occurrences: Occurrences,
  units: readonly ContentUnit[],
  weights: readonly number[],
  worth: (position: number) => number,
): { weight: number; worth: number } {
  /** Weight of the run that ends with a term at a position, by the last position of each term. */
  const runs = new Map<number, number>();
  const best = { weight: 0, worth: 0 };
  for (const occurrence of occurrences) {
    const unit = occurrence % MOST_UNITS;
    const position = (occurrence - unit) / MOST_UNITS;
    const at = units[unit]?.at ?? 0;
    const before = runs.get((position - 1) * MOST_UNITS + at - 1) ?? 0;
    const weight = before + (weights[unit] ?? 0);
    runs.set(position * MOST_UNITS + at, weight);
    best.weight = Math.max(best.weight, weight);
    if (weight > best.worth) best.worth = Math.max(best.worth, weight * worth(position));
  }
  return best;
}

function repetition(ranges: Slices['ranges'], weights: readonly number[]): number {
  return ranges.reduce((sum, { unit, from, to }) => {
    const count = to - from;
    return sum + ((weights[unit] ?? 0) * count) / (count + HALF_REPEATED);
  }, 0);
}
