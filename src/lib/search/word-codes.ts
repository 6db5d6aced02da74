import type { ByteReader } from './byte-io.ts';
import { isLetter } from './text-words.ts';

/**
 * Texts as codes of words: a byte for a frequent word, two for another one of a list, letters for the
 * rest. gzip sees four times as much text in its window so, and finds twice as much of it again.
 * What a word is, see `TextWords`.
 */

/** Codes below are no word: the end of a text, and a word that is written out. */
export const END = 0;
export const WRITTEN = 1;
export const FIRST = 2;
/** Words with two bytes, for each first byte. */
export const PAGE = 256;

/** Turns codes into texts, by one list of words. */
export class WordCodes {
  readonly #words: readonly string[];
  /** First code that has a second byte. */
  readonly #pages: number;

  /** @param words Frequent ones first, see `WordCounter`. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#pages = firstPage(words);
  }

  /** Read a text up to its end. */
  read(reader: ByteReader): { text: string; words: number } {
    const { bytes } = reader;
    let text = '';
    let words = 0;
    for (;;) {
      const code = bytes[reader.offset++] ?? END;
      if (code === END) return { text, words };
      const word = code === WRITTEN ? reader.text() : this.#wordOf(code, reader);
      if (isLetter(word.charCodeAt(word.length - 1))) words++;
      text += word;
    }
  }

  #wordOf(code: number, reader: ByteReader): string {
    const place =
      code < this.#pages
        ? code - FIRST
        : this.#pages - FIRST + (code - this.#pages) * PAGE + (reader.bytes[reader.offset++] ?? 0);
    const word = this.#words[place];
    if (word === undefined) throw new Error('damaged texts: a word is not in the list');
    return word;
  }
}

/** First code that has a second byte, for a list of words. */
export function firstPage(words: readonly string[]): number {
  return PAGE - Math.ceil(Math.max(0, words.length - (PAGE - FIRST)) / (PAGE - 1));
}
