import { ByteReader, ByteWriter } from './byte-io.ts';
import {
  REGIONS,
  type SearchProvision,
  type SearchSegment,
  type SearchText,
} from './index-format.ts';
import type { CodeWriter } from './code-writer.ts';
import type { NumberedText } from './text-cutter.ts';
import type { WordCodes } from './word-codes.ts';

/**
 * A file of texts. Like stands beside like, which compresses better, and what follows from something
 * else is left out; all words are codes (see `word-codes.ts`).
 *
 * ```
 * number of documents,
 * per document: slug, bytes of its numbers, of its names, of its words;
 * then the numbers of all documents, then the names, then the words.
 *
 * numbers: of provisions: depth and what of its names follows from others, each;
 *          of segments in each region; provision of each segment, against the one before;
 *          syllables of each segment, against its words.
 * names:   label and anchor of each provision, as far as they do not follow from others.
 * words:   text of each segment.
 * ```
 *
 * The heading of a provision is its segment among the headings.
 */

/** A document's text, packed. */
export interface PackedText {
  slug: string;
  numbers: Uint8Array;
  names: Uint8Array;
  words: Uint8Array;
}

/** What is packed of a text. */
export type PackableText = Pick<NumberedText, 'provisions' | 'segments' | 'words' | 'ends'>;

/** The label ends as the one of the enclosing provision; the anchor begins as its anchor. */
const ENDS_ALIKE = 1;
const BEGINS_ALIKE = 2;
/** The rest of the anchor is what it was for the last provision whose label had the same rest. */
const AS_BEFORE = 4;
const FLAG_BITS = 3;

const HEADING = REGIONS.indexOf('heading');

/**
 * Pack one text.
 *
 * @param text Its segments sorted by region; provisions in the order of the document, each after the
 *   one that encloses it.
 * @param codes Of the words that its numbers stand for.
 */
export function packText(slug: string, text: PackableText, codes: CodeWriter): PackedText {
  const { provisions, segments, ends } = text;
  const numbers = new ByteWriter();
  const names = new ByteWriter();
  const words = new ByteWriter();
  packProvisions(provisions, numbers, names, codes);
  const counts = REGIONS.map(() => 0);
  for (const segment of segments) counts[segment[0]] = (counts[segment[0]] ?? 0) + 1;
  for (const count of counts) numbers.number(count);
  let last = 0;
  for (const segment of segments) {
    numbers.signed(segment[1] - last);
    last = segment[1];
  }
  let from = 0;
  segments.forEach((segment, at) => {
    const to = ends[at] ?? from;
    numbers.signed(segment[2] - codes.writeWords(text.words.subarray(from, to), words));
    from = to;
  });
  return { slug, numbers: numbers.finish(), names: names.finish(), words: words.finish() };
}

function packProvisions(
  provisions: readonly SearchProvision[],
  numbers: ByteWriter,
  names: ByteWriter,
  codes: CodeWriter,
): void {
  const depths: number[] = [];
  const anchors = new Map<string, string>();
  numbers.number(provisions.length);
  for (const [anchor, label, , parent] of provisions) {
    const [outerAnchor, outerLabel] = provisions[parent] ?? ['', ''];
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const endsAlike = label.endsWith(outerLabel);
    const beginsAlike = anchor.startsWith(outerAnchor);
    const ownLabel = endsAlike ? label.slice(0, label.length - outerLabel.length) : label;
    const ownAnchor = beginsAlike ? anchor.slice(outerAnchor.length) : anchor;
    const asBefore = anchors.get(ownLabel) === ownAnchor;
    anchors.set(ownLabel, ownAnchor);
    const flags =
      (endsAlike ? ENDS_ALIKE : 0) | (beginsAlike ? BEGINS_ALIKE : 0) | (asBefore ? AS_BEFORE : 0);
    numbers.number((depth << FLAG_BITS) | flags);
    codes.write(ownLabel, names);
    if (!asBefore) codes.write(ownAnchor, names);
  }
}

