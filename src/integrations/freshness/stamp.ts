import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePaths } from '../site-paths.ts';
import { digestCode, digestInputs, digestOutput } from './digest.ts';

/** What the last successful build read and wrote; kept outside the output, which stays reproducible. */
interface Stamp {
  inputs: string;
  output: string;
}

/** Whether the output is what a build would make of the present content and sources. */
export async function isFresh(root: string, paths: SitePaths): Promise<boolean> {
  const stamp = await readStamp(paths);
  return (
    stamp !== null &&
    stamp.output === digestOutput(paths.out) &&
    stamp.inputs === digestInputs(paths, digestCode(root))
  );
}

/**
 * Run a build and remember what it made.
 *
 * @param code See `digestCode`.
 * @param build Reads the content and writes `paths.out`; when it throws, nothing is remembered.
 */
export async function buildWithStamp(
  paths: SitePaths,
  code: string,
  build: () => Promise<void>,
): Promise<void> {
  // Taken before the build: a change while it runs makes the output stale, as it should.
  const inputs = digestInputs(paths, code);
  await build();
  const stamp: Stamp = { inputs, output: digestOutput(paths.out) };
  await mkdir(paths.cache, { recursive: true });
  await writeFile(stampFile(paths), JSON.stringify(stamp));
}

async function readStamp(paths: SitePaths): Promise<Stamp | null> {
  try {
    return JSON.parse(await readFile(stampFile(paths), 'utf8')) as Stamp;
  } catch {
    return null;
  }
}

function stampFile(paths: SitePaths): string {
  return join(paths.cache, 'stamp.json');
}
