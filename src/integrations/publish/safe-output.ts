import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { message } from '../../i18n/messages.ts';
import { SiteError } from '../site-error.ts';
import type { SitePaths } from '../site-paths.ts';

/** Files that tell an output of ours from anything else. */
const OURS = ['index.html', 'tim-kiem.html'];

/**
 * Refuse to replace a folder that is not an earlier output: publishing removes it as a whole.
 *
 * @param root Folder of the project.
 * @throws {SiteError} When the folder holds the project, the content or somebody's files.
 */
export async function requireSafeOutput(root: string, { content, out }: SitePaths): Promise<void> {
  const holds = [root, content].find((folder) => !relative(out, folder).startsWith('..'));
  if (holds !== undefined) throw new SiteError(message('build.output-holds', { out, holds }));
  if (!existsSync(out)) return;
  const names = await readdir(out);
  const isOurs = names.length === 0 || OURS.every((name) => names.includes(name));
  if (!isOurs) throw new SiteError(message('build.output-foreign', { out }));
}
