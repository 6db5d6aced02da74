import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Put a finished folder in the place of the published one, at once: a reader finds the old output
 * or the new one, never a mixture, and a failed build leaves the old one as it was.
 *
 * @param staging The finished folder; gone afterwards. On the same file system as `out`.
 * @throws When a folder cannot be renamed; the old output is then back in its place.
 */
export async function publish(staging: string, out: string): Promise<void> {
  const old = `${out}.old.tmp`;
  await rm(old, { recursive: true, force: true });
  await mkdir(dirname(out), { recursive: true });
  const replaced = existsSync(out);
  if (replaced) await rename(out, old);
  try {
    await rename(staging, out);
  } catch (error) {
    if (replaced) await rename(old, out);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
