import { hashTextV1, hashUnits, printedLabel } from '../anchors/fingerprint.ts';
import { derive } from '../library/derived.ts';
import { ownText, UnitsV1 } from '../provision/text.ts';
import type { Provision, ProvisionTree } from '../provision/types.ts';

/**
 * Short digests of official text, white space aside: they tell a corrected text from the old one, and
 * guard against nothing else. An edition holds them by the hundred thousand, so that every character
 * counts; each is as long as all of its kind.
 */
export interface UnitDigests {
  /** The units, in the order of the document, set off by spaces. */
  ids: string;
  /** Of each unit alone, see {@link shortHash}. */
  own: string;
  /** Of each with all below it, see {@link textDigest}. */
  whole: string;
}

/** 30 bits: among a million units that have changed, one goes unnoticed with a chance of 1 in 1,000. */
export const OWN_LENGTH = 5;
/** 24 bits: of a unit that has changed, it goes unnoticed with a chance of 1 in 16 million. */
export const WHOLE_LENGTH = 4;

/** Stands for a text without characters. */
const NO_TEXT = ' '.repeat(OWN_LENGTH);

/** Digests of all units of a document, made in one reading of its text. */
export function unitDigests(tree: ProvisionTree): UnitDigests {
  return derive(tree, 'unit-digests', () => digestTree(tree));
}

/**
 * Digest of official text.
 *
 * @param text Of a unit with all below it, as `provisionText` gives it.
 */
export function textDigest(text: string): string {
  const units = new UnitsV1();
  units.add(text);
  return wholeDigest(extend(0, units, 0), units.length);
}

/** What is left of the fingerprint of a text, see `hashTextV1`; spaces where it is empty. */
export function shortHash(hash: string): string {
  return hash === '' ? NO_TEXT : ownDigest(Number.parseInt(hash.slice(0, 8), 16));
}

/** As {@link shortHash} of the fingerprint of a text. */
export function shortHashOf(text: string): string {
  return shortHash(hashTextV1(text));
}

function digestTree({ children, byId }: ProvisionTree): UnitDigests {
  const digests = new Map<string, readonly [own: string, whole: string]>();
  // The texts of all units one after the other: that of a unit with all below it is one stretch.
  const text = new UnitsV1();
  const label = new UnitsV1();
  let hash = 0;
  const add = (unit: Provision): void => {
    const [start, before] = [text.length, hash];
    const words = ownText(unit);
    text.add(words);
    hash = extend(hash, text, start);
    label.length = 0;
    label.add(printedLabel(unit, words));
    const from = start + label.length;
    const own = from < text.length ? ownDigest(hashUnits(text, from)) : NO_TEXT;
    unit.children.forEach(add);
    const length = text.length - start;
    const stretch = hash - Math.imul(before, power(length));
    digests.set(unit.id, [own, wholeDigest(stretch, length)]);
  };
  children.forEach(add);
  const ids = [...byId.keys()];
  const columns = ids.map((id) => digests.get(id) ?? [NO_TEXT, textDigest('')]);
  return {
    ids: ids.join(' '),
    own: columns.map(([own]) => own).join(''),
    whole: columns.map(([, whole]) => whole).join(''),
  };
}

/** Odd, so that every unit counts with all its bits. */
const BASE = 0x2c1b3c6d;

/**
 * Polynomial over UTF-16 units, modulo 2³²: that of a stretch follows from those up to its ends.
 *
 * @param hash That of the units before `from`.
 */
function extend(hash: number, { units, length }: UnitsV1, from: number): number {
  let extended = hash;
  for (let at = from; at < length; at++) {
    extended = (Math.imul(extended, BASE) + (units[at] ?? 0)) | 0;
  }
  return extended;
}

/** {@link BASE} to the power of `exponent`, modulo 2³². */
function power(exponent: number): number {
  let result = 1;
  let square = BASE;
  for (let left = exponent; left > 0; left >>= 1) {
    if (left & 1) result = Math.imul(result, square);
    square = Math.imul(square, square);
  }
  return result;
}

function ownDigest(hash: number): string {
  return writeBits(hash ^ (hash >>> 30), OWN_LENGTH);
}

/** The low bits of a polynomial depend on the low bits of its units alone: all are mixed first. */
function wholeDigest(hash: number, length: number): string {
  let bits = hash ^ length;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return writeBits(bits ^ (bits >>> 16), WHOLE_LENGTH);
}

/** One for 6 bits; none of them is escaped in JSON. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The low bits of a number. @param length Characters. */
function writeBits(bits: number, length: number): string {
  let text = '';
  for (let at = length - 1; at >= 0; at--) text += SIGNS.charAt((bits >>> (at * 6)) & 63);
  return text;
}
