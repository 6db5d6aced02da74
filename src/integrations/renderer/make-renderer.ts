import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { KeptTable } from '../../content/kept-table.ts';
import { hashFiles } from '../edition/hash-file.ts';
import { listFiles } from '../verify/output-file.ts';
import { rendererFolders } from './renderer-folders.ts';
import { RECORD, type DefaultPrerenderer, type RendererRecord } from './types.ts';

/**
 * Makes a build of Astro stop before it renders: the bundle that renders the pages is kept, and with
 * it the style sheets and what `public` holds. `open-renderer.ts` renders from it, in this build and
 * in all later ones of the same code.
 *
 * @param folder See {@link rendererFolders}.
 * @param key Names what the renderer is made from.
 */
export function keepRenderer(folder: string, key: () => string): AstroIntegration {
  const { bundle, bundleOfAstro, record: file } = rendererFolders(folder);
  let record: Omit<RendererRecord, 'files'> | undefined;
  return {
    name: 'keep-renderer',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        setPrerenderer((prerenderer: DefaultPrerenderer) => ({
          name: 'keep-renderer',
          setup: async () => {
            await prerenderer.setup?.();
            record = { entry: entryOf(bundleOfAstro), styles: stylesOf(prerenderer) };
            renameSync(bundleOfAstro, bundle);
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('this prerenderer has no paths')),
        }));
      },
      'astro:build:done': async () => {
        if (record === undefined) throw new Error('Astro asked for no prerenderer');
        const files = [...hashFiles(folder, await listFiles(folder))];
        const kept = new KeptTable<RendererRecord>(file, key());
        kept.set(RECORD, { ...record, files });
        kept.save();
      },
    },
  };
}

function entryOf(folder: string): string {
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error('the bundle of Astro has no prerender-entry');
  return entry;
}

/** The only thing that the bundle asks of the build that made it. */
function stylesOf({ app }: DefaultPrerenderer): RendererRecord['styles'] {
  if (app === undefined) throw new Error("Astro's prerenderer does not name its app");
  return Object.values(app.getOptions().allPages).map(({ key, styles }) => ({ key, styles }));
}
