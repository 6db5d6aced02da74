import { join } from 'node:path';
import { KeptTable } from '../../content/kept-table.ts';
import { bundleEngine } from '../search-index/bundle-engine.ts';
import { bundleClient, bundleScript, type ClientAsset } from './bundle-client.ts';

/** Name of what is kept. */
const SCRIPTS = 'scripts';

/** Every script of a site, bundled. */
export interface SiteScripts {
  client: ClientAsset[];
  /** See `bundle-engine.ts`. */
  engine: string;
  serviceWorker: string;
}

/**
 * The scripts of a site, from an earlier build of the same code where there was one.
 *
 * @param client Folder of the client scripts; that of the service worker is beside it.
 * @param assets Folder below the output folder that the scripts go to.
 * @param file Where they are kept.
 * @param code Digest of the code they are made from.
 */
export async function bundleSite(
  client: string,
  assets: string,
  file: string,
  code: string,
): Promise<SiteScripts> {
  const kept = new KeptTable<SiteScripts>(file, code);
  const known = kept.get(SCRIPTS);
  if (known) return known;
  const scripts: SiteScripts = {
    client: [...(await bundleClient(client, assets)).values()],
    engine: await bundleEngine(client),
    serviceWorker: await bundleScript(join(client, '..', 'service-worker', 'index.ts')),
  };
  kept.set(SCRIPTS, scripts);
  kept.save();
  return scripts;
}
