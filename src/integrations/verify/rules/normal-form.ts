import type { Problem } from '../../../lib/validation/problem.ts';
import { outputProblem, placeOf } from '../problems.ts';

/** A letter followed by marks that NFC would join with it, or any other sequence that NFC changes. */
const CLUSTER = /\P{M}\p{M}+|\P{ASCII}/gu;

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
