/** A line that may be a unit of a list, with its place in the order of that list. */
export interface Candidate {
  /** Index of its line. */
  line: number;
  order: number;
  /** 0; or the place of an inserted unit: 5a comes after 5 and before 6. */
  suffix: number;
  /** How much it looks like a unit: about 1, less for references and quotations. */
  score: number;
}

/** One number that a list leaves out. */
export interface Gap {
  /** Line of the unit after the gap. */
  line: number;
  before: number;
  after: number;
}

export interface Chain<T extends Candidate> {
  items: T[];
  score: number;
  gaps: Gap[];
}

export interface ChainOptions {
  /** Number with which the list may begin at no cost. Default 1. */
  start?: number;
  /** Cost of passing over a line that begins a list of its own. Default 0. */
  restartCost?: number;
  /** Cost of each number that is left out. Default 2.5. */
  gapCost?: number;
}

const GAP = 2.5;
/** What each further number of one gap costs, of the first one's cost. */
const MORE = 0.2;
const LONGEST_GAP = 12;
const WORST_START = 4;

/**
 * The best chain of successors among candidates: 1, 2, 2a, 3 …
 *
 * By dynamic programming over the whole run: each number costs what it leaves out, so that one
 * reference or quotation never leads the count astray. Linear in the number of candidates.
 *
 * @param candidates In order of their lines.
 * @returns The chain with the highest sum; null when none is worth more than nothing.
 */
export function bestChain<T extends Candidate>(
  candidates: readonly T[],
  options: ChainOptions = {},
): Chain<T> | null {
  const { start = 1, restartCost = 0, gapCost = GAP } = options;
  const nodes: Node<T>[] = [];
  /** Best end so far of chains that reach a number, and of those that reach a number with a suffix. */
  const ends = new Map<number, Node<T>>();
  const exact = new Map<string, Node<T>>();
  let restarts = 0;
  let best: Node<T> | null = null;
  for (const item of candidates) {
    const isRestart = item.order === 1 && item.suffix === 0 && item.score >= 1;
    const node = reach(item, ends, exact, {
      start,
      passed: restarts * restartCost,
      gapCost,
    });
    if (isRestart) restarts++;
    // What it costs to go on from here: lines passed since are paid on arrival.
    node.credit = node.score + restarts * restartCost;
    nodes.push(node);
    keepBest(ends, item.order, node);
    keepBest(exact, `${item.order}/${item.suffix}`, node);
    if (!best || node.score > best.score) best = node;
  }
  if (!best || best.score <= 0) return null;
  return { items: itemsOf(best), score: best.score, gaps: gapsOf(best, start) };
}

interface Node<T> {
  item: T;
  score: number;
  credit: number;
  previous: Node<T> | null;
}

function reach<T extends Candidate>(
  item: T,
  ends: ReadonlyMap<number, Node<T>>,
  exact: ReadonlyMap<string, Node<T>>,
  { start, passed, gapCost }: { start: number; passed: number; gapCost: number },
): Node<T> {
  const gapOf = (missing: number): number =>
    missing <= 0 ? 0 : gapCost + (missing - 1) * gapCost * MORE;
  const missing = Math.abs(item.order - start) + (item.suffix > 0 ? 1 : 0);
  let previous: Node<T> | null = null;
  let score = item.score - Math.min(gapOf(missing), WORST_START);
  const consider = (node: Node<T> | undefined, cost: number): void => {
    if (!node) return;
    const total = node.credit - passed + item.score - cost;
    if (total > score || (total === score && previous)) {
      score = total;
      previous = node;
    }
  };
  if (item.suffix > 0) {
    consider(exact.get(`${item.order}/0`), 0);
    for (let back = 1; back < 40; back++)
      consider(exact.get(`${item.order}/${item.suffix - back}`), 0);
    for (let back = 1; back <= 3; back++) consider(ends.get(item.order - back), gapOf(back));
  } else {
    for (let back = 1; back <= LONGEST_GAP; back++)
      consider(ends.get(item.order - back), gapOf(back - 1));
  }
  return { item, score, credit: score, previous };
}

function keepBest<K, T>(map: Map<K, Node<T>>, key: K, node: Node<T>): void {
  const known = map.get(key);
  if (!known || node.credit >= known.credit) map.set(key, node);
}

function itemsOf<T>(end: Node<T>): T[] {
  const items: T[] = [];
  for (let node: Node<T> | null = end; node; node = node.previous) items.push(node.item);
  return items.reverse();
}

function gapsOf<T extends Candidate>(end: Node<T>, start: number): Gap[] {
  const items = itemsOf(end);
  const gaps: Gap[] = [];
  let before = start - 1;
  for (const { order, line } of items) {
    if (order > before + 1) gaps.push({ line, before, after: order });
    before = order;
  }
  return gaps;
}
