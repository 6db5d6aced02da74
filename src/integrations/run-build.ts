import { join } from 'node:path';
import { SoundFiles } from '../content/sound-files.ts';
import { buildSite } from './build-site.ts';
import { requireValidContent } from './check-content.ts';
import { requireSourceDate } from './edition/source-date.ts';
import { digestCode } from './freshness/digest.ts';
import { buildWithStamp } from './freshness/stamp.ts';
import { CpuProfile, NO_PROFILE, profileLines } from './profile/build-profile.ts';
import { requireSafeOutput } from './publish/safe-output.ts';
import { sitePaths } from './site-paths.ts';

/**
 * Check the content that the environment names, and build the site of it. With `SITE_PROFILE=1` it
 * tells at the end what each phase cost.
 *
 * @param root Folder of the project.
 * @returns False when anything was wrong; it has been said.
 */
export async function runBuild(root: string): Promise<boolean> {
  const paths = sitePaths(root);
  const say = (line: string) => {
    console.log(line);
  };
  const profile = process.env.SITE_PROFILE === '1' ? new CpuProfile() : null;
  try {
    requireSourceDate();
    await requireSafeOutput(root, paths);
    const code = digestCode(root);
    await buildWithStamp(paths, code, async () => {
      const sound = new SoundFiles(join(paths.cache, 'sound.bin'), code);
      await requireValidContent(paths.content, sound, profile ?? NO_PROFILE);
      await buildSite(root, paths, code, say, profile ?? NO_PROFILE);
    });
    if (profile !== null) profileLines(profile.costs()).forEach(say);
    return true;
  } catch (error) {
    // A report is for the person at the keyboard; a stack is for our own bugs.
    const isReport = error instanceof Error && error.name === 'SiteError';
    console.error(isReport ? `\n${error.message}\n` : error);
    return false;
  }
}
