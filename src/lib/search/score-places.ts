import { REGIONS, type Region, type SearchText } from './index-format.ts';
import { excerpt, markText, type MarkedRun } from './marked-text.ts';
import { marksWorth } from './marks-worth.ts';
import type { QueryTerm } from './query.ts';
import { Runs } from './runs.ts';
import type { ContentUnit } from './score-content.ts';
import { splitSyllables, type Syllable } from './syllables.ts';

/** What was looked for, as far as places need it. */
export interface PlaceQuery {
  terms: readonly QueryTerm[];
  units: readonly ContentUnit[];
  /** How much each unit tells. */
  weights: readonly number[];
  accented: boolean;
}

/** A place of a document that answers a query. */
export interface Place {
  /** Index of the provision in the text, −1 outside all. */
  provision: number;
  /** 0 to 1. */
  score: number;
  /** Share of the hits that are written with the diacritics typed, 0 to 1. */
  accents: number;
  /** True when one segment holds all words, one after the other. */
  phrase: boolean;
  /** True when its heading is what was looked for, word for word. */
  titled: boolean;
  heading: MarkedRun[];
  excerpt: MarkedRun[];
  /** Whose words the excerpt is: the document's (`text`) or this library's; null without one. */
  excerptRegion: Region | null;
}

/** Hits of one provision, or of one segment outside all. */
interface Group {
  members: Hit[];
  score: number;
}

/** Share of an enclosing unit's score from which the inner one is meant. */
const NEAR_EQUAL = 0.9;
/** Most places of one document that are shown. */
const MOST_PLACES = 4;
/** Least score of a further place beside the best one. */
const NEAR_BEST = 0.75;
const HEADING = REGIONS.indexOf('heading');
const NOTE = REGIONS.indexOf('note');
const NOTE_WORTH = 0.7;

/** A hit: a unit at a syllable of a segment. */
interface Hit {
  unit: number;
  segment: number;
  /** Number of the syllable in the segment. */
  syllable: number;
}

/**
 * Find the places of one document that answer a query best.
 *
 * @param start Position of the document's first syllable.
 * @returns Best first; empty when no unit stands in its text.
 */
export function findPlaces(text: SearchText, start: number, query: PlaceQuery): Place[] {
  const hits = collectHits(text, start, query.units);
  const groups = groupHits(hits, ({ segment }) => {
    const [, provision = -1] = text.segments[segment] ?? [];
    // Outside all provisions each segment stands for itself.
    return provision >= 0 ? provision : -1 - segment;
  });
  const scored = [...groups.values()]
    .map((members) => ({ members, score: scoreGroup(members, text, query) }))
    .sort((a, b) => b.score - a.score);
  const ranked = innermostFirst(scored, text, query);
  const least = (ranked[0]?.score ?? 0) * NEAR_BEST;
  return ranked
    .filter(({ score }) => score >= least)
    .slice(0, MOST_PLACES)
    .map(({ members, score }) => describePlace(members, score, text, query));
}

/**
 * A chapter whose heading repeats what its article says gives way to the article, unless just that
 * heading was looked for.
 */
function innermostFirst(ranked: Group[], text: SearchText, { terms }: PlaceQuery): Group[] {
  const [first] = ranked;
  if (!first || isTitled(text.provisions[provisionOf(first, text)]?.[2] ?? '', terms))
    return ranked;
  const inner = ranked.find(
    (other) =>
      other.score >= first.score * NEAR_EQUAL &&
      isInside(provisionOf(other, text), provisionOf(first, text), text),
  );
  return inner ? [inner, ...ranked.filter((other) => other !== inner)] : ranked;
}

/** Whether a heading consists of the terms, one after the other. */
function isTitled(heading: string, terms: readonly QueryTerm[]): boolean {
  const syllables = splitSyllables(heading);
  return (
    syllables.length === terms.length && syllables.every(({ key }, at) => key === terms[at]?.key)
  );
}

function provisionOf({ members }: Group, text: SearchText): number {
  return text.segments[members[0]?.segment ?? -1]?.[1] ?? -1;
}

