import {
  unpackTexts,
  type PackedTexts,
  type SearchDocument,
  type SearchManifest,
  type SearchText,
  type SearchTexts,
} from './index-format.ts';
import type { ReadFile } from './postings.ts';

/** Files of texts kept in memory, about 200 kB each. */
const MOST_FILES = 160;
const EMPTY: SearchText = { provisions: [], segments: [] };

/** The texts of the documents, loaded when they are first needed. */
export class TextStore {
  readonly #files: readonly string[];
  readonly #read: ReadFile;
  readonly #loaded = new Map<number, Promise<SearchTexts>>();

  constructor({ texts }: SearchManifest, read: ReadFile) {
    this.#files = texts;
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
    return (await (this.#loaded.get(text) ?? this.#load(text)))[slug] ?? EMPTY;
  }

  #load(index: number): Promise<SearchTexts> {
    const file = this.#files[index];
    if (file === undefined) return Promise.resolve({});
    if (this.#loaded.size >= MOST_FILES) this.#forgetOldest();
    const texts = this.#read(file).then((bytes) =>
      unpackTexts(JSON.parse(new TextDecoder().decode(bytes)) as PackedTexts),
    );
    this.#loaded.set(index, texts);
    texts.catch(() => this.#loaded.delete(index));
    return texts;
  }

  /** The file that was loaded first; the others may be asked for by the next letter typed. */
  #forgetOldest(): void {
    for (const oldest of this.#loaded.keys()) {
      this.#loaded.delete(oldest);
      return;
    }
  }
}
