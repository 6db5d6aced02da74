import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { message } from '../../i18n/messages.ts';
import { KIT, RETIRED, UNFINISHED, unfinishedPage } from '../../lib/edition/kit.ts';
import { hashFile } from '../edition/hash-file.ts';
import { flushFolder, makeFolder, moveTo, putFile, replaceFile } from './durable-files.ts';
import { KitError, listNames } from './kit-error.ts';
import type { KitFile, KitPlan } from './kit-files.ts';

/** How far the work is: in bytes, and in steps where the new edition takes its place. */
export type Report = (
  step: 'copying' | 'checking' | 'switching',
  done: number,
  total: number,
) => void;

/** Files beside the site that take their new place while the doorway says that the kit is not whole. */
const TOP_FILES = [KIT.readme, KIT.windowsCheck, KIT.checksums, KIT.signature];

/**
 * Write a kit into a folder, so that whoever opens the folder at any moment, a pulled stick
 * included, finds the old edition, the new one, or a page that says “CHƯA CHÉP XONG”.
 *
 * No file system of sticks exchanges two folders at once. So:
 * 1. the new kit is made ready in `CHUA-CHEP-XONG/`, and read back; the old one stays as it is;
 * 2. the doorway is replaced, at once, by the page that says so, and the old list of digests goes;
 * 3. the new site and the files beside it take the places of the old ones;
 * 4. the new doorway replaces that page, at once: from here on the new edition stands;
 * 5. what is left of the old edition is removed, under the name `XOA-DUOC/`.
 * A run that was cut short needs no journal: the next one starts over, and each step before the
 * fourth leaves the old doorway or the page.
 *
 * @returns Whether everything of the old edition could be removed.
 * @throws {KitError} When the disk gives back other bytes than it was given.
 * @throws Errors of the file system. What was being made ready is then removed, if that is possible.
 */
export async function copyKit(plan: KitPlan, target: string, report: Report): Promise<boolean> {
  const staging = join(target, UNFINISHED);
  await makeFolder(target);
  // No kit is there yet: nothing must look whole meanwhile. A doorway that is there tells the truth.
  if (!existsSync(join(target, KIT.doorway))) await markUnfinished(target);
  await rm(staging, { recursive: true, force: true });
  await rm(join(target, RETIRED), { recursive: true, force: true });
  try {
    await fill(staging, plan.files, report);
    await readBack(staging, plan.files, report);
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  await switchTo(staging, target, report);
  return removeRetired(target, staging);
}

async function markUnfinished(target: string): Promise<void> {
  const page = unfinishedPage({
    title: message('kit.unfinished.title'),
    text: [message('kit.unfinished.text'), message('kit.unfinished.remedy')],
  });
  await replaceFile(join(target, KIT.doorway), page);
  for (const name of [KIT.checksums, KIT.signature]) await rm(join(target, name), { force: true });
  await flushFolder(target);
}

async function fill(folder: string, files: readonly KitFile[], report: Report): Promise<void> {
  const total = sizeOf(files);
  let done = 0;
  const folders = new Set<string>();
  for (const { path, size, source } of files) {
    const file = join(folder, path);
    if (!folders.has(dirname(file))) await makeFolder(dirname(file));
    folders.add(dirname(file));
    report('copying', done, total);
    await putFile(file, source);
    done += size;
  }
  for (const made of folders) await flushFolder(made);
  report('copying', done, total);
}

async function readBack(folder: string, files: readonly KitFile[], report: Report): Promise<void> {
  const total = sizeOf(files);
  let done = 0;
  const wrong: string[] = [];
  for (const { path, size, digest } of files) {
    report('checking', done, total);
    if ((await hashFile(join(folder, path))) !== digest) wrong.push(path);
    done += size;
  }
  report('checking', done, total);
  if (wrong.length > 0) throw new KitError('read-back', { paths: listNames(wrong) });
}

async function switchTo(staging: string, target: string, report: Report): Promise<void> {
  const site = join(target, KIT.site);
  const moveIn = (name: string): (() => Promise<void>) => {
    return () => moveTo(join(staging, name), join(target, name));
  };
  const steps = [
    () => markUnfinished(target),
    ...(existsSync(site) ? [() => moveTo(site, join(staging, RETIRED))] : []),
    moveIn(KIT.site),
    ...TOP_FILES.filter((name) => existsSync(join(staging, name))).map(moveIn),
    moveIn(KIT.doorway),
  ];
  for (const [done, step] of steps.entries()) {
    report('switching', done, steps.length);
    await step();
  }
  report('switching', steps.length, steps.length);
}

/** The new edition stands: its folder of preparation, now that of the old edition, must not say otherwise. */
async function removeRetired(target: string, staging: string): Promise<boolean> {
  try {
    await moveTo(staging, join(target, RETIRED));
    await rm(join(target, RETIRED), { recursive: true });
    await flushFolder(target);
    return true;
  } catch {
    return false;
  }
}

function sizeOf(files: readonly KitFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
