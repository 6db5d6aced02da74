import type { LibraryDocument } from '../library/types.ts';
import { documentText, type CutText } from './document-text.ts';
import { NumberList } from './number-list.ts';
import { SyllableNumbers } from './syllable-numbers.ts';
import { TextWords } from './text-words.ts';

/** A document's text, and what it is made of in numbers. */
export interface NumberedText extends CutText {
  /** Words and signs of all segments, see `TextWords`. */
  words: Uint32Array;
  /** By segment: where its words end. */
  ends: number[];
  /** Its syllables, see `SyllableNumbers`. */
  values: Uint32Array;
}

/** Cuts the texts of documents, each once for all that is made of them. */
export class TextCutter {
  readonly words = new TextWords();
  readonly #syllables: SyllableNumbers;
  readonly #cutWords = new NumberList();
  readonly #values = new NumberList();

  /** @param vocabulary Keys of syllables of an earlier corpus, whose numbers stay the same. */
  constructor(vocabulary?: readonly string[]) {
    this.#syllables = new SyllableNumbers(this.words, vocabulary);
  }

  /** Keys of syllables, by their numbers. */
  get vocabulary(): readonly string[] {
    return this.#syllables.keys;
  }

  /** Number what a document's text is made of. */
  cut(document: LibraryDocument): NumberedText {
    this.#cutWords.clear();
    this.#values.clear();
    const ends: number[] = [];
    const text = documentText(document, (segment) => {
      const count = this.#cut(segment);
      ends.push(this.#cutWords.length);
      return count;
    });
    return {
      ...text,
      words: this.#cutWords.view().slice(),
      ends,
      values: this.#values.view().slice(),
    };
  }

  /** @returns Number of syllables. */
  #cut(text: string): number {
    const words = this.words.cut(text);
    const before = this.#values.length;
    this.#cutWords.append(words);
    this.#syllables.cut(text, words, this.#values);
    return this.#values.length - before;
  }
}
