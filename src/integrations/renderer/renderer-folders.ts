import { join } from 'node:path';

/** Where the parts of a kept renderer lie. */
export interface RendererFolders {
  /** What every output holds: style sheets, and the files of `public`. Astro's output folder. */
  site: string;
  /** Where Astro writes the bundle that renders the pages, and removes it at the end of a build. */
  bundleOfAstro: string;
  /** Where the bundle is kept: at the same depth, for what it imports from packages. */
  bundle: string;
  /** What is known of them; written last, so that half a renderer is none. */
  record: string;
}

/** @param folder Of the whole renderer. */
export function rendererFolders(folder: string): RendererFolders {
  return {
    site: join(folder, 'site'),
    bundleOfAstro: join(folder, 'site', '.prerender'),
    bundle: join(folder, 'bundle'),
    record: join(folder, 'renderer.bin'),
  };
}
