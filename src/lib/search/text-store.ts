import type { SearchDocument, SearchManifest, SearchText } from './index-format.ts';
import { TextFile } from './packed-texts.ts';
import type { ReadFile } from './postings.ts';
import { WordCodes } from './word-codes.ts';

/** Files kept in memory, about 70 kB each. */
const MOST_FILES = 400;
/** Texts kept in memory, about as much each. */
const MOST_TEXTS = 600;
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
  /** By document; the one that was asked for last stands last. */
  readonly #texts = new Map<string, SearchText>();
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
    const read = await (this.#loaded.get(text) ?? this.#load(text, file));
    const known = this.#texts.get(slug) ?? read.get(slug) ?? EMPTY;
    this.#texts.delete(slug);
    this.#texts.set(slug, known);
    if (this.#texts.size > MOST_TEXTS) forgetFirst(this.#texts);
    return known;
  }

  #load(index: number, file: string): Promise<TextFile> {
    if (this.#loaded.size >= MOST_FILES) forgetFirst(this.#loaded);
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
}

/** What came first is given up; the rest may be asked for by the next letter typed. */
function forgetFirst<K>(kept: Map<K, unknown>): void {
  for (const first of kept.keys()) {
    kept.delete(first);
    return;
  }
}
