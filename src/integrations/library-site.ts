import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadEdition } from '../content/load-edition.ts';
import { readCitationsWith } from '../content/load-citations.ts';
import { loadLibrary } from '../content/load-library.ts';
import { sourceDigests } from '../content/source-digests.ts';
import { requireValidContent } from './check-content.ts';
import { clientAssetsPlugin } from './client-assets/client-assets-plugin.ts';
import { devClientUrls, serveClient } from './client-assets/serve-client.ts';
import { bundleSite, type SiteScripts } from './client-assets/site-scripts.ts';
import { writeClient } from './client-assets/write-client.ts';
import { requireSourceDate } from './edition/source-date.ts';
import { writeChecksums, writeEdition } from './edition/write-edition.ts';
import { writeExports } from './exports/write-exports.ts';
import { digestCode } from './freshness/digest.ts';
import { createProgress } from './progress.ts';
import { prosePagesPlugin } from './prose-pages-plugin.ts';
import { publish } from './publish/publish.ts';
import { requireSafeOutput } from './publish/safe-output.ts';
import { rootMissingPage } from './relative-links/missing-page.ts';
import { relativizeSite } from './relative-links/relativize-site.ts';
import { buildSearchIndex } from './search-index/build-search-index.ts';
import { SearchMemory } from './search-index/search-memory.ts';
import { problemsError } from './site-error.ts';
import type { SitePaths } from './site-paths.ts';
import { verifySite } from './verify/verify-site.ts';

/** Folder of hashed scripts and style sheets below the output folder. */
export const ASSETS = 'assets';

/**
 * Everything a build does around Astro's pages, in order: check the content; after the pages, write
 * the client scripts, the search index and the data files, make addresses relative, list the digests,
 * verify, publish.
 *
 * @param root Folder of the project.
 */
export function librarySite(root: string, paths: SitePaths): AstroIntegration {
  const client = join(root, 'src', 'client');
  let scripts: Promise<SiteScripts> | undefined;
  const bundleOnce = () =>
    (scripts ??= digestCode(root).then((code) =>
      bundleSite(client, ASSETS, join(paths.cache, 'scripts.json'), code),
    ));

  return {
    name: 'library-site',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, logger }) => {
        if (command === 'build') {
          requireSourceDate();
          await requireSafeOutput(root, paths);
          await requireValidContent(paths.content);
          readCitationsWith({
            memory: join(paths.cache, 'citations.json'),
            code: await digestCode(root),
            report: createProgress((line) => {
              logger.info(line);
            }, 'citations'),
          });
        }
        const urls = command === 'dev' ? () => devClientUrls(client) : () => urlsOf(bundleOnce());
        updateConfig({
          vite: { plugins: [clientAssetsPlugin(urls), prosePagesPlugin(paths.content, root)] },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveClient(client));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const output = fileURLToPath(dir).replace(/[/\\]$/, '');
        logger.info('client scripts …');
        const bundled = await bundleOnce();
        await writeClient(output, bundled.client);
        await finishOutput(output, root, bundled, paths, (step) => {
          logger.info(step);
        });
        await publish(paths.staging, paths.out);
        logger.info(`published in ${paths.out}`);
      },
    },
  };
}

/** What the pages and their scripts still need, in order. */
async function finishOutput(
  output: string,
  root: string,
  scripts: SiteScripts,
  { cache, out, address }: SitePaths,
  say: (step: string) => void,
): Promise<void> {
  const library = await loadLibrary();
  say('search index …');
  buildSearchIndex({
    library,
    output,
    engine: scripts.engine,
    memory: new SearchMemory(
      join(cache, 'search.bin'),
      await digestCode(root),
      sourceDigests(library),
      out,
    ),
    report: createProgress(say, 'search index'),
  });
  say('data files …');
  const edition = await loadEdition();
  writeExports(library, edition, output, createProgress(say, 'data files'));
  await writeEdition(edition, output);
  say('relative links …');
  await relativizeSite(output);
  if (address !== null) await rootMissingPage(output, address);
  await writeChecksums(output, scripts.serviceWorker);
  say('verifying …');
  await requireSoundOutput(output);
}

async function requireSoundOutput(directory: string): Promise<void> {
  const problems = await verifySite(directory);
  if (problems.length > 0) throw problemsError(problems, directory);
}

async function urlsOf(scripts: Promise<SiteScripts>): Promise<Map<string, string>> {
  return new Map((await scripts).client.map(({ name, fileName }) => [name, `/${fileName}`]));
}
