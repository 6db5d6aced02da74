import { ByteWriter } from './byte-io.ts';
import { isLetter, type TextWords } from './text-words.ts';
import { END, FIRST, firstPage, PAGE, WRITTEN } from './word-codes.ts';

/** A list may have so many words: with more, too few codes of one byte would be left. */
const MOST_WORDS = 28_000;
/** Fewer occurrences are not worth a place in the list. */
const LEAST_COUNT = 4;

/** Turns texts into codes of words, see `word-codes.ts`. */
export class CodeWriter {
  readonly #words: TextWords;
  readonly #places: ReadonlyMap<string, number>;
  /** First code that has a second byte. */
  readonly #pages: number;
  /** By number of a word, what is written for it; 0 where it has not been met. */
  #codes = new Uint32Array();
  /** By number of a word that is not in the list. */
  readonly #written = new Map<number, Uint8Array>();

  /**
   * @param list Of words, see `WordCounter`.
   * @param words Cuts the texts.
   */
  constructor(list: readonly string[], words: TextWords) {
    this.#words = words;
    this.#places = new Map(list.map((word, place) => [word, place]));
    this.#pages = firstPage(list);
  }

  /** Write a text and its end. @returns How many words it has, as `WordCodes.read` counts them. */
  write(text: string, bytes: ByteWriter): number {
    return this.writeWords(this.#words.cut(text), bytes);
  }

  /** The same of a text that has been cut. @param words In numbers. */
  writeWords(words: Uint32Array, bytes: ByteWriter): number {
    if (this.#codes.length < this.#words.words.length) this.#widen();
    let count = 0;
    for (const word of words) {
      const known = this.#codes[word] ?? 0;
      const code = known === 0 ? this.#find(word) : known;
      if ((code & COUNTS) !== 0) count++;
      if ((code & KNOWN) === 0) {
        bytes.bytes(this.#written.get(word) ?? this.#writeOut(word));
      } else {
        if ((code & LONG) !== 0) bytes.byte((code >> 8) & 0xff);
        bytes.byte(code & 0xff);
      }
    }
    bytes.byte(END);
    return count;
  }

  #writeOut(word: number): Uint8Array {
    const spelled = this.#words.words[word] ?? '';
    const bytes = new ByteWriter(4 * spelled.length);
    bytes.byte(WRITTEN);
    bytes.text(spelled);
    const written = bytes.finish();
    this.#written.set(word, written);
    return written;
  }

  #widen(): void {
    const codes = new Uint32Array(this.#words.words.length * 2);
    codes.set(this.#codes);
    this.#codes = codes;
  }

  #find(number: number): number {
    const word = this.#words.words[number] ?? '';
    const counts = isLetter(word.charCodeAt(word.length - 1)) ? COUNTS : 0;
    const code = MET | counts | this.#codeAt(this.#places.get(word));
    this.#codes[number] = code;
    return code;
  }

  #codeAt(place: number | undefined): number {
    if (place === undefined) return 0;
    if (FIRST + place < this.#pages) return KNOWN | (FIRST + place);
    const rest = FIRST + place - this.#pages;
    return KNOWN | LONG | ((this.#pages + Math.floor(rest / PAGE)) << 8) | (rest % PAGE);
  }
}

/** Above the two bytes of a code: it is known, it stands in the list, with two bytes, for a word. */
const MET = 1 << 16;
const KNOWN = 1 << 17;
const LONG = 1 << 18;
const COUNTS = 1 << 19;

/** Counts words, for a list of those that codes are made of. */
export class WordCounter {
  readonly #words: TextWords;
  readonly #counts: number[] = [];

  /** @param words Cuts the texts. */
  constructor(words: TextWords) {
    this.#words = words;
  }

  add(text: string): void {
    this.addWords(this.#words.cut(text));
  }

  /** Count a text that has been cut. @param words In numbers. */
  addWords(words: Uint32Array): void {
    for (const word of words) this.#counts[word] = (this.#counts[word] ?? 0) + 1;
  }

  /**
   * The words worth a code. Of about the same frequency they stand by their letters, so that a few
   * words more or less in a text mostly leave the list as it was.
   */
  list(): string[] {
    return this.#words.words
      .map((word, number) => ({ word, rank: Math.floor(Math.log2(this.#counts[number] ?? 1)) }))
      .filter(({ rank }) => rank >= Math.log2(LEAST_COUNT))
      .sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS)
      .map(({ word }) => word);
  }
}
