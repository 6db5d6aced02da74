import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../verify/output-file.ts';
import { relativizeCss } from './relativize.ts';
import { RelativeUrls } from './site-urls.ts';

/**
 * Make every address inside the site relative in the style sheets.
 *
 * @param directory The output; its style sheets are changed in place.
 */
export async function relativizeStyles(directory: string): Promise<void> {
  const paths = await listFiles(directory);
  const urls = new RelativeUrls(new Set(paths));
  for (const path of paths) {
    if (!path.endsWith('.css')) continue;
    const file = join(directory, path);
    const css = readFileSync(file, 'utf8');
    const relative = relativizeCss(css, path, urls);
    if (relative !== css) writeFileSync(file, relative);
  }
}
