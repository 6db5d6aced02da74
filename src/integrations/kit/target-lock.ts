import { createHash } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KitError } from './kit-error.ts';
import { realPath } from './target.ts';

/**
 * Keep other runs on this machine from writing to the same place: two copies at once would take
 * each other's files away. The lock is a file of the machine, not of the stick, so that a pulled
 * stick carries none; one whose process has ended counts for nothing.
 *
 * @param target Folder or archive; need not exist.
 * @returns Gives the place free.
 * @throws {KitError} When another run writes there.
 */
export async function lockTarget(target: string): Promise<() => Promise<void>> {
  const key = createHash('sha256')
    .update(await realPath(target))
    .digest('hex')
    .slice(0, 16);
  const lock = join(tmpdir(), `thu-vien-dan-van-${key}.lock`);
  if (!(await claim(lock))) {
    if (isRunning(Number(await readFile(lock, 'utf8').catch(() => 0)))) refuse(target, lock);
    await rm(lock, { force: true });
    if (!(await claim(lock))) refuse(target, lock);
  }
  return () => rm(lock, { force: true });
}

/** Linked, not written, to its name: whoever finds it finds the number in it. */
async function claim(lock: string): Promise<boolean> {
  const own = `${lock}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function refuse(target: string, lock: string): never {
  throw new KitError('in-use', { target, lock });
}
