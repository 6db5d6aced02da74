import type { WordPostings } from './index-chunk.ts';
import { NumberList } from './number-list.ts';
import { pairToken, tokenPrefix } from './pair-tokens.ts';

/**
 * Turns texts into an index of pair tokens (see `pair-tokens.ts`): the position of a token is the
 * number of syllables added before it.
 *
 * Syllables are numbers while the index grows, and two counting sorts bring the positions of every
 * token together: time and memory grow with the text alone, 16 bytes a syllable.
 */
export class WordIndex {
  readonly #vocabulary: readonly string[];
  /** See `SyllableNumbers`. */
  readonly #values = new NumberList();

  /** @param vocabulary Keys by their numbers, of which more may come with what is added. */
  constructor(vocabulary: readonly string[]) {
    this.#vocabulary = vocabulary;
  }

  /** Syllables added. */
  get count(): number {
    return this.#values.length;
  }

  /** Distinct keys of the syllables added, sorted. */
  get keys(): string[] {
    const used = new Uint8Array(this.#vocabulary.length);
    for (const value of this.#values.view()) used[value >>> 1] = 1;
    return this.#vocabulary.filter((_, number) => used[number] === 1).sort();
  }

  /** Add texts. @param values Of their syllables, see `SyllableNumbers`. */
  add(values: Uint32Array): void {
    this.#values.append(values);
  }

  /** All that was added; it holds until more comes. */
  get values(): Uint32Array {
    return this.#values.view();
  }

  /** Every word with its positions, in the order of the words. */
  *postings(): Generator<WordPostings, void, void> {
    const keys = this.#vocabulary;
    // No prefix begins another one, so that this is the order of the whole tokens.
    const firsts = orderOf(keys.map(tokenPrefix));
    const seconds = orderOf(keys.map((key) => pairToken('', key)));
    const { positions, followers, starts } = this.#sortByFirst(seconds.ranks);
    const sorter = new FollowerSort(positions, followers, keys.length);
    for (const first of firsts.order) {
      const from = starts[first] ?? 0;
      const to = starts[first + 1] ?? 0;
      for (const [follower, places] of sorter.sort(from, to)) {
        yield [pairToken(keys[first] ?? '', keys[seconds.order[follower] ?? 0] ?? ''), places];
      }
    }
  }

  /**
   * Positions by the number of the syllable there, ascending for each; where those of a number start;
   * and for each position the rank of the syllable after it, that of '' where a sentence or block ends.
   */
  #sortByFirst(ranks: Uint32Array): {
    positions: Uint32Array;
    followers: Uint32Array;
    starts: Uint32Array;
  } {
    const values = this.#values.view();
    const starts = new Uint32Array(this.#vocabulary.length + 1);
    for (const value of values) starts[(value >>> 1) + 1] = (starts[(value >>> 1) + 1] ?? 0) + 1;
    for (let at = 1; at < starts.length; at++)
      starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const places = starts.slice();
    const positions = new Uint32Array(values.length);
    const followers = new Uint32Array(values.length);
    for (let position = 0; position < values.length; position++) {
      const first = (values[position] ?? 0) >>> 1;
      const next = values[position + 1] ?? 1;
      const place = places[first] ?? 0;
      positions[place] = position;
      followers[place] = ranks[(next & 1) === 1 ? 0 : next >>> 1] ?? 0;
      places[first] = place + 1;
    }
    return { positions, followers, starts };
  }
}

/** Sorts stretches of positions by what follows there; those of equal rank keep their order. */
class FollowerSort {
  readonly #positions: Uint32Array;
  readonly #followers: Uint32Array;
  readonly #sorted: Uint32Array;
  /** By rank: how often it was met in a stretch, then where the next one goes; 0 between two. */
  readonly #places: Uint32Array;
  readonly #met = new NumberList();

  /**
   * @param followers Rank of what follows, by index in the positions.
   * @param ranks How many there are.
   */
  constructor(positions: Uint32Array, followers: Uint32Array, ranks: number) {
    this.#positions = positions;
    this.#followers = followers;
    this.#sorted = new Uint32Array(positions.length);
    this.#places = new Uint32Array(ranks);
  }

  /** Positions of a stretch for each rank, ranks ascending. */
  *sort(from: number, to: number): Generator<[rank: number, positions: Uint32Array], void, void> {
    const met = this.#distribute(from, to);
    let start = from;
    for (const rank of met) {
      const end = this.#places[rank] ?? 0;
      this.#places[rank] = 0;
      yield [rank, this.#sorted.subarray(start, end)];
      start = end;
    }
  }

  /** @returns Ranks that were met, ascending; their places are where their positions end. */
  #distribute(from: number, to: number): Uint32Array {
    const places = this.#places;
    this.#met.clear();
    for (let at = from; at < to; at++) {
      const rank = this.#followers[at] ?? 0;
      const count = places[rank] ?? 0;
      if (count === 0) this.#met.push(rank);
      places[rank] = count + 1;
    }
    const ranks = this.#met.view().sort();
    let place = from;
    for (const rank of ranks) {
      const count = places[rank] ?? 0;
      places[rank] = place;
      place += count;
    }
    for (let at = from; at < to; at++) {
      const rank = this.#followers[at] ?? 0;
      const next = places[rank] ?? 0;
      this.#sorted[next] = this.#positions[at] ?? 0;
      places[rank] = next + 1;
    }
    return ranks;
  }
}

/** Indices of texts in the order of their letters, and the place of each in it. */
function orderOf(texts: readonly string[]): { order: number[]; ranks: Uint32Array } {
  const order = [...texts.keys()].sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
  const ranks = new Uint32Array(order.length);
  order.forEach((index, rank) => (ranks[index] = rank));
  return { order, ranks };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
