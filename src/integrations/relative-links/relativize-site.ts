import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePolicy } from '../content-security-policy.ts';
import { listFiles } from '../verify/output-file.ts';
import { relativizeCss, relativizeHtml } from './relativize.ts';

/**
 * Make every address inside the site relative, and give each page the content security policy.
 *
 * @param directory The output; its pages and style sheets are changed in place.
 * @param done Pages that need nothing more.
 * @param policy Of all pages.
 */
export async function relativizeSite(
  directory: string,
  done: { has: (path: string) => boolean },
  policy: string,
): Promise<void> {
  const paths = await listFiles(directory);
  const files = new Set(paths);
  for (const path of paths) {
    if (path.endsWith('.html') && !done.has(path)) {
      edit(
        join(directory, path),
        (html) => relativizeHtml(ensurePolicy(html, policy), path, files).html,
      );
    } else if (path.endsWith('.css')) {
      edit(join(directory, path), (css) => relativizeCss(css, path, files));
    }
  }
}

/** At once: among thousands of small files waiting costs more than reading and writing. */
function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed !== text) writeFileSync(file, changed);
}
