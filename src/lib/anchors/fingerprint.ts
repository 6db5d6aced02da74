import { ownText, UnitsV1 } from '../provision/text.ts';
import type { Provision } from '../provision/types.ts';
import { fold } from '../text/fold.ts';
import type { LockedUnit } from './lock.ts';

/** What a unit is published as: its name, and its own official text without label and gists. */
export function lockUnit(unit: Provision): LockedUnit {
  const text = textWithoutLabel(unit);
  return { label: unit.label, hash: hashTextV1(text), start: startOf(text) };
}

/**
 * Whether a text can be a corrected or completed form of another one. Where one of them has no
 * words, as in an outline, nothing speaks against it.
 *
 * @param before First words, as the lock has them.
 */
export function isSameUnit(before: string, now: string): boolean {
  const [old, recent] = [wordsOf(before), wordsOf(now)];
  if (old.size === 0 || recent.size === 0) return true;
  const common = [...old].filter((word) => recent.has(word)).length;
  return common / Math.min(old.size, recent.size) >= LEAST_IN_COMMON;
}

/** Share of words of the shorter of two texts below which they are two units. */
const LEAST_IN_COMMON = 0.5;
const START_LENGTH = 60;

function textWithoutLabel(unit: Provision): string {
  const text = ownText(unit);
  return text.slice(printedLabel(unit, text).length).trim();
}

/**
 * The label with which the text of a unit begins, as printed; '' where it begins with none.
 *
 * @param text Its `ownText`.
 */
export function printedLabel({ blocks, printed }: Provision, text: string): string {
  const label = blocks[0]?.type === 'gist' ? '' : (printed?.printed ?? '');
  return text.startsWith(label) ? label : '';
}

/** The first words, cut between words. */
function startOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= START_LENGTH) return line;
  const cut = line.lastIndexOf(' ', START_LENGTH);
  return line.slice(0, cut > 0 ? cut : START_LENGTH);
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[a-z0-9]+/g));
}

/**
 * Fingerprint of a text as `normalizeV1` has it: 64 bits of two FNV-1a hashes over its UTF-16 units. It
 * guards against mistakes, not against malice.
 *
 * @returns 16 hexadecimal digits; '' for a text without characters.
 */
export function hashTextV1(text: string): string {
  normalized.length = 0;
  normalized.add(text);
  if (normalized.length === 0) return '';
  return toHex(hashUnits(normalized, 0)) + toHex(hashUnits(normalized, 0, 0x9dc5811c));
}

/**
 * FNV-1a over the bytes of UTF-16 units, the low one first; by default the first half of
 * {@link hashTextV1}.
 *
 * @param from Of the units, the first that counts.
 * @returns 32 bits, with a sign.
 */
export function hashUnits({ units, length }: UnitsV1, from: number, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = from; at < length; at++) {
    const unit = units[at] ?? 0;
    hash = Math.imul(Math.imul(hash ^ (unit & 0xff), PRIME) ^ (unit >>> 8), PRIME);
  }
  return hash;
}

const normalized = new UnitsV1();
const PRIME = 0x01000193;

function toHex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
