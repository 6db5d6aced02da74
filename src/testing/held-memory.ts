import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * How many megabytes of the heap a value holds that it does not need to be made again: what is still
 * held after everything that only its making needed has been collected.
 *
 * @param make Holds nothing else once it is done.
 */
export async function heldMegabytes(make: () => unknown): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collectAll = runInNewContext('gc') as () => void;
  const collect = () => {
    // The engine holds the text that an expression was last tried on.
    /[xy]/.test('x');
    collectAll();
  };
  collect();
  const before = getHeapStatistics().used_heap_size;
  const held = await make();
  collect();
  const after = getHeapStatistics().used_heap_size;
  // Used after it has been measured, so that it is not collected before.
  return held === undefined ? 0 : (after - before) / 1_000_000;
}