function isInside(inner: number, outer: number, { provisions }: SearchText): boolean {
  if (outer < 0) return false;
  for (let at = provisions[inner]?.[3] ?? -1; at >= 0; at = provisions[at]?.[3] ?? -1) {
    if (at === outer) return true;
  }
  return false;
}

function groupHits(hits: readonly Hit[], key: (hit: Hit) => number): Map<number, Hit[]> {
  const groups = new Map<number, Hit[]>();
  for (const hit of hits) {
    const members = groups.get(key(hit));
    if (members) members.push(hit);
    else groups.set(key(hit), [hit]);
  }
  return groups;
}

function collectHits(text: SearchText, start: number, units: readonly ContentUnit[]): Hit[] {
  const starts: number[] = [];
  let end = start;
  for (const [, , length] of text.segments) {
    starts.push(end);
    end += length;
  }
  return units.flatMap(({ positions }, unit) => {
    const hits: Hit[] = [];
    for (let at = lowerBound(positions, start); (positions[at] ?? Infinity) < end; at++) {
      const position = positions[at] ?? 0;
      const segment = upperBound(starts, position) - 1;
      hits.push({ unit, segment, syllable: position - (starts[segment] ?? 0) });
    }
    return hits;
  });
}

function scoreGroup(hits: readonly Hit[], text: SearchText, query: PlaceQuery): number {
  const { weights } = query;
  const total = sum(weights);
  if (total === 0) return 0;
  const inHeading = hits.filter(({ segment }) => text.segments[segment]?.[0] === HEADING);
  const all = distinctWeight(hits, weights) / total;
  const heading = distinctWeight(inHeading, weights) / total;
  const run = longestRun(hits, query) / total;
  const noted = hits.every(({ segment }) => text.segments[segment]?.[0] === NOTE);
  const score = 0.5 * all + 0.3 * run + 0.2 * heading * (0.5 + 0.5 * headingFill(inHeading, text));
  return noted ? score * NOTE_WORTH : score;
}

/** Share of a heading's syllables that were hit. */
function headingFill(hits: readonly Hit[], text: SearchText): number {
  const [first] = hits;
  if (!first) return 0;
  const length = text.segments[first.segment]?.[2] ?? 1;
  const syllables = new Set(hits.flatMap(({ syllable }) => [syllable, syllable + 1]));
  return Math.min(1, syllables.size / length);
}

function distinctWeight(hits: readonly Hit[], weights: readonly number[]): number {
  return sum([...new Set(hits.map(({ unit }) => unit))].map((unit) => weights[unit] ?? 0));
}

function longestRun(hits: readonly Hit[], { units, weights }: PlaceQuery): number {
  let runs = new Runs();
  let best = 0;
  let last = -1;
  const inOrder = [...hits].sort((a, b) => a.segment - b.segment || a.syllable - b.syllable);
  for (const { unit, segment, syllable } of inOrder) {
    if (segment !== last) runs = new Runs();
    last = segment;
    best = Math.max(best, runs.add(units[unit]?.at ?? 0, syllable, weights[unit] ?? 0));
  }
  return best;
}

function describePlace(
  hits: readonly Hit[],
  score: number,
  text: SearchText,
  query: PlaceQuery,
): Place {
  const provision = text.segments[hits[0]?.segment ?? 0]?.[1] ?? -1;
  const bySegment = groupHits(hits, ({ segment }) => segment);
  const heading = [...bySegment.keys()].find((segment) => text.segments[segment]?.[0] === HEADING);
  const body = bestBody(bySegment, text, query.weights) ?? firstBody(text, provision);
  const parts = [...new Set([heading, body])].flatMap((segment) =>
    segment === undefined ? [] : [readSegment(segment, bySegment.get(segment) ?? [], text, query)],
  );
  const shown = parts.find(({ segment }) => segment === body);
  const named = parts.find(({ segment }) => segment === heading);
  return {
    provision,
    score,
    accents: Math.max(0, ...parts.map(({ accents }) => accents)),
    phrase: parts.some(({ phrase }) => phrase),
    titled: isTitled(text.provisions[provision]?.[2] ?? '', query.terms),
    heading: named
      ? markText(named.text, named.syllables, named.marked)
      : plain(text.provisions[provision]?.[2] ?? ''),
    excerpt: shown ? excerpt(shown.text, shown.syllables, shown.marked, shown.focus) : [],
    excerptRegion: shown ? regionOf(shown.segment, text) : null,
  };
}

