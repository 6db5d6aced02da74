/**
 * Numbers for the distinct words of texts. A corpus of millions of words has a few thousand distinct
 * ones: each is made a string once, and from then on known by its letters.
 */
export class WordTable {
  /** By their numbers. */
  readonly words: string[] = [];
  /** Of all words, one after the other. */
  #letters = new Uint16Array(1 << 15);
  /** By number: where the letters of a word begin, and at last where they end. */
  #starts = new Uint32Array(1 << 12);
  #hashes = new Int32Array(1 << 12);
  /** By hash, then the next free one: number of a word and 1; 0 where there is none. */
  #slots = new Uint32Array(1 << 13);

  /**
   * Number of the word between two offsets of a text.
   *
   * @param units UTF-16 units of the text.
   * @param end Exclusive.
   * @returns The number of words before, when it is a new one.
   */
  numberOf(units: Uint16Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x5bd1e995);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) return this.#add(units.subarray(start, end), hash, slot);
      if (this.#hashes[number] === hash && this.#isAt(number, units, start, end)) return number;
      slot = (slot + 1) & mask;
    }
  }

  /** Whether a word stands between two offsets of a text. */
  #isAt(number: number, units: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters;
    let from = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at++) if (letters[from++] !== units[at]) return false;
    return true;
  }

  #add(word: Uint16Array, hash: number, slot: number): number {
    const number = this.words.length;
    const from = this.#starts[number] ?? 0;
    const to = from + word.length;
    if (number + 2 > this.#starts.length) this.#starts = widened(this.#starts, number + 2);
    if (number >= this.#hashes.length) this.#hashes = widened(this.#hashes, number + 1);
    if (to > this.#letters.length) this.#letters = widened(this.#letters, to);
    this.#letters.set(word, from);
    this.#starts[number + 1] = to;
    this.#hashes[number] = hash;
    this.#slots[slot] = this.words.push(String.fromCharCode(...word));
    if (this.words.length * 2 > this.#slots.length) this.#spread();
    return number;
  }

  #spread(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    for (let number = 0; number < this.words.length; number++) {
      let slot = (this.#hashes[number] ?? 0) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** The same numbers, with room for more. */
function widened<T extends Uint16Array | Uint32Array | Int32Array>(numbers: T, needed: number): T {
  const Numbers = numbers.constructor as new (length: number) => T;
  const wider = new Numbers(Math.max(numbers.length * 2, needed));
  wider.set(numbers);
  return wider;
}
