import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ID = 'virtual:prose-pages';
const RESOLVED = `\0${ID}`;

/**
 * Gives pages `import { prosePage } from 'virtual:prose-pages'`: the pages in our own words, as
 * components. Not a content collection of Astro: those keep files in a folder that every build
 * writes, so that two builds of different content would disturb each other.
 *
 * @param content Folder of the corpus, anywhere on disk; its pages are in `trang`, if it has any.
 * @param root Folder of the project, where what compiled pages import is found.
 */
export function prosePagesPlugin(content: string, root: string): Plugin {
  const folder = join(content, 'trang');
  return {
    name: 'prose-pages',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id === ID) return RESOLVED;
      const isBare = /^[a-z@]/i.test(id) && !id.startsWith('astro:');
      if (!isBare || importer?.startsWith(folder) !== true) return undefined;
      return this.resolve(id, join(root, 'package.json'), { skipSelf: true });
    },
    load: async (id) => (id === RESOLVED ? moduleCode(folder) : undefined),
  };
}

async function moduleCode(folder: string): Promise<string> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const files = names.filter((name) => name.endsWith('.mdx')).sort();
  const loaders = files.map((name) => {
    const slug = JSON.stringify(name.slice(0, -'.mdx'.length));
    return `[${slug}, () => import(${JSON.stringify(join(folder, name))})]`;
  });
  return `
const loaders = new Map([${loaders.join(', ')}]);
export async function prosePage(slug) {
  const load = loaders.get(slug);
  if (load === undefined) throw new Error('content/trang has no page ' + slug);
  return (await load()).Content;
}`;
}
