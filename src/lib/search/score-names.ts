import { prefixRange } from './index-chunk.ts';
import { marksWorth } from './marks-worth.ts';
import { nameWeight, type Name, type NameIndex, type NameKind } from './name-index.ts';
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
/** Share of a name's score that does not depend on how much of the name the query holds. */
const WITHOUT_FILL = 0.72;
/** Weight of the best name against all of them together. */
const BEST_NAME = 0.65;

/** What was found in names: worths from 0 to 1 for each name and term, in one list. */
interface Hits {
  /** Names that hold anything. */
  names: Set<number>;
  /** Worth of each term in each name. */
  single: Float32Array;
  /** Worth of each term together with the one before it. */
  paired: Float32Array;
  /** Weight of each name's syllables that were hit. */
  filled: Float64Array;
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
  for (const number of hits.names) {
    const name = index.names[number];
    if (!name) continue;
    const match = matchName(number, name, hits, terms, weights);
    for (const document of name.documents) {
      const known = matches.get(document);
      if (known) keepBest(known, match);
      else matches.set(document, { ...match, document, shares: [...match.shares] });
    }
  }
  for (const match of matches.values()) addUnion(match, weights);
  return matches;
}

function collectHits(terms: readonly QueryTerm[], index: NameIndex, accented: boolean): Hits {
  const count = index.names.length;
  const hits: Hits = {
    names: new Set(),
    single: new Float32Array(count * terms.length),
    paired: new Float32Array(count * terms.length),
    filled: new Float64Array(count),
  };
  const choices = terms.map((term) => keysOf(term, index));
  const counted = new Set<string>();
  terms.forEach((term, at) => {
    for (const [key, share] of choices[at] ?? []) {
      const first = !counted.has(key);
      counted.add(key);
      for (const { name, position } of index.places.get(key) ?? []) {
        const entry = index.names[name];
        if (!entry) continue;
        const worth = share * worthAt(term, entry, position, accented);
        if (worth === 0) continue;
        hits.names.add(name);
        raise(hits.single, name * terms.length + at, worth);
        if (first) hits.filled[name] = (hits.filled[name] ?? 0) + (entry.weights[position] ?? 0);
        const next = terms[at + 1];
        if (!next || next.opens) continue;
        const together = followedBy(next, choices[at + 1], entry, position, accented);
        raise(hits.paired, name * terms.length + at + 1, Math.min(worth, together));
      }
    }
  });
  return hits;
}

/** The syllables that a term may mean, with what each is worth. */
function keysOf({ key, letters, open }: QueryTerm, index: NameIndex): Map<string, number> {
  const keys = new Map([[key, 1]]);
  if (!open) return keys;
  const [from, to] = prefixRange(index.keys, letters);
  const worth = index.places.has(key) ? FINISHED : UNFINISHED;
  for (const longer of index.keys.slice(from, to)) if (longer !== key) keys.set(longer, worth);
  return keys;
}

/** What a syllable of a name is worth to a term by its diacritics. */
function worthAt(term: QueryTerm, name: Name, position: number, accented: boolean): number {
  if (!accented) return 1;
  const marks = name.marks[position] ?? '';
  if (name.keys[position] === term.key) return marksWorth(term, marks);
  // More letters may follow a tone that is typed, but no other tone.
  return term.marks === '' || marks.startsWith(term.marks.slice(0, 1)) ? 1 : 0;
}

/** Worth of a term directly after a place in a name, or with a light syllable between. */
function followedBy(
  term: QueryTerm,
  keys: ReadonlyMap<string, number> | undefined,
  name: Name,
  position: number,
  accented: boolean,
): number {
  const next = name.keys[position + 1];
  if (next === undefined || !keys) return 0;
  const share = keys.get(next);
  if (share !== undefined) return share * worthAt(term, name, position + 1, accented);
  if (!LIGHT.has(next)) return 0;
  const over = keys.get(name.keys[position + 2] ?? '');
  return over === undefined ? 0 : OVER_LIGHT * over * worthAt(term, name, position + 2, accented);
}

function raise(list: Float32Array, at: number, worth: number): void {
  if (worth > (list[at] ?? 0)) list[at] = worth;
}

/** Compare one name with the query, syllable by syllable and pair by pair. */
function matchName(
  number: number,
  name: Name,
  { single, paired, filled }: Hits,
  terms: readonly QueryTerm[],
  weights: readonly number[],
): Omit<NameMatch, 'document'> {
  let singles = 0;
  let total = 0;
  let pairs = 0;
  let pairTotal = 0;
  const worth = KIND_WORTH[name.kind];
  const shares = terms.map((term, at) => {
    const weight = weights[at] ?? 0;
    const share = single[number * terms.length + at] ?? 0;
    total += weight;
    singles += weight * share;
    if (at > 0 && !term.opens) {
      const pairWeight = (weight + (weights[at - 1] ?? 0)) / 2;
      pairTotal += pairWeight;
      pairs += pairWeight * (paired[number * terms.length + at] ?? 0);
    }
    return worth * share;
  });
  const bySyllables = total === 0 ? 0 : singles / total;
  const byPairs = pairTotal === 0 ? bySyllables : pairs / pairTotal;
  const coverage = (bySyllables + byPairs) / 2;
  const fill = name.total === 0 ? 0 : Math.min(1, (filled[number] ?? 0) / name.total);
  const score = worth * coverage * (WITHOUT_FILL + (1 - WITHOUT_FILL) * fill);
  return { coverage, union: 0, fill, shares, score };
}

/** Keep the better of two names of one document, and what either holds of each term. */
function keepBest(known: NameMatch, other: Omit<NameMatch, 'document'>): void {
  const { shares } = known;
  for (let at = 0; at < shares.length; at++) {
    const share = other.shares[at] ?? 0;
    if (share > (shares[at] ?? 0)) shares[at] = share;
  }
  if (other.score <= known.score) return;
  known.score = other.score;
  known.coverage = other.coverage;
  known.fill = other.fill;
}

function addUnion(match: NameMatch, weights: readonly number[]): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const held = weights.reduce((sum, weight, at) => sum + weight * (match.shares[at] ?? 0), 0);
  match.union = total === 0 ? 0 : held / total;
  match.score = BEST_NAME * match.score + (1 - BEST_NAME) * match.union;
}
