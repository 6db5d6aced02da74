import type { WordPostings } from './index-chunk.ts';
import { pairToken, tokenPrefix } from './pair-tokens.ts';
import type { Syllable } from './syllables.ts';

/**
 * Turns texts into an index of pair tokens (see `pair-tokens.ts`): the position of a token is the
 * number of syllables added before it.
 *
 * Syllables are numbers while the index grows, and two counting sorts bring the positions of every
 * token together: time and memory grow with the text alone, 8 bytes a syllable.
 */
export class WordIndex {
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #keys = [''];
  #firsts = new Uint32Array(1 << 16);
  #seconds = new Uint32Array(1 << 16);
  #count = 0;

  /** Syllables added. */
  get count(): number {
    return this.#count;
  }

  /** Distinct keys of the syllables added, sorted. */
  get keys(): string[] {
    return this.#keys.slice(1).sort();
  }

  /** Add one block of text; it forms no pair with what comes before or after. */
  add(syllables: readonly Syllable[]): void {
    this.#reserve(syllables.length);
    for (let at = 0; at < syllables.length; at++) {
      const syllable = syllables[at];
      if (!syllable) continue;
      const next = syllables[at + 1];
      this.#firsts[this.#count] = this.#numberOf(syllable.key);
      this.#seconds[this.#count] = next && !next.opens ? this.#numberOf(next.key) : 0;
      this.#count++;
    }
  }

  /** Every word with its positions, in the order of the words. */
  *postings(): Generator<WordPostings, void, void> {
    const positions = this.#positionsByToken();
    for (let start = 0, end = 0; start < this.#count; start = end) {
      end = this.#endOfToken(positions, start);
      yield [this.#tokenAt(positions[start] ?? 0), positions.subarray(start, end)];
    }
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#keys.push(key) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #reserve(more: number): void {
    if (this.#count + more <= this.#firsts.length) return;
    const size = Math.max(this.#firsts.length * 2, this.#count + more);
    this.#firsts = enlarge(this.#firsts, size);
    this.#seconds = enlarge(this.#seconds, size);
  }

  /** All positions: by token, tokens in the order of their letters; those of one token ascending. */
  #positionsByToken(): Uint32Array {
    const identity = new Uint32Array(this.#count);
    for (let position = 0; position < this.#count; position++) identity[position] = position;
    const bySecond = countingSort(
      identity,
      this.#seconds,
      this.#ranks((key) => pairToken('', key)),
    );
    // No prefix begins another one, so that this is the order of the whole tokens.
    return countingSort(bySecond, this.#firsts, this.#ranks(tokenPrefix));
  }

  /** Place of each syllable, by its number, in the order of its spelling within tokens. */
  #ranks(spell: (key: string) => string): Uint32Array {
    const spelled = this.#keys.map(spell);
    const order = [...spelled.keys()].sort((a, b) => compare(spelled[a] ?? '', spelled[b] ?? ''));
    const ranks = new Uint32Array(order.length);
    order.forEach((number, rank) => (ranks[number] = rank));
    return ranks;
  }

  #endOfToken(positions: Uint32Array, start: number): number {
    const first = this.#firsts[positions[start] ?? 0];
    const second = this.#seconds[positions[start] ?? 0];
    let end = start + 1;
    for (; end < this.#count; end++) {
      const position = positions[end] ?? 0;
      if (this.#firsts[position] !== first || this.#seconds[position] !== second) break;
    }
    return end;
  }

  #tokenAt(position: number): string {
    const [first, second] = [this.#firsts[position] ?? 0, this.#seconds[position] ?? 0];
    return pairToken(this.#keys[first] ?? '', this.#keys[second] ?? '');
  }
}

function enlarge(values: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(values);
  return larger;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Sort positions by the rank of what stands there; those of equal rank keep their order.
 *
 * @param numbers What stands at each position.
 * @param ranks Rank of each number.
 */
function countingSort(
  positions: Uint32Array,
  numbers: Uint32Array,
  ranks: Uint32Array,
): Uint32Array {
  const ranked = new Uint32Array(positions.length);
  const places = new Uint32Array(ranks.length + 1);
  for (let at = 0; at < positions.length; at++) {
    const rank = ranks[numbers[positions[at] ?? 0] ?? 0] ?? 0;
    ranked[at] = rank;
    places[rank + 1] = (places[rank + 1] ?? 0) + 1;
  }
  for (let rank = 1; rank < places.length; rank++) {
    places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0);
  }
  const sorted = new Uint32Array(positions.length);
  for (let at = 0; at < positions.length; at++) {
    const rank = ranked[at] ?? 0;
    const place = places[rank] ?? 0;
    sorted[place] = positions[at] ?? 0;
    places[rank] = place + 1;
  }
  return sorted;
}
