import type { NumberList } from './number-list.ts';
import { eachWord, keyAfter, mayCount, roleOf, type Role } from './syllables.ts';
import type { TextWords } from './text-words.ts';

/**
 * Numbers for the keys of syllables: each distinct word of a corpus is folded once. A syllable is
 * mostly a word of the text; a figure or code is a run of its words and signs.
 */
export class SyllableNumbers {
  readonly keys: string[];
  readonly #numbers: Map<string, number>;
  /** By number: whether a numeral may follow. */
  readonly #counted: boolean[];
  readonly #words: TextWords;
  /** By number of a word of the text. */
  readonly #roles: Role[] = [];
  /** By number of a word of the text: its number among the runs. */
  readonly #runOfWord: number[] = [];
  /** Runs of words that are a syllable or the beginning of one. */
  readonly #runs: string[] = [];
  readonly #runNumbers = new Map<string, number>();
  /** By run: the longer ones, by the word that comes next. */
  readonly #longer: (Map<number, number> | undefined)[] = [];
  /** By run: number of its key where it follows none that counts. */
  readonly #numberOfRun: number[] = [];
  /** By number of a key that counts: those of the runs that follow it. */
  readonly #following: (Map<number, number> | undefined)[] = [];

  /**
   * @param words Cuts the texts.
   * @param keys Of an earlier corpus, whose numbers stay the same; the first is ''.
   */
  constructor(words: TextWords, keys: readonly string[] = ['']) {
    this.#words = words;
    this.keys = [...keys];
    this.#numbers = new Map(this.keys.map((key, number) => [key, number]));
    this.#counted = this.keys.map(mayCount);
  }

  /**
   * Number the syllables of a text.
   *
   * @param words Of the text, in numbers.
   * @param values Gets for each syllable the number of its key, doubled, and 1 more when it opens a
   *   sentence or the text.
   */
  cut(text: string, words: Uint32Array, values: NumberList): void {
    const from = values.length;
    if (this.#cutWords(words, values)) return;
    values.length = from;
    this.#cutText(text, values);
  }

  /** @returns False when a word has no plain role. */
  #cutWords(words: Uint32Array, values: NumberList): boolean {
    let run = -1;
    let opens = true;
    let before = 0;
    // What stands after the last syllable: how many words and signs, a full stop, an end.
    let gap = 0;
    let stops = false;
    let ends = true;
    for (const word of words) {
      const role = (this.#roles[word] ??= roleOf(this.#words.words[word] ?? ''));
      if (role === 'odd') return false;
      if (run >= 0 && (role === 'part' || role === 'mark')) {
        run = this.#join(run, word);
        continue;
      }
      if (run >= 0) before = this.#put(run, before, opens, values);
      run = -1;
      if (role !== 'part') gap++;
      if (role === 'part' || role === 'spaced') {
        run = this.#runOfWord[word] ??= this.#runAt(word);
        opens = ends || (stops && gap > 1);
        gap = 0;
        stops = ends = false;
      } else if (role === 'stop') stops = true;
      else if (role === 'end') ends = true;
    }
    if (run >= 0) this.#put(run, before, opens, values);
    return true;
  }

  /** @returns Number of the key. */
  #put(run: number, before: number, opens: boolean, values: NumberList): number {
    const number = this.#numberAfter(opens ? 0 : before, run);
    values.push(number * 2 + (opens ? 1 : 0));
    return number;
  }

  #cutText(text: string, values: NumberList): void {
    let before = 0;
    eachWord(text, (start, end, opens) => {
      before = this.#put(this.#runOf(text.slice(start, end)), before, opens, values);
    });
  }

  #runAt(word: number): number {
    const spelled = this.#words.words[word] ?? '';
    return this.#runOf(spelled.startsWith(' ') ? spelled.slice(1) : spelled);
  }

  #runOf(spelled: string): number {
    const known = this.#runNumbers.get(spelled);
    if (known !== undefined) return known;
    const run = this.#runs.push(spelled) - 1;
    this.#runNumbers.set(spelled, run);
    return run;
  }

  /** The run that is longer by a word. */
  #join(run: number, word: number): number {
    const longer = (this.#longer[run] ??= new Map<number, number>());
    const known = longer.get(word);
    if (known !== undefined) return known;
    const joined = this.#runOf((this.#runs[run] ?? '') + (this.#words.words[word] ?? ''));
    longer.set(word, joined);
    return joined;
  }

  /** @param before Number of the key before in its sentence, or 0. */
  #numberAfter(before: number, run: number): number {
    if (this.#counted[before] !== true) {
      return (this.#numberOfRun[run] ??= this.#numberOf(keyAfter('', this.#runs[run] ?? '')));
    }
    const following = (this.#following[before] ??= new Map<number, number>());
    const known = following.get(run);
    if (known !== undefined) return known;
    const number = this.#numberOf(keyAfter(this.keys[before] ?? '', this.#runs[run] ?? ''));
    following.set(run, number);
    return number;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    this.#counted.push(mayCount(key));
    return number;
  }
}
