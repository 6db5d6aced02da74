import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { pageKinds } from './page-kinds.ts';

/** A built site, in the two ways it can be opened. */
export interface BuiltSite {
  /** The output as somebody copied it to a stick, in an oddly named folder. */
  directory: string;
  /** Address of a server for the same folder, without a slash at the end. */
  http: string;
}

/**
 * `fixture`: the invented corpus of `fixtures/content`. `full-text`: invented documents with their
 * text, on a site that has a public address. `library`: the real one.
 */
export type SiteName = 'fixture' | 'full-text' | 'library';

/** How a page is opened. */
export type Transport = 'http' | 'file';
export const TRANSPORTS: readonly Transport[] = ['http', 'file'];

declare module 'vitest' {
  interface ProvidedContext {
    sites: Record<SiteName, BuiltSite>;
  }
}

/** A site of this run; see `build-site.ts`. */
export function builtSite(name: SiteName): BuiltSite {
  return inject('sites')[name];
}

/** Address of the site's root, with a slash at the end. */
export function siteRoot(name: SiteName, transport: Transport): string {
  const { directory, http } = builtSite(name);
  return transport === 'http' ? `${http}/` : `${pathToFileURL(directory).href}/`;
}

/** Every page of a site, below its root, sorted. */
export async function listPages(name: SiteName): Promise<string[]> {
  const paths = await readdir(builtSite(name).directory, { recursive: true });
  return paths
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html') && path !== 'control.html')
    .sort();
}

/** Pages of a site that stand for all others; see {@link pageKinds}. */
export async function listKinds(name: SiteName): Promise<string[]> {
  const { directory } = builtSite(name);
  const pages = await listPages(name);
  return pageKinds(
    await Promise.all(
      pages.map(async (path) => ({ path, bytes: (await stat(join(directory, path))).size })),
    ),
  );
}
