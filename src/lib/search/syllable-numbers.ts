import { eachWord, keyAfter, mayCount } from './syllables.ts';

/**
 * Numbers for the keys of syllables. A corpus of millions of syllables has a few thousand distinct
 * words: each is cut out and folded once, and then known by its letters where they stand.
 */
export class SyllableNumbers {
  readonly keys: string[];
  readonly #numbers: Map<string, number>;
  /** By number: whether a numeral may follow. */
  readonly #counted: boolean[];
  /** Words already met: by hash, then the next free slot; 0 where there is none, else place + 1. */
  #slots = new Uint32Array(1 << 14);
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];
  readonly #numberOfWord: number[] = [];

  /** @param keys Of an earlier corpus, whose numbers stay the same; the first is ''. */
  constructor(keys: readonly string[] = ['']) {
    this.keys = [...keys];
    this.#numbers = new Map(this.keys.map((key, number) => [key, number]));
    this.#counted = this.keys.map(mayCount);
  }

  /**
   * Number the syllables of a text.
   *
   * @param put Given the number of each syllable's key and whether it opens a sentence or the text.
   */
  cut(text: string, put: (number: number, opens: boolean) => void): void {
    let before = '';
    eachWord(text, (start, end, opens) => {
      const number =
        before === '' || opens
          ? this.#wordAt(text, start, end)
          : this.#numberOf(keyAfter(before, text.slice(start, end)));
      put(number, opens);
      before = this.#counted[number] === true ? (this.keys[number] ?? '') : '';
    });
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    this.#counted.push(mayCount(key));
    return number;
  }

  /** Number of a word that follows none that counts. */
  #wordAt(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0) break;
      if (this.#hashes[place - 1] === hash && isAt(text, start, end, this.#words[place - 1])) {
        return this.#numberOfWord[place - 1] ?? 0;
      }
      slot = (slot + 1) & mask;
    }
    return this.#learn(text.slice(start, end), hash, slot);
  }

  #learn(word: string, hash: number, slot: number): number {
    const number = this.#numberOf(keyAfter('', word));
    this.#hashes.push(hash);
    this.#numberOfWord.push(number);
    this.#slots[slot] = this.#words.push(word);
    if (this.#words.length * 2 > this.#slots.length) this.#widen();
    return number;
  }

  #widen(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    this.#hashes.forEach((hash, place) => {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place + 1;
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
