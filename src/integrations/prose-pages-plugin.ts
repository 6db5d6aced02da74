import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ID = 'virtual:prose-pages';
const RESOLVED = `\0${ID}`;

/** Folders of the corpus whose bodies are pages in our own words. */
export const PROSE_FOLDERS = ['trang', 'khai-niem', 'bai-giang'];

/**
 * Gives pages `import { prosePage } from 'virtual:prose-pages'`: the pages in our own words, as
 * components. Not a content collection of Astro: those keep files in a folder that every build
 * writes, so that two builds of different content would disturb each other.
 *
 * @param content Folder of the corpus, anywhere on disk.
 * @param root Folder of the project, where what compiled pages import is found.
 */
export function prosePagesPlugin(content: string, root: string): Plugin {
  const folders = PROSE_FOLDERS.map((folder) => join(content, folder));
  return {
    name: 'prose-pages',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id === ID) return RESOLVED;
      const isBare = /^[a-z@]/i.test(id) && !id.startsWith('astro:');
      const isOurs = folders.some((folder) => importer?.startsWith(folder) === true);
      if (!isBare || !isOurs) return undefined;
      return this.resolve(id, join(root, 'package.json'), { skipSelf: true });
    },
    load: async (id) => (id === RESOLVED ? moduleCode(content) : undefined),
  };
}

async function moduleCode(content: string): Promise<string> {
  const loaders = await Promise.all(PROSE_FOLDERS.map((folder) => loadersOf(content, folder)));
  return `
const loaders = new Map([${loaders.flat().join(', ')}]);
export async function prosePage(folder, slug) {
  const load = loaders.get(folder + '/' + slug);
  if (load === undefined) throw new Error('the content has no page ' + folder + '/' + slug);
  return (await load()).Content;
}`;
}

async function loadersOf(content: string, folder: string): Promise<string[]> {
  const path = join(content, folder);
  const names = existsSync(path) ? await readdir(path) : [];
  const files = names.filter((name) => name.endsWith('.mdx')).sort();
  return files.map((name) => {
    const key = JSON.stringify(`${folder}/${name.slice(0, -'.mdx'.length)}`);
    return `[${key}, () => import(${JSON.stringify(join(path, name))})]`;
  });
}
