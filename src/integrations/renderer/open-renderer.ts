import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import type { StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { KeptTable } from '../../content/kept-table.ts';
import { hashFiles } from '../edition/hash-file.ts';
import { listFiles } from '../verify/output-file.ts';
import { rendererFolders } from './renderer-folders.ts';
import { RECORD, type BundledApp, type RendererRecord } from './types.ts';

/** One file that the pages folder makes: a page or an endpoint. */
export interface SitePage {
  /** Path below the output folder. @example 'van-ban/901-qd-tv-2031.html' */
  path: string;
  /** What it is made from. @example 'src/pages/van-ban/[slug].astro' */
  component: string;
  /** Slug of the document whose page it is; null for any other. */
  document: string | null;
  /** Whether it is a page, in UTF-8 and with addresses from the root of the site. */
  isPage: boolean;
  render: () => Promise<Buffer>;
}

/** Renders the pages of the library that this process has loaded. */
export interface Renderer {
  /** Folder of what every output holds. */
  site: string;
  /** Every page, in the order of the routes. */
  pages: () => Promise<SitePage[]>;
}

/**
 * Open a renderer that an earlier build, or the beginning of this one, has kept.
 *
 * @param folder See {@link rendererFolders}.
 * @param key What it must be made from.
 * @param address Public address of the site.
 * @returns null when there is none, when it was made from something else, or any file of it is
 *   damaged.
 */
export async function openRenderer(
  folder: string,
  key: string,
  address: string | null,
): Promise<Renderer | null> {
  const { site, bundle, record: file } = rendererFolders(folder);
  const record = new KeptTable<RendererRecord>(file, key).get(RECORD);
  if (record === undefined || !(await isWhole(folder, file, record))) return null;
  const entry = pathToFileURL(join(bundle, record.entry)).href;
  const { app } = (await import(/* @vite-ignore */ entry)) as { app: BundledApp };
  prepare(app, record);
  return { site, pages: () => listPages(app, address ?? 'http://localhost/') };
}

async function isWhole(folder: string, file: string, { files }: RendererRecord): Promise<boolean> {
  const paths = (await listFiles(folder)).filter((path) => join(folder, path) !== file);
  const found = hashFiles(folder, paths);
  return found.size === files.length && files.every(([path, digest]) => found.get(path) === digest);
}

/** Give the bundle what it asks of the build that made it. */
function prepare(app: BundledApp, { styles }: RendererRecord): void {
  const pagesByKeys = new Map(styles.map((route) => [route.key, route]));
  const destination = {
    write: ({ level, message }: { level: string; message: string }) => {
      if (level === 'warn' || level === 'error') console.error(message);
    },
  };
  app.setInternals({ pagesByKeys });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
}

async function listPages(app: BundledApp, origin: string): Promise<SitePage[]> {
  const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js');
  const paths = await new StaticPaths(app as unknown as StaticPathsApp).getAll();
  const pages = new Map<string, SitePage>();
  for (const { pathname, route } of paths) {
    const path = outputPath(pathname, route);
    if (pages.has(path)) throw new Error(`two pages of src/pages make ${path}`);
    const url = new URL(path, new URL('/', origin));
    const render = () => renderPage(app, url, route);
    const { component, type } = route;
    const document = documentOf(path, component);
    pages.set(path, { path, component, document, isPage: type === 'page', render });
  }
  return [...pages.values()];
}

/** Pages of documents. */
const DOCUMENT_PAGE = 'src/pages/van-ban/[slug].astro';

function documentOf(path: string, component: string): string | null {
  return component === DOCUMENT_PAGE ? basename(path, '.html') : null;
}

/** The file of an address, as Astro names it with `build.format: 'file'`. */
function outputPath(pathname: string, { type }: RouteData): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  return type === 'endpoint' ? path : `${path === '' ? 'index' : path}.html`;
}

async function renderPage(app: BundledApp, url: URL, routeData: RouteData): Promise<Buffer> {
  const response = await app.render(new Request(url), { routeData });
  // The page for what is not there says so, to a server.
  if (response.status !== 200 && response.status !== 404) {
    throw new Error(`${url.pathname}: status ${response.status}`);
  }
  const bytes = await response.bytes();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
