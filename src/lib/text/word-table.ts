/**
 * Numbers for the distinct words of texts. A corpus of millions of words has a few thousand distinct
 * ones: each is cut out once, and from then on known by its letters where they stand.
 */
export class WordTable {
  /** By their numbers. */
  readonly words: string[] = [];
  readonly #hashes: number[] = [];
  /** By hash, then the next free one: number of a word and 1; 0 where there is none. */
  #slots = new Uint32Array(1 << 14);

  /**
   * Number of the word between two offsets of a text.
   *
   * @param end Exclusive.
   * @returns The number of words before, when it is a new one.
   */
  numberOf(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) break;
      if (this.#hashes[number] === hash && isAt(text, start, end, this.words[number])) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    return this.#add(text.slice(start, end), hash, slot);
  }

  #add(word: string, hash: number, slot: number): number {
    this.#hashes.push(hash);
    const count = this.words.push(word);
    this.#slots[slot] = count;
    if (count * 2 > this.#slots.length) this.#widen();
    return count - 1;
  }

  #widen(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    this.#hashes.forEach((hash, number) => {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    });
    this.#slots = slots;
  }
}

/** Whether a word stands between two offsets of a text. */
function isAt(text: string, start: number, end: number, word = ''): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
