import { WordTable } from '../text/word-table.ts';
import { NumberList } from './number-list.ts';

/**
 * Texts as the words and signs that they are made of. A word is a run of letters with the space before
 * it; digits and signs stand for themselves. Together they are the text.
 */
export class TextWords {
  readonly #table = new WordTable();
  readonly #cut = new NumberList();
  #units = new Uint16Array(1 << 12);
  /** By UTF-16 unit: number of the sign and 1; 0 where it has not been met. */
  readonly #signs = new Uint32Array(0x10000);

  /** By their numbers. */
  get words(): readonly string[] {
    return this.#table.words;
  }

  /**
   * Numbers of the words and signs of a text.
   *
   * @returns In order of the text. They hold until the next text is cut.
   */
  cut(text: string): Uint32Array {
    const units = this.#unitsOf(text);
    const { length } = text;
    this.#cut.clear();
    for (let start = 0; start < length;) {
      const unit = units[start] ?? 0;
      let end = start + 1;
      if (isLetter(unit) || (unit === SPACE && end < length && isLetter(units[end] ?? 0))) {
        while (end < length && isLetter(units[end] ?? 0)) end++;
        this.#cut.push(this.#table.numberOf(units, start, end));
      } else {
        this.#cut.push(this.#signAt(units, start));
      }
      start = end;
    }
    return this.#cut.view();
  }

  #signAt(units: Uint16Array, at: number): number {
    const unit = units[at] ?? 0;
    const known = this.#signs[unit] ?? 0;
    if (known !== 0) return known - 1;
    const number = this.#table.numberOf(units, at, at + 1);
    this.#signs[unit] = number + 1;
    return number;
  }

  #unitsOf(text: string): Uint16Array {
    if (text.length > this.#units.length) this.#units = new Uint16Array(text.length * 2);
    const units = this.#units;
    for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
    return units;
  }
}

const SPACE = 0x20;

/** Latin letters, and all beyond Latin-1 but general signs; halves of pairs stay together so. */
export function isLetter(unit: number): boolean {
  return LETTERS[unit] === 1;
}

const LETTERS = new Uint8Array(0x10000)
  .fill(1, 0x41, 0x5b)
  .fill(1, 0x61, 0x7b)
  .fill(1, 0xc0, 0x2000)
  .fill(1, 0x2c00);
