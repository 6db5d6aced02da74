import { prefixRange } from './index-chunk.ts';
import {
  nameWeight,
  type Name,
  type NameIndex,
  type NameKind,
  type NamePlace,
} from './name-index.ts';
import { marksWorth } from './marks-worth.ts';
import type { QueryTerm } from './query.ts';

/** How well a document's names answer a query. */
export interface NameMatch {
  /** Index of the document. */
  document: number;
  /** Share of the query, weighted by how much each syllable tells, that its best name holds. */
  coverage: number;
  /** The same for all its names and its context together. */
  union: number;
  /** Share of the best name that the query holds. */
  fill: number;
  /** Share of each term that any of its names holds, 0 to 1. */
  shares: number[];
  /** 0 to about 1: everything above in one figure. */
  score: number;
}

/** Syllables that are often left out between two others. */
const LIGHT = new Set('o va cua ve trong cac cho voi tai la duoc nhung'.split(' '));
/** Worth of a pair with such a syllable between. */
const OVER_LIGHT = 0.8;
/** Share of its worth that a syllable keeps when only its beginning is typed. */
const UNFINISHED = 0.9;
/** … and when what is typed is a syllable already. */
const FINISHED = 0.7;

/** Worth of a name by its kind: what a document is called, against whose or what about it is. */
const KIND_WORTH: Record<NameKind, number> = { title: 1, alias: 1, number: 0.95, context: 0.6 };

/** Hits of one name: for each term the best place, see {@link Hit}. */
type NameHits = Map<number, Hit[]>;

/** A term found in a name. */
interface Hit {
  position: number;
  /** 0 to 1. */
  worth: number;
}

/**
 * Score all documents by their names.
 *
 * @param accented Whether diacritics count.
 * @returns By document; those without any hit are missing.
 */
export function scoreNames(
  terms: readonly QueryTerm[],
  index: NameIndex,
  accented: boolean,
): Map<number, NameMatch> {
  const weights = terms.map(({ key }) => nameWeight(index, key));
  const hits = collectHits(terms, index, accented);
  const matches = new Map<number, NameMatch>();
  const shares = new Map<number, number[]>();
  for (const [name, byTerm] of hits) {
    const entry = index.names[name];
    if (!entry) continue;
    const match = matchName(entry, byTerm, terms, weights);
    const worth = KIND_WORTH[entry.kind];
    const score = match.score * worth;
    noteShares(shares, entry.document, byTerm, worth, terms.length);
    const best = matches.get(entry.document);
    if (!best || score > best.score) {
      matches.set(entry.document, {
        ...match,
        document: entry.document,
        union: 0,
        shares: [],
        score,
      });
    }
  }
  return joinShares(matches, shares, weights);
}

function collectHits(
  terms: readonly QueryTerm[],
  index: NameIndex,
  accented: boolean,
): Map<number, NameHits> {
  const hits = new Map<number, NameHits>();
  terms.forEach((term, at) => {
    for (const [key, share] of keysOf(term, index)) {
      for (const place of index.places.get(key) ?? []) {
        noteHit(hits, at, place, share * worthOf(term, key, place, accented));
      }
    }
  });
  return hits;
}

/** The syllables that a term may mean, with what each is worth. */
function keysOf({ key, letters, open }: QueryTerm, index: NameIndex): [string, number][] {
  const exact: [string, number] = [key, 1];
  if (!open) return [exact];
  const [from, to] = prefixRange(index.keys, letters);
  const longer = index.keys.slice(from, to).filter((candidate) => candidate !== key);
  const worth = index.places.has(key) ? FINISHED : UNFINISHED;
  return [exact, ...longer.map((candidate): [string, number] => [candidate, worth])];
}

function worthOf(term: QueryTerm, key: string, { marks }: NamePlace, accented: boolean): number {
  if (!accented) return 1;
  if (key === term.key) return marksWorth(term, marks);
  // More letters may follow a tone that is typed, but no other tone.
  return term.marks === '' || marks.startsWith(term.marks.slice(0, 1)) ? 1 : 0;
}

function noteHit(
  hits: Map<number, NameHits>,
  at: number,
  { name, position }: NamePlace,
  worth: number,
): void {
  if (worth === 0) return;
  const byTerm = hits.get(name) ?? new Map<number, Hit[]>();
  hits.set(name, byTerm);
  const list = byTerm.get(at);
  if (list) list.push({ position, worth });
  else byTerm.set(at, [{ position, worth }]);
}

/** Compare one name with the query, syllable by syllable and pair by pair. */
function matchName(
  name: Name,
  hits: NameHits,
  terms: readonly QueryTerm[],
  weights: readonly number[],
): Omit<NameMatch, 'document' | 'union' | 'shares'> {
  let single = 0;
  let total = 0;
  let paired = 0;
  let pairTotal = 0;
  terms.forEach((term, at) => {
    const weight = weights[at] ?? 0;
    total += weight;
    single += weight * bestWorth(hits.get(at));
    if (at === 0 || term.opens) return;
    const pairWeight = (weight + (weights[at - 1] ?? 0)) / 2;
    const worth = pairWorth(hits.get(at - 1), hits.get(at), name.keys);
    pairTotal += pairWeight;
    paired += pairWeight * worth;
  });
  const syllables = total === 0 ? 0 : single / total;
  const pairs = pairTotal === 0 ? syllables : paired / pairTotal;
  const coverage = 0.5 * syllables + 0.5 * pairs;
  const fill = fillOf(name, hits);
  return { coverage, fill, score: coverage * (0.72 + 0.28 * fill) };
}

function bestWorth(hits: readonly Hit[] | undefined): number {
  return hits ? Math.max(...hits.map(({ worth }) => worth)) : 0;
}

/** Worth of two terms that stand side by side in the name, in this order; 0 when they do not. */
function pairWorth(
  left: readonly Hit[] | undefined,
  right: readonly Hit[] | undefined,
  keys: readonly string[],
): number {
  let best = 0;
  for (const { position, worth } of left ?? []) {
    for (const next of right ?? []) {
      const distance = next.position - position;
      const light = distance === 2 && LIGHT.has(keys[position + 1] ?? '');
      const share = distance === 1 ? 1 : light ? OVER_LIGHT : 0;
      best = Math.max(best, share * Math.min(worth, next.worth));
    }
  }
  return best;
}

/** Weighted share of the name's syllables that were hit. */
function fillOf({ weights, total }: Name, hits: NameHits): number {
  const counted = new Set<number>();
  let hit = 0;
  for (const list of hits.values()) {
    for (const { position } of list) {
      if (counted.has(position)) continue;
      counted.add(position);
      hit += weights[position] ?? 0;
    }
  }
  return total === 0 ? 0 : hit / total;
}

/** Keep for each document and term the best worth among all its names. */
function noteShares(
  shares: Map<number, number[]>,
  document: number,
  hits: NameHits,
  worth: number,
  count: number,
): void {
  const best = shares.get(document) ?? new Array<number>(count).fill(0);
  shares.set(document, best);
  for (const [at, list] of hits) best[at] = Math.max(best[at] ?? 0, worth * bestWorth(list));
}

function joinShares(
  matches: Map<number, NameMatch>,
  shares: ReadonlyMap<number, number[]>,
  weights: readonly number[],
): Map<number, NameMatch> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const match of matches.values()) {
    const best = shares.get(match.document) ?? [];
    const sum = weights.reduce((all, weight, at) => all + weight * (best[at] ?? 0), 0);
    match.union = total === 0 ? 0 : sum / total;
    match.shares = best;
    match.score = 0.65 * match.score + 0.35 * match.union;
  }
  return matches;
}
