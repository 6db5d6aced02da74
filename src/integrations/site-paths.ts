import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Absolute folders that one build reads and writes, and where the site will stand. */
export interface SitePaths {
  /** The corpus: `SITE_CONTENT`, default `content`. */
  content: string;
  /** The finished site: `SITE_OUT`, default `dist`. */
  out: string;
  /** Where a build works until it has passed every check; a sibling of `out`, so that one rename publishes it. */
  staging: string;
  /** What a build may keep for the next one of the same content and output. */
  cache: string;
  /** Where the renderer of the pages is kept; inside the project, where it finds its packages. */
  renderer: string;
  /** Public address of the site, for permalinks and QR codes: `SITE_URL`; null when it has none. */
  address: string | null;
  /** Date of the edition that the environment sets: `SOURCE_DATE`; null when the content says it. */
  sourceDate: string | null;
}

/**
 * Folders of the build that an environment asks for.
 *
 * @param root Folder of the project; relative settings count from it.
 * @param env Reads `SITE_CONTENT`, `SITE_OUT`, `SITE_URL`, `SOURCE_DATE`. Two builds with another pair share no folder that
 *   is written, so that they can run at the same time.
 */
export function sitePaths(root: string, env: NodeJS.ProcessEnv = process.env): SitePaths {
  const content = resolve(root, env.SITE_CONTENT ?? 'content');
  const out = resolve(root, env.SITE_OUT ?? 'dist');
  const pair = createHash('sha256').update(`${content}\n${out}`).digest('hex').slice(0, 12);
  const cache = resolve(root, '.cache', 'builds', pair);
  const address = env.SITE_URL === undefined || env.SITE_URL === '' ? null : env.SITE_URL;
  return {
    content,
    out,
    staging: `${out}.tmp`,
    cache,
    renderer: join(cache, 'renderer'),
    address,
    sourceDate: env.SOURCE_DATE ?? null,
  };
}
