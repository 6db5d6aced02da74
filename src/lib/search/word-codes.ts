import { WordTable } from '../text/word-table.ts';
import type { ByteReader, ByteWriter } from './byte-io.ts';

/**
 * Texts as codes of words: a byte for a frequent word, two for another one of a list, letters for the
 * rest. gzip sees four times as much text in its window so, and finds twice as much of it again.
 *
 * A word is a run of letters with the space before it; digits and signs stand for themselves.
 */

/** Codes below are no word: the end of a text, and a word that is written out. */
const END = 0;
const WRITTEN = 1;
const FIRST = 2;
/** Words with two bytes, for each first byte. */
const PAGE = 256;
/** A list may have so many words: with more, too few codes of one byte would be left. */
const MOST_WORDS = 28_000;
/** Fewer occurrences are not worth a place in the list. */
const LEAST_COUNT = 4;

/** Turns texts into codes and back, by one list of words. */
export class WordCodes {
  readonly #words: readonly string[];
  /** First code that has a second byte. */
  readonly #pages: number;
  readonly #table = new WordTable();
  /** By number in the table: place in the list, −1 for a word that is not in it. */
  readonly #places: number[] = [];
  #placeOf: Map<string, number> | undefined;

  /** @param words Frequent ones first, see {@link listWords}. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#pages = PAGE - Math.ceil(Math.max(0, words.length - (PAGE - FIRST)) / (PAGE - 1));
  }

  /** Write a text and its end. @returns How many words it has, as {@link read} counts them. */
  write(text: string, bytes: ByteWriter): number {
    let words = 0;
    for (let start = 0, end = 0; start < text.length; start = end) {
      end = tokenEnd(text, start);
      const place = this.#placeAt(text, start, end);
      if (isLetter(text.charCodeAt(end - 1))) words++;
      if (place < 0) {
        bytes.byte(WRITTEN);
        bytes.text(text.slice(start, end));
      } else if (FIRST + place < this.#pages) {
        bytes.byte(FIRST + place);
      } else {
        const rest = FIRST + place - this.#pages;
        bytes.byte(this.#pages + Math.floor(rest / PAGE));
        bytes.byte(rest % PAGE);
      }
    }
    bytes.byte(END);
    return words;
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

  #placeAt(text: string, start: number, end: number): number {
    this.#placeOf ??= new Map(this.#words.map((word, place) => [word, place]));
    const number = this.#table.numberOf(text, start, end);
    return (this.#places[number] ??= this.#placeOf.get(text.slice(start, end)) ?? -1);
  }
}

/** Counts words, for a list of those that codes are made of. */
export class WordCounter {
  readonly #table = new WordTable();
  readonly #counts: number[] = [];

  add(text: string): void {
    for (let start = 0, end = 0; start < text.length; start = end) {
      end = tokenEnd(text, start);
      const number = this.#table.numberOf(text, start, end);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    }
  }

  /**
   * The words worth a code. Of about the same frequency they stand by their letters, so that a few
   * words more or less in a text mostly leave the list as it was.
   */
  list(): string[] {
    return this.#table.words
      .map((word, number) => ({ word, rank: Math.floor(Math.log2(this.#counts[number] ?? 1)) }))
      .filter(({ rank }) => rank >= Math.log2(LEAST_COUNT))
      .sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS)
      .map(({ word }) => word);
  }
}

const SPACE = 0x20;

/** End of the word or sign that begins at an offset; together they are the text. */
function tokenEnd(text: string, start: number): number {
  let end = start + 1;
  const unit = text.charCodeAt(start);
  if (!isLetter(unit) && (unit !== SPACE || !isLetter(text.charCodeAt(end)))) return end;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end;
}

/** Latin letters, and all beyond Latin-1 but general signs; halves of pairs stay together so. */
function isLetter(unit: number): boolean {
  return LETTERS[unit] === 1;
}

const LETTERS = new Uint8Array(0x10000)
  .fill(1, 0x41, 0x5b)
  .fill(1, 0x61, 0x7b)
  .fill(1, 0xc0, 0x2000)
  .fill(1, 0x2c00);
