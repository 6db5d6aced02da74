import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePolicy } from '../content-security-policy.ts';
import { listFiles } from '../verify/output-file.ts';
import { relativizeCss, relativizeHtml } from './relativize.ts';

/**
 * Make every address inside the site relative, and give each page the content security policy.
 *
 * @param directory The output; its pages and style sheets are changed in place.
 */
export async function relativizeSite(directory: string): Promise<void> {
  const paths = await listFiles(directory);
  const files = new Set(paths);
  for (const path of paths) {
    if (path.endsWith('.html')) {
      await edit(join(directory, path), (html) => relativizeHtml(ensurePolicy(html), path, files));
    } else if (path.endsWith('.css')) {
      await edit(join(directory, path), (css) => relativizeCss(css, path, files));
    }
  }
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed !== text) await writeFile(file, changed);
}
