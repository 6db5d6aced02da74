import { createMemoryGuard } from './memory-guard.ts';

/** Milliseconds between two lines, and before the first one. */
const INTERVAL = 2000;

/**
 * Tells how far a long step is. A short one is done before there is anything to tell. Ends a build
 * that would run out of memory.
 *
 * @param say Prints one line.
 * @param step Name of the step. @example 'citations'
 * @param of What is counted.
 * @param now Milliseconds from any start.
 * @param guard Called each time, see `createMemoryGuard`.
 * @returns To be called after each document.
 */
export function createProgress(
  say: (line: string) => void,
  step: string,
  of = 'documents',
  now: () => number = () => performance.now(),
  guard: () => void = createMemoryGuard(),
): (done: number, total: number) => void {
  let last: number | null = null;
  return (done, total) => {
    guard();
    const time = now();
    last ??= time;
    if (time - last < INTERVAL) return;
    last = time;
    say(`${step}: ${done} of ${total} ${of}`);
  };
}
