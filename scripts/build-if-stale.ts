import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { message } from '../src/i18n/messages.ts';
import { isFresh } from '../src/integrations/freshness/stamp.ts';
import type { SitePaths } from '../src/integrations/site-paths.ts';

/**
 * Build the site unless its output is fresh, and say which.
 *
 * @returns False when the build failed; it has said why.
 */
export async function buildIfStale(root: string, paths: SitePaths): Promise<boolean> {
  if (await isFresh(root, paths)) {
    console.log(message('start.fresh'));
    return true;
  }
  console.log(message('start.building'));
  const script = join(import.meta.dirname, 'build.ts');
  return spawnSync(process.execPath, [script], { stdio: 'inherit' }).status === 0;
}
