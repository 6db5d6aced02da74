import { join } from 'node:path';
import { ENGINE_REGISTER, ENGINE_SCOPE } from '../../client/search-engine/messages.ts';
import { bundleScript } from '../client-assets/bundle-client.ts';

/**
 * Bundle the search engine into one function that registers itself: the page calls it, or gives its
 * text to a worker.
 *
 * @param client Folder of the client scripts.
 * @returns Code of a classic script.
 * @throws When the bundle does not refer to its scope, which it would find under no other name.
 */
export async function bundleEngine(client: string): Promise<string> {
  const code = await bundleScript(join(client, 'search-engine', 'worker-entry.ts'));
  if (!code.includes(ENGINE_SCOPE)) throw new Error(`the engine does not use ${ENGINE_SCOPE}`);
  return `${ENGINE_REGISTER}(function(${ENGINE_SCOPE}){${code}})\n`;
}
