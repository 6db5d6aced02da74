import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Write files so that none is ever seen half written: all beside their places first, then all are
 * put in place.
 *
 * @param files Contents by path below the folder.
 * @throws When the disk refuses; what was put aside is taken away again.
 */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const ready: { path: string; aside: string }[] = [];
  try {
    for (const [name, content] of files) {
      const path = join(folder, name);
      const aside = `${path}.dang-ghi`;
      await mkdir(dirname(path), { recursive: true });
      ready.push({ path, aside });
      await writeFile(aside, content, { flush: true });
    }
    for (const { path, aside } of ready) await rename(aside, path);
  } catch (error) {
    for (const { aside } of ready) await rm(aside, { force: true });
    throw error;
  }
}
