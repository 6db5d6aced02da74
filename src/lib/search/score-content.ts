import { REGIONS, type Region, type SearchDocument } from './index-format.ts';
import { Runs } from './runs.ts';

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
type Slices = { unit: number; from: number; to: number }[];

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
  const slices = units.map(({ positions }) => sliceByDocument(positions, documents));
  const weights = unitWeights(
    slices.map(({ length }) => length),
    documents.length,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const close = bestCovered(slices, weights, documents.length).slice(0, MOST_CLOSE);
  const ranges = new Map(close.map((document): [number, Slices] => [document, []]));
  slices.forEach((parts, unit) => {
    for (const { document, from, to } of parts) ranges.get(document)?.push({ unit, from, to });
  });
  const matches = new Map(
    [...ranges].map(([document, own]): [number, ContentMatch] => [
      document,
      matchContent(document, own, units, weights, total, documents),
    ]),
  );
  return { weights, matches };
}

/** A document's share of a unit's positions. */
interface Slice {
  document: number;
  from: number;
  to: number;
}

/** Cut a unit's positions into those of single documents. */
function sliceByDocument(positions: Uint32Array, documents: readonly SearchDocument[]): Slice[] {
  const slices: Slice[] = [];
  let document = 0;
  for (let from = 0; from < positions.length;) {
    document = documentAt(documents, positions[from] ?? 0, document);
    const end = documents[document + 1]?.start ?? Infinity;
    let to = from + 1;
    while (to < positions.length && (positions[to] ?? 0) < end) to++;
    slices.push({ document, from, to });
    from = to;
  }
  return slices;
}

/** Documents that have any unit, those first whose units tell most; equals by the first unit. */
function bestCovered(
  slices: readonly Slice[][],
  weights: readonly number[],
  documents: number,
): number[] {
  const covered = new Float64Array(documents);
  const met = new Uint8Array(documents);
  const found: number[] = [];
  slices.forEach((parts, unit) => {
    for (const { document } of parts) {
      covered[document] = (covered[document] ?? 0) + (weights[unit] ?? 0);
      if (met[document] === 0) found.push(document);
      met[document] = 1;
    }
  });
  return found.sort((a, b) => (covered[b] ?? 0) - (covered[a] ?? 0));
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

function matchContent(
  document: number,
  ranges: Slices,
  units: readonly ContentUnit[],
  weights: readonly number[],
  total: number,
  documents: readonly SearchDocument[],
): ContentMatch {
  const { window, run, runWorth } = readOccurrences(ranges, units, weights, documents[document]);
  const held = ranges.reduce((sum, { unit }) => sum + (weights[unit] ?? 0), 0);
  const coverage = total === 0 ? 0 : held / total;
  const repeated = repetition(ranges, weights) / total;
  const terms = new Set(ranges.flatMap(({ unit }) => termsOf(units[unit])));
  const score = 0.3 * coverage + (0.4 * window + 0.2 * runWorth) / total + 0.1 * repeated;
  return { document, coverage, window: window / total, run: run / total, terms, score };
}

function termsOf(unit: ContentUnit | undefined): number[] {
  return unit ? [unit.at, unit.at + unit.length - 1] : [];
}

/** Ends of a document's regions and what a position before them is worth; never rising. */
function regionWorths(document: SearchDocument | undefined): { end: number; worth: number }[] {
  let end = document?.start ?? 0;
  return REGIONS.map((region, index) => {
    end += document?.regions[index] ?? 0;
    return { end, worth: REGION_WORTH[region] };
  });
}

/** Difference below which two sums of weights are one. */
const EQUAL = 1e-9;

/** What the order of the units in a document tells, as weights. */
interface Order {
  /** Largest weight of different units within a stretch of text, times what its place is worth. */
  window: number;
  /** Largest weight of units that follow each other in the text as in the query. */
  run: number;
  /** The same, times what its place is worth. */
  runWorth: number;
}

/**
 * Walk through the units of a document in the order of its text. Places lose worth from region to
 * region, so that nothing better can follow once all units have stood together: common words end
 * the walk early.
 */
function readOccurrences(
  ranges: Slices,
  units: readonly ContentUnit[],
  weights: readonly number[],
  document: SearchDocument | undefined,
): Order {
  const regions = regionWorths(document);
  const held = ranges.reduce((sum, { unit }) => sum + (weights[unit] ?? 0), 0);
  const length = units.length + SLACK;
  const walk = new Walk(ranges, units);
  const recent = new Recent(weights);
  const runs = new Runs();
  const best: Order = { window: 0, run: 0, runWorth: 0 };
  let region = 0;
  while (walk.next()) {
    const { unit, position } = walk;
    while (position >= (regions[region]?.end ?? Infinity)) region++;
    const worth = regions[region]?.worth ?? 0;
    const most = held * worth - EQUAL;
    if (best.run >= held - EQUAL && best.runWorth >= most && best.window >= most) break;
    recent.add(unit, position, length);
    best.window = Math.max(best.window, recent.weight * worth);
    const run = runs.add(units[unit]?.at ?? 0, position, weights[unit] ?? 0);
    best.run = Math.max(best.run, run);
    best.runWorth = Math.max(best.runWorth, run * worth);
  }
  return best;
}

/** Merges the positions of a document's units, as far as they are asked for. */
class Walk {
  unit = -1;
  position = -1;
  readonly #lists: { unit: number; positions: Uint32Array; at: number; to: number }[];

  constructor(ranges: Slices, units: readonly ContentUnit[]) {
    this.#lists = ranges.map(({ unit, from, to }) => ({
      unit,
      positions: units[unit]?.positions ?? new Uint32Array(),
      at: from,
      to,
    }));
  }

  /** Go to the next position; of units at one position, to the one named first. */
  next(): boolean {
    let least = Infinity;
    let nearest;
    for (const list of this.#lists) {
      const position = list.at < list.to ? (list.positions[list.at] ?? Infinity) : Infinity;
      if (position < least) {
        least = position;
        nearest = list;
      }
    }
    if (!nearest) return false;
    nearest.at++;
    this.unit = nearest.unit;
    this.position = least;
    return true;
  }
}

/** Weight of the different units met within the last stretch of text. */
class Recent {
  weight = 0;
  readonly #weights: readonly number[];
  /** Last position of each unit, −1 when it is too far back. */
  readonly #last: number[];

  constructor(weights: readonly number[]) {
    this.#weights = weights;
    this.#last = weights.map(() => -1);
  }

  add(unit: number, position: number, length: number): void {
    this.#last[unit] = position;
    this.weight = 0;
    for (let at = 0; at < this.#last.length; at++) {
      const last = this.#last[at] ?? -1;
      if (last >= 0 && last >= position - length) this.weight += this.#weights[at] ?? 0;
    }
  }
}

function repetition(ranges: Slices, weights: readonly number[]): number {
  return ranges.reduce((sum, { unit, from, to }) => {
    const count = to - from;
    return sum + ((weights[unit] ?? 0) * count) / (count + HALF_REPEATED);
  }, 0);
}
