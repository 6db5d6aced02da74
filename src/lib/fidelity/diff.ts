/** A stretch in which two streams differ. */
export interface Difference {
  /** Offset in the first stream. */
  at: number;
  /** What the first has there, and the second; '' for nothing. */
  expected: string;
  found: string;
  /** Some characters before, equal in both. */
  before: string;
}

const CONTEXT = 30;
const WINDOW = 400;
const MOST = 200;
const ANCHOR = 12;

/**
 * Where two streams differ.
 *
 * Looks for the nearest place from which both go on alike, so it is linear where texts differ
 * little, and gives up after {@link MOST} differences.
 *
 * @returns Empty when they are equal.
 */
export function findDifferences(expected: string, found: string): Difference[] {
  const differences: Difference[] = [];
  let a = 0;
  let b = 0;
  while ((a < expected.length || b < found.length) && differences.length < MOST) {
    const same = commonLength(expected, a, found, b);
    a += same;
    b += same;
    if (a >= expected.length && b >= found.length) break;
    const [skipA, skipB] = resync(expected, a, found, b);
    differences.push({
      at: a,
      expected: expected.slice(a, a + skipA),
      found: found.slice(b, b + skipB),
      before: expected.slice(Math.max(0, a - CONTEXT), a),
    });
    a += skipA;
    b += skipB;
  }
  return differences;
}

/** Number of characters by which differences change the first stream. */
export function countChanged(differences: readonly Difference[]): number {
  return differences.reduce(
    (sum, { expected, found }) => sum + Math.max(expected.length, found.length),
    0,
  );
}

function commonLength(a: string, fromA: number, b: string, fromB: number): number {
  let length = 0;
  while (fromA + length < a.length && a[fromA + length] === b[fromB + length]) length++;
  return length;
}

/** How much to skip on either side until both agree again. */
function resync(a: string, fromA: number, b: string, fromB: number): [number, number] {
  const aheadA = a.slice(fromA, fromA + WINDOW);
  const aheadB = b.slice(fromB, fromB + WINDOW);
  let best: [number, number] | null = null;
  for (let skip = 0; skip < aheadA.length; skip++) {
    if (best && skip >= best[0] + best[1]) break;
    const piece = aheadA.slice(skip, skip + ANCHOR);
    const at = piece === '' ? -1 : aheadB.indexOf(piece);
    if (at >= 0 && (!best || skip + at < best[0] + best[1])) best = [skip, at];
  }
  if (best) return best;
  // Nothing agrees nearby: the rest of the windows differs.
  if (a.length - fromA <= WINDOW || b.length - fromB <= WINDOW)
    return [a.length - fromA, b.length - fromB];
  return [aheadA.length, aheadB.length];
}
