import type { LibraryDocument } from '../../lib/library/types.ts';
import { CodeWriter, WordCounter } from '../../lib/search/code-writer.ts';
import { joinTexts, packText, type PackedText } from '../../lib/search/packed-texts.ts';
import type { NumberedText, TextCutter } from '../../lib/search/text-cutter.ts';
import { compress, digest, wrapFile, type SearchFolder } from './search-files.ts';
import type { SearchMemory } from './search-memory.ts';

/** Share of its words that a file takes before anything of it has been compressed. */
const FIRST_RATIO = 0.44;
/** Share of its room from which a file is compressed, to see whether more fits in. */
const NEARLY_FULL = 0.94;
/** Texts beyond one that does not fit in, of which one may still. */
const LOOKAHEAD = 8;
/** Texts that the list of words is taken from, about; all of a small library. */
const SAMPLE = 256;

/** A document whose text waits for its file. */
interface Waiting {
  /** Its place among the documents. */
  index: number;
  packed: PackedText;
  size: number;
}

/**
 * Writes the texts of a library's documents into files that fill their room: documents in their order,
 * and where the next one does not fit in, the largest of some after it that does. What a file holds
 * depends on its own documents and those few only, so that a change moves few of them.
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
  /** No document comes before it that is in no file yet. */
  #first = 0;
  /** How many of those that wait were tried together. */
  #tried = 0;
  /** The last one tried was too much. */
  #isOver = false;
  /** No more texts come. */
  #isWhole = false;

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
    if (!document || this.fileOf[index] !== undefined) return;
    if (this.#waiting.length === 0 && this.#reuse()) return;
    const packed = packText(document.slug, text ?? this.cut(document), this.#codes);
    this.#waiting.push({ index, packed, size: sizeOf(packed) });
    this.#writeFull();
  }

  /** Write what still waits. */
  finish(): void {
    this.#isWhole = true;
    this.#writeFull();
    while (this.#waiting.length > 0) {
      this.#write(this.#waiting, this.#pack(this.#waiting), this.#waiting.length + 1);
    }
  }

  /** Take the next file from the site before. @returns False when it would not be the same. */
  #reuse(): boolean {
    const kept = this.#memory?.fileFrom(this.#key, (count) => this.#slugs(this.#next(count)));
    if (!kept) return false;
    this.#keep(kept.name, kept.script, kept.taken, kept.examined);
    return true;
  }

  /** Places of the first documents that are in no file yet. */
  #next(most: number): number[] {
    const next: number[] = [];
    for (let index = this.#first; index < this.#documents.length && next.length < most; index++) {
      if (this.fileOf[index] === undefined) next.push(index);
    }
    return next;
  }

  #slugs(indices: readonly number[]): string[] {
    return indices.map((index) => this.#documents[index]?.slug ?? '');
  }

  /** Write files of what waits, as far as what they hold is certain. */
  #writeFull(): void {
    for (;;) {
      while (!this.#isOver && this.#tried < this.#waiting.length) this.#try();
      if (!this.#isOver) return;
      const needed = this.#tried + LOOKAHEAD;
      if (this.#waiting.length < needed && !this.#isWhole) return;
      this.#fill(this.#tried - 1, needed);
    }
  }

  /** See whether one text more fits in, and write the file when it is full so. */
  #try(): void {
    const texts = this.#waiting.slice(0, ++this.#tried);
    const size = sum(texts);
    if (this.#ratio * size < this.#room * NEARLY_FULL) return;
    const bytes = this.#pack(texts);
    this.#ratio = bytes.length / size;
    if (bytes.length <= this.#room * NEARLY_FULL) return;
    if (bytes.length <= this.#room || texts.length === 1) this.#write(texts, bytes, texts.length);
    else this.#isOver = true;
  }

  /**
   * Write a file of the first texts that wait, with one that comes later if it fits in.
   *
   * @param count Of texts that fit in, unlike the next one.
   * @param examined How many are looked at.
   */
  #fill(count: number, examined: number): void {
    const texts = this.#waiting.slice(0, count);
    const bytes = this.#pack(texts);
    const room = this.#room - bytes.length;
    const [more] = this.#waiting
      .slice(count + 1, examined)
      .filter(({ size }) => size * this.#ratio <= room)
      .sort((a, b) => b.size - a.size);
    const fuller = more ? [...texts, more] : texts;
    const packed = more ? this.#pack(fuller) : bytes;
    if (packed.length <= this.#room) this.#write(fuller, packed, examined);
    else this.#write(texts, bytes, examined);
  }

  #pack(texts: readonly Waiting[]): Uint8Array {
    return compress(joinTexts(texts.map(({ packed }) => packed)));
  }

  /** @param examined How many documents in no file yet were looked at. */
  #write(texts: readonly Waiting[], bytes: Uint8Array, examined: number): void {
    const { name, script } = wrapFile('van', bytes);
    const next = this.#next(examined);
    const taken = texts.map(({ index }) => next.indexOf(index));
    this.#keep(name, script, taken, examined);
    this.#ratio = FIRST_RATIO;
    this.#tried = 0;
    this.#isOver = false;
    this.#forgetWritten();
    while (this.#waiting.length > 0 && this.#reuse()) this.#forgetWritten();
  }

  #forgetWritten(): void {
    this.#waiting = this.#waiting.filter(({ index }) => this.fileOf[index] === undefined);
  }

  /** @param taken What it holds, by place among the documents that are in no file yet. */
  #keep(name: string, script: Buffer, taken: readonly number[], examined: number): void {
    const next = this.#next(examined);
    this.#folder.add(name, script);
    this.#memory?.keepFile(this.#key, this.#slugs(next), taken, examined, name, script);
    for (const at of taken) this.fileOf[next[at] ?? 0] = this.names.length;
    while (this.fileOf[this.#first] !== undefined) this.#first++;
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

function sum(texts: readonly Waiting[]): number {
  return texts.reduce((all, { size }) => all + size, 0);
}

function sizeOf({ numbers, names, words }: PackedText): number {
  return numbers.length + names.length + words.length;
}
