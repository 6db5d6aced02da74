import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { ASSETS } from './assets.ts';
import { clientAssetsPlugin } from './client-assets/client-assets-plugin.ts';
import { devClientUrls, serveClient } from './client-assets/serve-client.ts';
import { bundleSite } from './client-assets/site-scripts.ts';
import { digestCode } from './freshness/digest.ts';
import { prosePagesPlugin } from './prose-pages-plugin.ts';
import { rendererKey } from './renderer/get-renderer.ts';
import { keepRenderer } from './renderer/make-renderer.ts';
import type { SitePaths } from './site-paths.ts';

/**
 * What Astro needs to know of this site: how pages find the client scripts and the pages in our own
 * words, and that a build keeps its renderer. Everything else is done by `build-site.ts`.
 *
 * @param root Folder of the project.
 */
export function librarySite(root: string, paths: SitePaths): AstroIntegration[] {
  const client = join(root, 'src', 'client');
  const clientUrls = async () => {
    const scripts = join(paths.cache, 'scripts.bin');
    const bundled = await bundleSite(client, ASSETS, scripts, digestCode(root));
    return new Map(bundled.client.map(({ name, fileName }) => [name, `/${fileName}`]));
  };
  const site: AstroIntegration = {
    name: 'library-site',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const urls = command === 'dev' ? () => devClientUrls(client) : clientUrls;
        updateConfig({
          vite: { plugins: [clientAssetsPlugin(urls), prosePagesPlugin(paths.content, root)] },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveClient(client));
      },
    },
  };
  const key = () => rendererKey(paths, digestCode(root));
  return [site, keepRenderer(paths.renderer, key)];
}
