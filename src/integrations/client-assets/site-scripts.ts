import { join } from 'node:path';
import { readKept, writeKept } from '../../content/kept-file.ts';
import { bundleEngine } from '../search-index/bundle-engine.ts';
import { bundleClient, bundleScript, type ClientAsset } from './bundle-client.ts';

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
  const kept = readKept(file, code) as SiteScripts | null;
  if (kept) return kept;
  const scripts: SiteScripts = {
    client: [...(await bundleClient(client, assets)).values()],
    engine: await bundleEngine(client),
    serviceWorker: await bundleScript(join(client, '..', 'service-worker', 'index.ts')),
  };
  writeKept(file, code, scripts);
  return scripts;
}
