import type { CompareUnit } from './units.ts';
import { readWords } from './words.ts';

/** How alike two units are. */
export interface Likeness {
  /** Share of what both say in what either says, 0–1. */
  text: number;
  /** Share of the old unit's words that the new one has, and the other way round. */
  oldInNew: number;
  newInOld: number;
}

/** A unit's pairs of neighbouring words, with how often each occurs. */
interface Profile {
  pairs: ReadonlyMap<string, number>;
  weight: number;
}

/**
 * Likeness of every old unit to every new one with which it shares a pair of neighbouring words.
 * A pair counts the less the more units it is in, so that “theo quy định của pháp luật” makes no two
 * provisions alike.
 *
 * @returns By index of the old unit, then of the new one; what shares nothing is left out.
 */
export function measureLikeness(
  olds: readonly CompareUnit[],
  news: readonly CompareUnit[],
): Map<number, Map<number, Likeness>> {
  const oldPairs = olds.map(countPairs);
  const newPairs = news.map(countPairs);
  const weigh = weights([...oldPairs, ...newPairs]);
  const oldProfiles = oldPairs.map((pairs) => profile(pairs, weigh));
  const newProfiles = newPairs.map((pairs) => profile(pairs, weigh));
  const holders = new Map<string, number[]>();
  newProfiles.forEach(({ pairs }, at) => {
    for (const pair of pairs.keys()) {
      const known = holders.get(pair);
      if (known) known.push(at);
      else holders.set(pair, [at]);
    }
  });
  return new Map(oldProfiles.map((old, at) => [at, likenessOf(old, newProfiles, holders, weigh)]));
}

function likenessOf(
  old: Profile,
  news: readonly Profile[],
  holders: ReadonlyMap<string, readonly number[]>,
  weigh: (pair: string) => number,
): Map<number, Likeness> {
  const shared = new Map<number, number>();
  for (const [pair, count] of old.pairs) {
    for (const at of holders.get(pair) ?? []) {
      const both = Math.min(count, news[at]?.pairs.get(pair) ?? 0) * weigh(pair);
      shared.set(at, (shared.get(at) ?? 0) + both);
    }
  }
  return new Map(
    [...shared].map(([at, both]) => {
      const weight = news[at]?.weight ?? 0;
      return [
        at,
        {
          text: (2 * both) / (old.weight + weight),
          oldInNew: both / old.weight,
          newInOld: both / weight,
        },
      ];
    }),
  );
}

function countPairs({ text }: CompareUnit): Map<string, number> {
  const words = readWords(text);
  const pairs = new Map<string, number>();
  words.forEach(({ key }, at) => {
    const pair = `${words[at - 1]?.key ?? ''} ${key}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  return pairs;
}

function profile(pairs: ReadonlyMap<string, number>, weigh: (pair: string) => number): Profile {
  let weight = 0;
  for (const [pair, count] of pairs) weight += count * weigh(pair);
  return { pairs, weight };
}

function weights(all: readonly ReadonlyMap<string, number>[]): (pair: string) => number {
  const units = new Map<string, number>();
  for (const pairs of all) {
    for (const pair of pairs.keys()) units.set(pair, (units.get(pair) ?? 0) + 1);
  }
  return (pair) => Math.log(1 + all.length / (units.get(pair) ?? 1));
}

/**
 * How alike the headings of units are.
 *
 * @returns For an old and a new unit, by index, the share of words that both headings have, 0–1;
 *   0 where either has none.
 */
export function measureHeadings(
  olds: readonly CompareUnit[],
  news: readonly CompareUnit[],
): (old: number, now: number) => number {
  const keysOf = ({ heading }: CompareUnit): string[] =>
    readWords(heading ?? '').map(({ key }) => key);
  const oldKeys = olds.map(keysOf);
  const newKeys = news.map((unit) => countKeys(keysOf(unit)));
  return (old, now) => {
    const left = oldKeys[old] ?? [];
    const right = newKeys[now];
    if (left.length === 0 || right === undefined || right.total === 0) return 0;
    const seen = new Map<string, number>();
    const both = left.filter((key) => {
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return count <= (right.counts.get(key) ?? 0);
    }).length;
    return (2 * both) / (left.length + right.total);
  };
}

function countKeys(keys: readonly string[]): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { counts, total: keys.length };
}
