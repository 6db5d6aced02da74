import type { Plugin } from 'vite';

const ID = 'virtual:client-assets';
const RESOLVED = `\0${ID}`;

/**
 * Gives pages `import { clientUrl } from 'virtual:client-assets'`: the address of a client script.
 *
 * @param urls Address of each script by name, from the root of the site; asked for when the first
 *   page needs one.
 */
export function clientAssetsPlugin(urls: () => Promise<ReadonlyMap<string, string>>): Plugin {
  return {
    name: 'client-assets',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load: async (id) => (id === RESOLVED ? moduleCode(await urls()) : undefined),
  };
}

function moduleCode(urls: ReadonlyMap<string, string>): string {
  return `
const urls = new Map(${JSON.stringify([...urls])});
export function clientUrl(name) {
  const url = urls.get(name);
  if (url === undefined) {
    throw new Error('src/client has no entry ' + name + '; it has ' + [...urls.keys()].join(', '));
  }
  return url;
}`;
}
