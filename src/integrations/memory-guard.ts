import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { message } from '../i18n/messages.ts';
import { SiteError } from './site-error.ts';

/** What the memory of a process is asked for; bytes of the heap. */
export interface Heap {
  /** In use, what could be collected included. */
  used: () => number;
  /** Most that the process may use. */
  limit: number;
  /** Collect all that can be collected. */
  collect: () => void;
}

/** Share of the limit above which the engine spends its time on collecting, and soon gives up. */
const FULL = 0.88;
/** Share of the limit that must have come on top before it is worth collecting again. */
const STEP = 0.04;
const MIB = 1 << 20;
/** Room of the limit that only new objects may have: three spaces of `npm run build`'s 64 MiB. */
const YOUNG = 3 * 64 * MIB;

/**
 * Watches that a build does not run out of memory: the engine would end the process with a trace of
 * its own, and tell nobody what to do.
 *
 * @returns To be called often, after each document. @throws {SiteError} When hardly anything is left.
 */
export function createMemoryGuard(heap: Heap = ownHeap()): () => void {
  let next = FULL * heap.limit;
  return () => {
    if (heap.used() <= next) return;
    heap.collect();
    const used = heap.used();
    if (used <= FULL * heap.limit) {
      next = Math.max(next, used + STEP * heap.limit);
      return;
    }
    const limit = Math.round(heap.limit / MIB);
    throw new SiteError(message('build.out-of-memory', { limit, more: 2 * limit }));
  };
}

function ownHeap(): Heap {
  return {
    used: () => getHeapStatistics().used_heap_size,
    limit: getHeapStatistics().heap_size_limit - YOUNG,
    collect: () => {
      setFlagsFromString('--expose-gc');
      (runInNewContext('gc') as () => void)();
    },
  };
}