function regionOf(segment: number, { segments }: SearchText): Region | null {
  return REGIONS[segments[segment]?.[0] ?? -1] ?? null;
}

/** The segment with most of the query, headings apart. */
function bestBody(
  bySegment: ReadonlyMap<number, readonly Hit[]>,
  text: SearchText,
  weights: readonly number[],
): number | undefined {
  const bodies = [...bySegment]
    .filter(([segment]) => isBody(segment, text))
    .map(([segment, hits]) => ({ segment, weight: distinctWeight(hits, weights) }));
  return bodies.sort((a, b) => b.weight - a.weight)[0]?.segment;
}

/** What a provision says first, where only its heading was hit. */
function firstBody(text: SearchText, provision: number): number | undefined {
  const found = text.segments.findIndex(
    ([, owner], segment) => owner === provision && provision >= 0 && isBody(segment, text),
  );
  return found < 0 ? undefined : found;
}

/** A title printed above a text is no part of what it says. */
function isBody(segment: number, { segments, provisions }: SearchText): boolean {
  const [region, provision = -1, , words] = segments[segment] ?? [];
  return region !== HEADING && words !== provisions[provision]?.[2];
}

/** A segment with its hits compared letter by letter. */
interface ReadSegment {
  segment: number;
  text: string;
  syllables: Syllable[];
  marked: Set<number>;
  focus: number;
  accents: number;
  phrase: boolean;
}

function readSegment(
  segment: number,
  hits: readonly Hit[],
  text: SearchText,
  { terms, units, weights, accented }: PlaceQuery,
): ReadSegment {
  const [, , , words = ''] = text.segments[segment] ?? [];
  const syllables = splitSyllables(words);
  const marked = new Set<number>();
  const accents = new Map<number, number>();
  const agrees = (syllable: number, at: number) => {
    const term = terms[at];
    const marks = syllables[syllable]?.marks;
    return accented && term && marks !== undefined ? marksWorth(term, marks) : 1;
  };
  for (const { unit, syllable } of hits) {
    const { at = 0, length = 1 } = units[unit] ?? {};
    const pair = length === 2;
    marked.add(syllable);
    if (pair) marked.add(syllable + 1);
    const share = pair
      ? (agrees(syllable, at) + agrees(syllable + 1, at + 1)) / 2
      : agrees(syllable, at);
    accents.set(unit, Math.max(accents.get(unit) ?? 0, share));
  }
  const worth = sum([...accents].map(([unit, share]) => share * (weights[unit] ?? 0)));
  const total = sum([...accents.keys()].map((unit) => weights[unit] ?? 0));
  return {
    segment,
    text: words,
    syllables,
    marked,
    focus: focusOf(hits),
    accents: total === 0 ? 0 : worth / total,
    phrase: holdsPhrase(syllables, terms, accented),
  };
}

/** The syllable around which most different units stand. */
function focusOf(hits: readonly Hit[]): number {
  let best = 0;
  let focus = hits[0]?.syllable ?? 0;
  for (const { syllable } of hits) {
    const near = hits.filter((hit) => hit.syllable >= syllable && hit.syllable < syllable + 30);
    const count = new Set(near.map(({ unit }) => unit)).size;
    if (count > best) {
      best = count;
      focus = syllable;
    }
  }
  return focus;
}

/** Whether a text holds the terms one after the other. */
export function holdsPhrase(
  syllables: readonly Syllable[],
  terms: readonly QueryTerm[],
  accented: boolean,
): boolean {
  return syllables.some((_, from) =>
    terms.every((term, offset) => {
      const syllable = syllables[from + offset];
      if (!syllable) return false;
      const same = term.open ? syllable.key.startsWith(term.letters) : syllable.key === term.key;
      return (
        (same || syllable.key === term.key) &&
        (!accented || term.open || syllable.marks === term.marks) &&
        (offset === 0 || syllable.opens === term.opens)
      );
    }),
  );
}

function plain(text: string): MarkedRun[] {
  return text === '' ? [] : [{ text, marked: false }];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function lowerBound(list: Uint32Array, wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first element above a value. */
function upperBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
