import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { BROWSER_BASELINE } from './src/integrations/baseline.ts';
import { ASSETS } from './src/integrations/assets.ts';
import { librarySite } from './src/integrations/library-site.ts';
import { rendererFolders } from './src/integrations/renderer/renderer-folders.ts';
import { sitePaths } from './src/integrations/site-paths.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const root = fileURLToPath(new URL('.', import.meta.url));
const paths = sitePaths(root);

/** A page's own style sheet is named after its route, as `_slug_@_@astro.css`. */
function assetName(name) {
  const plain = name.replace(/\.[^.]*$/, '').toLowerCase();
  return plain.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '');
}

export default defineConfig({
  ...(paths.address === null ? {} : { site: paths.address }),
  output: 'static',
  // Astro makes what renders the pages; `npm run build` renders them.
  outDir: rendererFolders(paths.renderer).site,
  cacheDir: paths.cache,
  // One file per page: the same addresses on a web server and on a USB stick.
  build: { format: 'file', assets: ASSETS, inlineStylesheets: 'never' },
  // No space between elements but where one is written: words that are to be read apart need `{' '}`.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  markdown: {
    // Text appears as it was written: no curly quotes, no dashes, no ellipsis of the engine's own.
    processor: unified({ gfm: true, smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), ...librarySite(root, paths)],
  vite: {
    cacheDir: `${paths.cache}/vite`,
    build: {
      // The policy of the pages allows no data: addresses.
      assetsInlineLimit: 0,
      cssTarget: BROWSER_BASELINE,
      modulePreload: false,
      // Names that every file system keeps apart: lower case only.
      rolldownOptions: {
        output: {
          hashCharacters: 'hex',
          assetFileNames: ({ names: [name] }) => `${ASSETS}/${assetName(name)}.[hash][extname]`,
        },
      },
    },
  },
});
