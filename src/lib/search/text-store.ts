import type { SearchDocument, SearchManifest, SearchText } from './index-format.ts';
import { TextFile } from './packed-texts.ts';
import type { ReadFile } from './postings.ts';
import { WordCodes } from './word-codes.ts';

/** Files of texts kept in memory, about 70 kB each, and what of them was asked for. */
const MOST_FILES = 160;
const EMPTY: SearchText = { provisions: [], segments: [] };

/** Knows the texts of documents. */
export interface TextSource {
  has: (document: SearchDocument) => boolean;
  get: (document: SearchDocument) => Promise<SearchText>;
}

/** The texts of the documents, loaded when they are first needed. */
export class TextStore implements TextSource {
  readonly #files: readonly string[];
  readonly #read: ReadFile;
  readonly #words: string;
  readonly #loaded = new Map<number, Promise<TextFile>>();
  #codes: Promise<WordCodes> | undefined;

  constructor({ texts, words }: SearchManifest, read: ReadFile) {
    this.#files = texts;
    this.#words = words;
    this.#read = read;
  }

  /** Whether a document's text is in memory, so that it is there at once. */
  has({ text }: SearchDocument): boolean {
    return this.#loaded.has(text);
  }

  /**
   * Text of a document.
   *
   * @throws When its file cannot be read; asking again then tries again.
   */
  async get({ slug, text }: SearchDocument): Promise<SearchText> {
    const file = this.#files[text];
    if (file === undefined) return EMPTY;
    return (await (this.#loaded.get(text) ?? this.#load(text, file))).get(slug) ?? EMPTY;
  }

  #load(index: number, file: string): Promise<TextFile> {
    if (this.#loaded.size >= MOST_FILES) this.#forgetOldest();
    const texts = Promise.all([this.#read(file), this.#loadCodes()]).then(
      ([bytes, codes]) => new TextFile(bytes, codes),
    );
    this.#loaded.set(index, texts);
    texts.catch(() => this.#loaded.delete(index));
    return texts;
  }

  #loadCodes(): Promise<WordCodes> {
    if (this.#codes) return this.#codes;
    const codes = this.#read(this.#words).then(
      (bytes) => new WordCodes(new TextDecoder().decode(bytes).split('\n')),
    );
    this.#codes = codes;
    codes.catch(() => (this.#codes = undefined));
    return codes;
  }

  /** The file that was loaded first; the others may be asked for by the next letter typed. */
  #forgetOldest(): void {
    for (const oldest of this.#loaded.keys()) {
      this.#loaded.delete(oldest);
      return;
    }
  }
}
