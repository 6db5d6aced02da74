import type { LibraryDocument } from '../../lib/library/types.ts';
import { CodeWriter, WordCounter } from '../../lib/search/code-writer.ts';
import { joinTexts, packText, type PackedText } from '../../lib/search/packed-texts.ts';
import type { NumberedText, TextCutter } from '../../lib/search/text-cutter.ts';
import { compress, digest, wrapFile, type SearchFolder } from './search-files.ts';
import type { SearchMemory } from './search-memory.ts';

/** Share of its words that a file takes before anything of it has been compressed. */
const FIRST_RATIO = 0.5;
/** Share of its room from which a file is compressed, to see whether more fits in. */
const NEARLY_FULL = 0.94;
/** Texts that the list of words is taken from, about; all of a small library. */
const SAMPLE = 256;

/** A document whose text waits for its file. */
interface Waiting {
  slug: string;
  packed: PackedText;
  size: number;
}

/**
 * Writes the texts of a library's documents into files that fill their room. Where a file ends
 * depends on its own documents and the next one only, so that a change moves few of them.
 */
export class TextFiles {
  /** File names. */
  readonly names: string[] = [];
  /** By document: index into {@link names}. */
  readonly fileOf: number[] = [];
  /** File name of the list of words. */
  readonly words: string;
  readonly #documents: readonly LibraryDocument[];
  readonly #folder: SearchFolder;
  readonly #memory: SearchMemory | undefined;
  readonly #cutter: TextCutter;
  /** Texts of the sample until they are asked for. */
  readonly #sample = new Map<string, NumberedText>();
  readonly #codes: CodeWriter;
  readonly #key: string;
  readonly #room: number;
  #waiting: Waiting[] = [];
  #ratio = FIRST_RATIO;
  #added = 0;

  /**
   * @param room Most bytes of a file.
   * @param cutter Cuts the texts.
   */
  constructor(
    documents: readonly LibraryDocument[],
    folder: SearchFolder,
    room: number,
    cutter: TextCutter,
    memory?: SearchMemory,
  ) {
    this.#documents = documents;
    this.#folder = folder;
    this.#room = room;
    this.#cutter = cutter;
    this.#memory = memory;
    const words = this.#listWords();
    this.#codes = new CodeWriter(words, cutter.words);
    this.#key = `${digest(words.join('\n'))} ${room}`;
    this.words = folder.addHashed('tu', compress(words.join('\n')));
  }

  /** The text of a document in numbers. */
  cut(document: LibraryDocument): NumberedText {
    const known = this.#sample.get(document.slug);
    this.#sample.delete(document.slug);
    return known ?? this.#cutter.cut(document);
  }

  /**
   * Take the next document's text.
   *
   * @param text Null when it was not cut; it is then cut if it must be.
   */
  add(text: NumberedText | null): void {
    const index = this.#added++;
    const document = this.#documents[index];
    if (!document || index < this.fileOf.length) return;
    if (this.#waiting.length === 0 && this.#reuse()) return;
    const packed = packText(document.slug, text ?? this.cut(document), this.#codes);
    const size = sizeOf(packed);
    this.#waiting.push({ slug: document.slug, packed, size });
    this.#writeFull();
  }

  /** Write what still waits. */
  finish(): void {
    while (this.#waiting.length > 0) this.#write(this.#waiting.length, this.#pack(this.#waiting));
  }

  /** Take the next file from the site before. @returns False when it would not be the same. */
  #reuse(): boolean {
    const kept = this.#memory?.fileFrom(this.#key, (count) => this.#nextSlugs(count));
    if (!kept) return false;
    this.#keep(kept.name, kept.script, kept.documents);
    return true;
  }

  /** Slugs of the documents that are in no file yet. */
  #nextSlugs(most: number): string[] {
    const from = this.fileOf.length;
    return this.#documents.slice(from, from + most).map(({ slug }) => slug);
  }

  /** Write a file when no more fits in, without the last text when that is too much. */
  #writeFull(): void {
    const expected = this.#ratio * this.#waiting.reduce((sum, { size }) => sum + size, 0);
    if (expected < this.#room * NEARLY_FULL) return;
    const bytes = this.#pack(this.#waiting);
    this.#ratio = bytes.length / this.#waiting.reduce((sum, { size }) => sum + size, 0);
    if (bytes.length <= this.#room * NEARLY_FULL) return;
    if (bytes.length <= this.#room || this.#waiting.length === 1) {
      this.#write(this.#waiting.length, bytes);
      return;
    }
    this.#write(this.#waiting.length - 1, this.#pack(this.#waiting.slice(0, -1)));
    if (this.#reuse()) this.#waiting = [];
    else this.#writeFull();
  }

  #pack(texts: readonly Waiting[]): Uint8Array {
    return compress(joinTexts(texts.map(({ packed }) => packed)));
  }

  #write(count: number, bytes: Uint8Array): void {
    const { name, script } = wrapFile('van', bytes);
    this.#waiting.splice(0, count);
    this.#ratio = FIRST_RATIO;
    this.#keep(name, script, count);
  }

  #keep(name: string, script: Buffer, count: number): void {
    const slugs = this.#nextSlugs(count + 1);
    this.#folder.add(name, script);
    this.#memory?.keepFile(this.#key, slugs, count, name, script);
    for (let left = count; left > 0; left--) this.fileOf.push(this.names.length);
    this.names.push(name);
  }

  #listWords(): string[] {
    const sample = sampleOf(this.#documents);
    const slugs = sample.map(({ slug }) => slug);
    const words = this.#memory?.wordsOf(slugs) ?? this.#countWords(sample);
    this.#memory?.keepWords(slugs, words);
    return words;
  }

  #countWords(documents: readonly LibraryDocument[]): string[] {
    const counter = new WordCounter(this.#cutter.words);
    for (const document of documents) {
      const text = this.#cutter.cut(document);
      this.#sample.set(document.slug, text);
      counter.addWords(text.words);
      for (const [anchor, label] of text.provisions) {
        counter.add(anchor);
        counter.add(label);
      }
    }
    return counter.list();
  }
}

/** Documents whose names fall together by chance: the same ones while the library grows a little. */
function sampleOf(documents: readonly LibraryDocument[]): LibraryDocument[] {
  let share = 1;
  while (documents.length / share > SAMPLE * 1.5) share *= 2;
  return documents.filter(({ slug }) => Number.parseInt(digest(slug), 16) % share === 0);
}

function sizeOf({ numbers, names, words }: PackedText): number {
  return numbers.length + names.length + words.length;
}
