import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { sha256 } from '../../content/sha256.ts';
import type { SourceDigests } from '../../content/source-digests.ts';
import { SEARCH_FOLDER } from '../../lib/search/index-format.ts';

/** What indexing took from a document's text. */
export interface KeptText {
  /** Number of syllables in each region. */
  regions: number[];
  /** Its syllables in numbers of the vocabulary, see `WordIndex`. */
  values: Uint32Array;
}

/** A file of texts. */
interface KeptFile {
  name: string;
  /** Documents in it, by their place among those that were looked at. */
  taken: number[];
  /** How many were looked at; the last ones may have been missing. */
  examined: number;
  /** How it was packed, and the sources of what was looked at. */
  made: string;
  /** SHA-256 of its bytes. */
  digest: string;
}

/** Second line of the memory's file; the first is the sum of what follows it, numbers come after. */
interface Head {
  key: string;
  vocabulary: string[];
  documents: [source: string, regions: number[]][];
  /** By the source of the first document in each. */
  files: [source: string, file: KeptFile][];
  /** The words of the texts' codes, and what they were taken from. */
  words: [sources: string, words: string[]] | null;
}

/**
 * What the last build knew of each text: its syllables in numbers, and the file that holds it. All of
 * it holds for the same code and the same source of the document only.
 */
export class SearchMemory {
  readonly #file: string;
  readonly #key: string;
  readonly #sources: SourceDigests;
  readonly #previous: string;
  readonly #known = new Map<string, KeptText>();
  readonly #knownFiles: ReadonlyMap<string, KeptFile>;
  readonly #documents: Head['documents'] = [];
  readonly #files: Head['files'] = [];
  readonly #knownWords: Head['words'];
  #words: Head['words'] = null;
  /** Of the numbers in what was kept; undefined when nothing was. */
  readonly vocabulary: readonly string[] | undefined;

  /**
   * @param file Where the memory is kept; a missing, damaged or outdated file is an empty memory.
   * @param key Digest of the code that indexes.
   * @param sources Digests of the documents; what has none is not remembered.
   * @param site The site that was built before, whose files of texts may be used again.
   */
  constructor(file: string, key: string, sources: SourceDigests, site: string) {
    this.#file = file;
    this.#key = key;
    this.#sources = sources;
    this.#previous = join(site, SEARCH_FOLDER);
    const kept = readMemory(file);
    const head = kept?.head.key === key ? kept.head : null;
    this.vocabulary = head?.vocabulary;
    this.#knownFiles = new Map(head?.files);
    this.#knownWords = head?.words ?? null;
    let at = 0;
    for (const [source, regions] of head?.documents ?? []) {
      const end = at + regions.reduce((sum, count) => sum + count, 0);
      const values = kept?.values.subarray(at, end) ?? new Uint32Array();
      this.#known.set(source, { regions, values });
      at = end;
    }
  }

  /** What is known of a document's text, or null. */
  textOf(slug: string): KeptText | null {
    return this.#known.get(this.#sources.get(slug) ?? '') ?? null;
  }

  /** Remember a text for the next build; to be called for every document, in their order. */
  keepText(slug: string, regions: number[]): void {
    this.#documents.push([this.#sources.get(slug) ?? '', regions]);
  }

  /** The words that were taken from certain documents, or null. */
  wordsOf(slugs: readonly string[]): string[] | null {
    const [sources, words] = this.#knownWords ?? [];
    return words && sources === this.#sourcesOf(slugs) ? words : null;
  }

  /** Remember the words taken from certain documents. */
  keepWords(slugs: readonly string[], words: string[]): void {
    this.#words = [this.#sourcesOf(slugs), words];
  }

  /**
   * The file that begins with a document, or null: by the documents that are in no file yet.
   *
   * @param key Whatever the packing depends on, beside the documents.
   * @param next Slugs of that document and those after it that are in no file yet, so many.
   */
  fileFrom(
    key: string,
    next: (count: number) => string[],
  ): { name: string; script: Buffer; taken: number[]; examined: number } | null {
    const known = this.#knownFiles.get(this.#sourcesOf(next(1)));
    if (!known) return null;
    const { name, taken, examined, made, digest } = known;
    if (made !== `${key}\n${this.#sourcesOf(next(examined))}`) return null;
    try {
      const script = readFileSync(join(this.#previous, name));
      return sha256(script) === digest ? { name, script, taken, examined } : null;
    } catch {
      return null;
    }
  }

  /**
   * Remember a file.
   *
   * @param slugs Documents that were looked at, as far as there are so many.
   * @param taken What it holds, by place among them.
   */
  keepFile(
    key: string,
    slugs: readonly string[],
    taken: readonly number[],
    examined: number,
    name: string,
    script: Buffer,
  ): void {
    const made = `${key}\n${this.#sourcesOf(slugs)}`;
    const file = { name, taken: [...taken], examined, made, digest: sha256(script) };
    this.#files.push([this.#sourcesOf(slugs.slice(0, 1)), file]);
  }

  /** Keep what was remembered, and nothing else. @param values Of all texts, in their order. */
  save(vocabulary: readonly string[], values: Uint32Array): void {
    const head: Head = {
      key: this.#key,
      vocabulary: [...vocabulary],
      documents: this.#documents,
      files: this.#files,
      words: this.#words,
    };
    const content = Buffer.concat([
      Buffer.from(`${JSON.stringify(head)}\n`),
      Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    ]);
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.tmp`, `${crc32(content)}\n`);
    appendFileSync(`${this.#file}.tmp`, content);
    renameSync(`${this.#file}.tmp`, this.#file);
  }

  #sourcesOf(slugs: readonly string[]): string {
    return slugs.map((slug) => `${slug} ${this.#sources.get(slug) ?? ''}`).join('\n');
  }
}

function readMemory(file: string): { head: Head; values: Uint32Array } | null {
  try {
    const bytes = readFileSync(file);
    const [sumEnd, headEnd] = lineEnds(bytes);
    if (String(crc32(bytes.subarray(sumEnd + 1))) !== bytes.toString('latin1', 0, sumEnd)) {
      return null;
    }
    const head = JSON.parse(bytes.toString('utf8', sumEnd + 1, headEnd)) as Head;
    // A copy stands where numbers of four bytes may stand.
    return { head, values: new Uint32Array(Uint8Array.from(bytes.subarray(headEnd + 1)).buffer) };
  } catch {
    return null;
  }
}

function lineEnds(bytes: Buffer): [first: number, second: number] {
  const first = bytes.indexOf(LINE_END);
  return [first, bytes.indexOf(LINE_END, first + 1)];
}

const LINE_END = 0x0a;
