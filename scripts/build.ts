/** `npm run build`: build the site of `SITE_CONTENT` into `SITE_OUT`. Exit code 1 when anything is wrong. */
import { join } from 'node:path';
import { SoundFiles } from '../src/content/sound-files.ts';
import { buildSite } from '../src/integrations/build-site.ts';
import { requireValidContent } from '../src/integrations/check-content.ts';
import { requireSourceDate } from '../src/integrations/edition/source-date.ts';
import { digestCode } from '../src/integrations/freshness/digest.ts';
import { buildWithStamp } from '../src/integrations/freshness/stamp.ts';
import { requireSafeOutput } from '../src/integrations/publish/safe-output.ts';
import { sitePaths } from '../src/integrations/site-paths.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const root = process.cwd();
const paths = sitePaths(root);
const say = (line: string) => {
  console.log(line);
};

try {
  requireSourceDate();
  await requireSafeOutput(root, paths);
  const code = await digestCode(root);
  await requireValidContent(paths.content, new SoundFiles(join(paths.cache, 'sound.json'), code));
  await buildWithStamp(root, paths, () => buildSite(root, paths, code, say));
} catch (error) {
  // A report is for the person at the keyboard; a stack is for our own bugs.
  const isReport = error instanceof Error && error.name === 'SiteError';
  console.error(isReport ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}