/** Write a file of texts. */
export function joinTexts(texts: readonly PackedText[]): Uint8Array<ArrayBuffer> {
  const file = new ByteWriter();
  file.number(texts.length);
  for (const { slug, numbers, names, words } of texts) {
    file.text(slug);
    for (const { length } of [numbers, names, words]) file.number(length);
  }
  for (const { numbers } of texts) file.bytes(numbers);
  for (const { names } of texts) file.bytes(names);
  for (const { words } of texts) file.bytes(words);
  return file.finish();
}

/** The texts of a file, each unpacked when it is asked for. */
export class TextFile {
  readonly #codes: WordCodes;
  readonly #packed = new Map<string, PackedText>();

  /** @throws When the bytes are no such file. */
  constructor(bytes: Uint8Array, codes: WordCodes) {
    this.#codes = codes;
    const reader = new ByteReader(bytes);
    const heads = Array.from({ length: reader.number() }, () => ({
      slug: reader.text(),
      lengths: [reader.number(), reader.number(), reader.number()],
    }));
    let at = reader.offset;
    const [numbers, names, words] = [0, 1, 2].map((part) =>
      heads.map(({ lengths }) => bytes.subarray(at, (at += lengths[part] ?? 0))),
    );
    if (at !== bytes.length) throw new Error('damaged texts: a file has another length');
    heads.forEach(({ slug }, index) => {
      this.#packed.set(slug, {
        slug,
        numbers: numbers?.[index] ?? NOTHING,
        names: names?.[index] ?? NOTHING,
        words: words?.[index] ?? NOTHING,
      });
    });
  }

  /** Text of a document; undefined when it is not in the file. */
  get(slug: string): SearchText | undefined {
    const packed = this.#packed.get(slug);
    return packed && unpackText(packed, this.#codes);
  }
}

const NOTHING = new Uint8Array();

/** The inverse of {@link packText}. */
export function unpackText(packed: PackedText, codes: WordCodes): SearchText {
  const numbers = new ByteReader(packed.numbers);
  const words = new ByteReader(packed.words);
  const provisions = unpackProvisions(numbers, new ByteReader(packed.names), codes);
  const regions = REGIONS.flatMap((_, region) => {
    const length = numbers.number();
    // Each has a number of its own: nothing is made room for that the bytes cannot hold.
    if (length > packed.numbers.length) throw new Error('damaged texts: too many segments');
    return Array.from({ length }, () => region);
  });
  let last = 0;
  const places = regions.map(() => (last += numbers.signed()));
  const segments = regions.map((region, at): SearchSegment => {
    const { text, words: count } = codes.read(words);
    return [region, places[at] ?? -1, count + numbers.signed(), text];
  });
  for (const [region, provision, , text] of segments) {
    const titled = provisions[provision];
    if (region === HEADING && titled) titled[2] = text;
  }
  return { provisions, segments };
}

function unpackProvisions(
  numbers: ByteReader,
  names: ByteReader,
  codes: WordCodes,
): SearchProvision[] {
  const provisions: SearchProvision[] = [];
  /** Index of the last provision of each depth. */
  const open: number[] = [];
  const anchors = new Map<string, string>();
  for (let count = numbers.number(); count > 0; count--) {
    const number = numbers.number();
    const depth = number >> FLAG_BITS;
    const parent = open[depth - 1] ?? -1;
    open[depth] = provisions.length;
    const [outerAnchor, outerLabel] = provisions[parent] ?? ['', ''];
    const ownLabel = codes.read(names).text;
    const ownAnchor =
      (number & AS_BEFORE) !== 0 ? (anchors.get(ownLabel) ?? '') : codes.read(names).text;
    anchors.set(ownLabel, ownAnchor);
    provisions.push([
      (number & BEGINS_ALIKE) !== 0 ? outerAnchor + ownAnchor : ownAnchor,
      (number & ENDS_ALIKE) !== 0 ? ownLabel + outerLabel : ownLabel,
      '',
      parent,
    ]);
  }
  return provisions;
}
