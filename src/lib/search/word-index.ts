import type { WordPostings } from './index-chunk.ts';
import { pairToken, tokenPrefix } from './pair-tokens.ts';
import { SyllableNumbers } from './syllable-numbers.ts';

/**
 * Turns texts into an index of pair tokens (see `pair-tokens.ts`): the position of a token is the
 * number of syllables added before it.
 *
 * Syllables are numbers while the index grows, and two counting sorts bring the positions of every
 * token together: time and memory grow with the text alone, 12 bytes a syllable.
 */
export class WordIndex {
  readonly #numbers: SyllableNumbers;
  /** Of each syllable the number of its key, doubled, and 1 more when it opens a sentence or block. */
  #values = new Uint32Array(1 << 16);
  #count = 0;

  /** @param vocabulary Of an index whose {@link values} are added; see there. */
  constructor(vocabulary?: readonly string[]) {
    this.#numbers = new SyllableNumbers(vocabulary);
  }

  /** Syllables added. */
  get count(): number {
    return this.#count;
  }

  /** Distinct keys of the syllables added, sorted. */
  get keys(): string[] {
    const used = new Uint8Array(this.#numbers.keys.length);
    for (let at = 0; at < this.#count; at++) used[(this.#values[at] ?? 0) >>> 1] = 1;
    return this.#numbers.keys.filter((_, number) => used[number] === 1).sort();
  }

  /** Keys by the numbers that {@link values} refer to. */
  get vocabulary(): readonly string[] {
    return this.#numbers.keys;
  }

  /**
   * Add one block of text; it forms no pair with what comes before or after.
   *
   * @returns Number of its syllables.
   */
  add(text: string): number {
    const before = this.#count;
    this.#numbers.cut(text, (number, opens) => {
      if (this.#count === this.#values.length) this.#reserve(1);
      this.#values[this.#count++] = number * 2 + (opens ? 1 : 0);
    });
    return this.#count - before;
  }

  /** Add blocks of text by the {@link values} that an index with the same vocabulary had for them. */
  addValues(values: Uint32Array): void {
    this.#reserve(values.length);
    this.#values.set(values, this.#count);
    this.#count += values.length;
  }

  /** What was added, in numbers; from and to count syllables, as {@link count} does. */
  values(from: number, to: number): Uint32Array<ArrayBuffer> {
    return this.#values.subarray(from, to);
  }

  /** Every word with its positions, in the order of the words. */
  *postings(): Generator<WordPostings, void, void> {
    const positions = this.#positionsByToken();
    for (let start = 0, end = 0; start < this.#count; start = end) {
      end = this.#endOfToken(positions, start);
      yield [this.#tokenAt(positions[start] ?? 0), positions.subarray(start, end)];
    }
  }

  #reserve(more: number): void {
    const needed = this.#count + more;
    if (needed <= this.#values.length) return;
    const larger = new Uint32Array(Math.max(this.#values.length * 2, needed));
    larger.set(this.#values);
    this.#values = larger;
  }

  /** All positions: by token, tokens in the order of their letters; those of one token ascending. */
  #positionsByToken(): Uint32Array {
    const identity = new Uint32Array(this.#count);
    const firsts = new Uint32Array(this.#count);
    const seconds = new Uint32Array(this.#count);
    for (let position = 0; position < this.#count; position++) {
      identity[position] = position;
      firsts[position] = this.#firstAt(position);
      seconds[position] = this.#secondAt(position);
    }
    const bySecond = countingSort(
      identity,
      seconds,
      this.#ranks((key) => pairToken('', key)),
    );
    // No prefix begins another one, so that this is the order of the whole tokens.
    return countingSort(bySecond, firsts, this.#ranks(tokenPrefix));
  }

  #firstAt(position: number): number {
    return (this.#values[position] ?? 0) >>> 1;
  }

  /** Number of the syllable after, 0 when a sentence or block ends here. */
  #secondAt(position: number): number {
    const next = position + 1 < this.#count ? (this.#values[position + 1] ?? 0) : 1;
    return (next & 1) === 1 ? 0 : next >>> 1;
  }

  /** Place of each syllable, by its number, in the order of its spelling within tokens. */
  #ranks(spell: (key: string) => string): Uint32Array {
    const spelled = this.#numbers.keys.map(spell);
    const order = [...spelled.keys()].sort((a, b) => compare(spelled[a] ?? '', spelled[b] ?? ''));
    const ranks = new Uint32Array(order.length);
    order.forEach((number, rank) => (ranks[number] = rank));
    return ranks;
  }

  #endOfToken(positions: Uint32Array, start: number): number {
    const first = this.#firstAt(positions[start] ?? 0);
    const second = this.#secondAt(positions[start] ?? 0);
    let end = start + 1;
    for (; end < this.#count; end++) {
      const position = positions[end] ?? 0;
      if (this.#firstAt(position) !== first || this.#secondAt(position) !== second) break;
    }
    return end;
  }

  #tokenAt(position: number): string {
    const { keys } = this.#numbers;
    return pairToken(keys[this.#firstAt(position)] ?? '', keys[this.#secondAt(position)] ?? '');
  }
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
