import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What has to be done before the process ends, the newest last. */
const endings: (() => void)[] = [];

/**
 * Work in a temporary folder of its own; it is removed afterwards, whether the work succeeds, fails or
 * is broken off by Ctrl+C.
 *
 * @param prefix Its name begins with it.
 */
export async function inTemporaryFolder<T>(
  prefix: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const release = beforeEnd(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  try {
    return await work(folder);
  } finally {
    release();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Have something done when the process ends early, by a signal or by `process.exit`.
 *
 * @param act Must not wait for anything.
 * @returns What calls it off.
 */
export function beforeEnd(act: () => void): () => void {
  if (endings.length === 0) listen('on');
  endings.push(act);
  return () => {
    const at = endings.indexOf(act);
    if (at < 0) return;
    endings.splice(at, 1);
    if (endings.length === 0) listen('off');
  };
}

function listen(how: 'on' | 'off'): void {
  process[how]('exit', endAll);
  for (const signal of SIGNALS) process[how](signal, endBySignal);
}

/** The newest first: a program is ended before the folder that it writes to. */
function endAll(): void {
  for (const act of endings.splice(0).reverse()) {
    try {
      act();
    } catch {
      // The next one is done all the same.
    }
  }
}

/** As the signal would have ended the process, but for what had to be done before. */
function endBySignal(signal: NodeJS.Signals): void {
  endAll();
  listen('off');
  process.kill(process.pid, signal);
}
