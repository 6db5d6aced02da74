import { WordTable } from '../text/word-table.ts';
import { eachWord, keyAfter, mayCount } from './syllables.ts';

/** Numbers for the keys of syllables: each distinct word of a corpus is folded once. */
export class SyllableNumbers {
  readonly keys: string[];
  readonly #numbers: Map<string, number>;
  /** By number: whether a numeral may follow. */
  readonly #counted: boolean[];
  readonly #words = new WordTable();
  /** By number of the word: that of its key where it follows none that counts. */
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
    const word = this.#words.numberOf(text, start, end);
    return (this.#numberOfWord[word] ??= this.#numberOf(keyAfter('', text.slice(start, end))));
  }
}
