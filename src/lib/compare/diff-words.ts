import { readWords, type Word } from './words.ts';

/** A run of words of two texts side by side. */
export interface Stretch {
  /** `same`: typography apart. `changed`: words of one side, or of both in each other's place. */
  kind: 'same' | 'changed';
  /** As each text writes it; '' where it has nothing. Joined, the whole text. */
  old: string;
  new: string;
}

/** Words to strike and to add before two texts count as having nothing in common. */
const MOST_EDITS = 4000;
/** A run of so few equal words between larger changes is chance: “và”, “của”. */
const CHANCE = 2;

/**
 * Compare two texts word for word; what {@link readWords} takes for one word is equal.
 *
 * @returns In the order of both texts; empty when both are. Takes time in proportion to their length
 *   and to what differs (Myers 1986).
 * @example diffWords('Sách quý hiếm', 'Sách quí, hiếm.') // [{ kind: 'same', old: …, new: … }]
 */
export function diffWords(oldText: string, newText: string): Stretch[] {
  const a = readWords(oldText);
  const b = readWords(newText);
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.at(-1 - end)?.key === b.at(-1 - end)?.key) end++;
  const middle = editScript(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joinSteps([
    ...pairs(a.slice(0, start), b.slice(0, start)),
    ...dropChance(middle),
    ...pairs(a.slice(a.length - end), b.slice(b.length - end)),
  ]);
}

/** Whether two texts say the same, typography apart. */
export function isSame(stretches: readonly Stretch[]): boolean {
  return stretches.every(({ kind }) => kind === 'same');
}

/** Numbers of words struck and added. */
export function countChanges(stretches: readonly Stretch[]): { removed: number; added: number } {
  const changed = stretches.filter(({ kind }) => kind === 'changed');
  const count = (side: 'old' | 'new'): number =>
    changed.reduce((sum, stretch) => sum + readWords(stretch[side]).length, 0);
  return { removed: count('old'), added: count('new') };
}

/** One word, on one side or on both. */
interface Step {
  old: Word | null;
  new: Word | null;
}

function pairs(a: readonly Word[], b: readonly Word[]): Step[] {
  return a.map((word, at) => ({ old: word, new: b[at] ?? null }));
}

function editScript(a: readonly Word[], b: readonly Word[]): Step[] {
  const trace = a.length === 0 || b.length === 0 ? null : furthestPaths(a, b);
  if (trace !== null) return walkBack(a, b, trace);
  return [
    ...a.map((word): Step => ({ old: word, new: null })),
    ...b.map((word): Step => ({ old: null, new: word })),
  ];
}

/**
 * Per number of edits, how far each diagonal gets in `a`; the entry for diagonal `k` is at `k + d`.
 *
 * @returns null when more than {@link MOST_EDITS} would be needed.
 */
function furthestPaths(a: readonly Word[], b: readonly Word[]): Int32Array[] | null {
  const trace: Int32Array[] = [];
  let before = new Int32Array([0]);
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_EDITS); d++) {
    const row = new Int32Array(2 * d + 1);
    trace.push(row);
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : stepFrom(before, d, k);
      while (x < a.length && x - k < b.length && a[x]?.key === b[x - k]?.key) x++;
      row[k + d] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
    before = row;
  }
  return null;
}

/** Place in `a` after one more edit on the way to diagonal `k`. */
function stepFrom(before: Int32Array, d: number, k: number): number {
  const added = isAdded(before, d, k);
  return added ? (before[k + d] ?? 0) : (before[k + d - 2] ?? 0) + 1;
}

/** Whether the better last edit adds a word of `b` (from diagonal `k + 1`), or strikes one of `a`. */
function isAdded(before: Int32Array, d: number, k: number): boolean {
  if (k === -d) return true;
  return k !== d && (before[k + d - 2] ?? 0) < (before[k + d] ?? 0);
}

function walkBack(a: readonly Word[], b: readonly Word[], trace: readonly Int32Array[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  const same = (until: number): void => {
    for (; x > until; x--, y--) steps.push({ old: a[x - 1] ?? null, new: b[y - 1] ?? null });
  };
  for (let d = trace.length - 1; d > 0; d--) {
    const before = trace[d - 1] ?? new Int32Array();
    const k = x - y;
    const from = stepFrom(before, d, k);
    same(from);
    if (isAdded(before, d, k)) steps.push({ old: null, new: b[--y] ?? null });
    else steps.push({ old: a[--x] ?? null, new: null });
  }
  same(0);
  return steps.reverse();
}

/** Take for changed what is equal by chance between two larger changes, so that it can be read. */
function dropChance(steps: readonly Step[]): Step[] {
  const runs: { same: boolean; steps: Step[] }[] = [];
  for (const step of steps) {
    const same = step.old !== null && step.new !== null;
    const last = runs.at(-1);
    if (last?.same === same) last.steps.push(step);
    else runs.push({ same, steps: [step] });
  }
  return runs.flatMap((run, at) => {
    const around = [runs[at - 1], runs[at + 1]];
    const isChance =
      run.same &&
      run.steps.length <= CHANCE &&
      around.every((other) => other !== undefined && other.steps.length > 2 * run.steps.length);
    if (!isChance) return run.steps;
    return run.steps.flatMap((step): Step[] => [
      { old: step.old, new: null },
      { old: null, new: step.new },
    ]);
  });
}

function joinSteps(steps: readonly Step[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const step of steps) {
    const kind = step.old !== null && step.new !== null ? 'same' : 'changed';
    let last = stretches.at(-1);
    if (last?.kind !== kind) stretches.push((last = { kind, old: '', new: '' }));
    last.old += step.old?.text ?? '';
    last.new += step.new?.text ?? '';
  }
  return stretches;
}
