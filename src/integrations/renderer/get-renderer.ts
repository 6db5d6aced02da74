import { createHash } from 'node:crypto';
import { digestFolders } from '../freshness/digest.ts';
import { PROSE_FOLDERS } from '../prose-pages-plugin.ts';
import type { SitePaths } from '../site-paths.ts';
import { join } from 'node:path';
import { openRenderer, type Renderer } from './open-renderer.ts';

/**
 * The renderer of this content and code: that of the last build, or a new one made by Astro.
 *
 * @param root Folder of the project.
 * @param code Digest of the code.
 */
export async function getRenderer(
  root: string,
  paths: SitePaths,
  code: string,
  say: (line: string) => void,
): Promise<Renderer> {
  const key = rendererKey(paths, code);
  const kept = await openRenderer(paths.renderer, key, paths.address);
  if (kept !== null) return kept;
  say('page templates …');
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  const made = await openRenderer(paths.renderer, key, paths.address);
  if (made === null) throw new Error(`${paths.renderer} was changed while the site was built`);
  return made;
}

/**
 * What a renderer is made from: the code, the pages in our own words, and the public address, which
 * is part of each page.
 */
export function rendererKey(
  { content, address }: Pick<SitePaths, 'content' | 'address'>,
  code: string,
): string {
  const prose = digestFolders(PROSE_FOLDERS.map((folder) => join(content, folder)));
  return createHash('sha256')
    .update(JSON.stringify([code, prose, address]))
    .digest('hex');
}
