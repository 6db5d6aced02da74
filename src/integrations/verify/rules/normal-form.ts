import type { Problem } from '../../../lib/validation/problem.ts';
import { outputProblem, placeOf } from '../problems.ts';

/** A letter followed by marks that NFC would join with it, or any other sequence that NFC changes. */
const CLUSTER = /\P{M}\p{M}+|\P{ASCII}/gu;

/** First byte of the last letters below U+0300, and of two kinds of three bytes. */
const LAST_PLAIN = 0xcb;
const LATIN = 0xe1;
const SIGNS = 0xe2;

/** {@link checkNormalForm} for a page, most of which are told to be sound by their bytes. */
export function checkPageForm(path: string, page: Buffer): Problem[] {
  return isPlainlyNormal(page) ? [] : checkNormalForm(path, page.toString('utf8'));
}

/** Whether UTF-8 has nothing but letters that NFC leaves as they are, whatever stands beside them. */
export function isPlainlyNormal(bytes: Uint8Array): boolean {
  const { length } = bytes;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= LAST_PLAIN) continue;
    const next = bytes[at + 1] ?? 0;
    if (
      byte === LATIN ? !isVietnamese(next) : byte !== SIGNS || !isSign(next, bytes[at + 2] ?? 0)
    ) {
      return false;
    }
  }
  return true;
}

/** U+1E00 to U+1EFF. */
function isVietnamese(second: number): boolean {
  return second >= 0xb8 && second <= 0xbb;
}

/** U+2002 to U+20BF, U+2140 to U+22FF, U+2500 to U+27FF: dashes, quotes, money, arrows, lines, ticks. */
function isSign(second: number, third: number): boolean {
  if (second === 0x80) return third >= 0x82;
  return second <= 0x82 || (second >= 0x85 && second <= 0x8b) || (second >= 0x94 && second <= 0x9f);
}

/**
 * Text in Unicode's composed form (NFC), so that searching in the page finds what a keyboard types.
 *
 * @returns The first place that is not, if any.
 */
export function checkNormalForm(path: string, text: string): Problem[] {
  if (text === text.normalize('NFC')) return [];
  const match = text.matchAll(CLUSTER).find(([part]) => part !== part.normalize('NFC'));
  const offset = match?.index ?? 0;
  const sample = text.slice(Math.max(0, offset - 12), offset + 8).replace(/\s+/g, ' ');
  return [outputProblem('normal-form', path, { sample: sample.trim() }, placeOf(text, offset))];
}
