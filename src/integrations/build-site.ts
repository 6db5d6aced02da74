import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { remarksOf } from '../components/document/remarks.ts';
import { DerivedMemory } from '../content/derived-memory.ts';
import { loadCitations, readCitationsWith } from '../content/load-citations.ts';
import { loadEdition } from '../content/load-edition.ts';
import { LinkMemory } from '../content/link-memory.ts';
import { loadLibrary } from '../content/load-library.ts';
import { readLibrariesFile } from '../content/read-libraries.ts';
import { PackedMemory, packWith } from '../content/packed-memory.ts';
import { sitePlan } from '../content/site-plan.ts';
import { sha256 } from '../content/sha256.ts';
import { digestRecords, otherDigest, sourceDigests } from '../content/source-digests.ts';
import { linkNote } from '../lib/citation/link-document.ts';
import { readLibraries, scriptSources } from '../lib/library/other-libraries.ts';
import { SEARCH_FOLDER, type NamedLibrary } from '../lib/search/index-format.ts';
import { ASSETS } from './assets.ts';
import { bundleSite } from './client-assets/site-scripts.ts';
import type { SiteScripts } from './client-assets/site-scripts.ts';
import { writeClient } from './client-assets/write-client.ts';
import { policyWith } from './content-security-policy.ts';
import { writeChecksums, writeEdition } from './edition/write-edition.ts';
import { writeExports } from './exports/write-exports.ts';
import { DocumentSeals } from './pages/document-seals.ts';
import { PageMemory } from './pages/page-memory.ts';
import { writePages, type WrittenPages } from './pages/write-pages.ts';
import type { Profile } from './profile/build-profile.ts';
import { createProgress } from './progress.ts';
import { publish } from './publish/publish.ts';
import { relativizeStyles } from './relative-links/relativize-styles.ts';
import { getRenderer } from './renderer/get-renderer.ts';
import type { Renderer } from './renderer/open-renderer.ts';
import { buildSearchIndex } from './search-index/build-search-index.ts';
import { SearchMemory } from './search-index/search-memory.ts';
import { problemsError } from './site-error.ts';
import type { SitePaths } from './site-paths.ts';
import { listFiles } from './verify/output-file.ts';
import { SoundTexts } from './verify/sound-texts.ts';
import { verifySite } from './verify/verify-site.ts';

/** What a build reads and writes. */
interface Build {
  paths: SitePaths;
  /** Digest of the code. */
  code: string;
  say: (line: string) => void;
  profile: Profile;
  /** Libraries that are searched along. */
  libraries: readonly NamedLibrary[];
  /** Content security policy of the pages. */
  policy: string;
}

/**
 * Build the site of content that has been checked, and publish it: the search index and the data
 * files, the pages in their final form, the client scripts that they name, the list of digests; then
 * verify the whole.
 *
 * @param root Folder of the project.
 * @param paths Of content for which `requireValidContent` has passed.
 * @param code See `digestCode`.
 * @param profile Is told which phase begins.
 * @throws {SiteError} When what was built must not be published; the former output then stays.
 */
export async function buildSite(
  root: string,
  paths: SitePaths,
  code: string,
  say: (line: string) => void,
  profile: Profile,
): Promise<void> {
  profile.enter('scripts');
  const { libraries } = readLibraries(await readLibrariesFile(paths.content));
  const policy = policyWith(scriptSources(libraries, SEARCH_FOLDER));
  const build = { paths, code, say, profile, libraries, policy };
  const output = paths.staging;
  rmSync(output, { recursive: true, force: true });
  const scripts = await bundleSite(
    join(root, 'src', 'client'),
    ASSETS,
    join(paths.cache, 'scripts.bin'),
    code,
  );
  profile.enter('templates');
  const renderer = await getRenderer(root, paths, code, say);
  cpSync(renderer.site, output, { recursive: true });
  profile.enter('memories');
  const derived = new DerivedMemory(join(paths.cache, 'derived.bin'), code);
  const library = await loadLibrary();
  const sources = sourceDigests(library);
  derived.open(library, sources);
  const key = sha256(`${code} ${digestRecords(library)}`);
  const recorded = new DerivedMemory(join(paths.cache, 'recorded.bin'), key);
  recorded.open(library, sources, (document) => document);
  const links = new LinkMemory(join(paths.cache, 'citations.bin'), key, sources);
  const packed = new PackedMemory(join(paths.cache, 'packed.bin'), code);
  packWith(packed);
  await writeData(build, scripts);
  const memory = new PageMemory(join(paths.cache, 'pages.bin'), `${code} ${policy}`);
  const pages = await writeAllPages(build, renderer, scripts, memory, links);
  await finishOutput(build, scripts, pages);
  profile.enter('publish');
  await publish(output, paths.out);
  memory.save();
  derived.save();
  recorded.save();
  links.save();
  packed.save();
  say(`published in ${paths.out}`);
}

/** What stands beside the pages. */
async function writeData(
  { paths, code, say, profile, libraries }: Build,
  scripts: SiteScripts,
): Promise<void> {
  const { cache, out, staging: output } = paths;
  const library = await loadLibrary();
  profile.enter('index');
  say('search index …');
  buildSearchIndex({
    library,
    output,
    engine: scripts.engine,
    libraries,
    memory: new SearchMemory(join(cache, 'search.bin'), code, sourceDigests(library), out),
    report: createProgress(say, 'search index'),
  });
  profile.enter('data');
  say('data files …');
  const edition = await loadEdition();
  writeExports(library, edition, output, createProgress(say, 'data files'));
  await writeEdition(edition, output);
}

async function writeAllPages(
  { paths, code, say, profile, policy }: Build,
  renderer: Renderer,
  scripts: SiteScripts,
  memory: PageMemory,
  links: LinkMemory,
): Promise<WrittenPages> {
  profile.enter('citations');
  readCitationsWith({
    memory: links,
    report: createProgress(say, 'citations'),
  });
  say('pages …');
  const seals = await makeSeals(paths, code, links);
  // Files of the tray are made where its pages are listed.
  profile.enter('others');
  const sitePages = await renderer.pages();
  profile.enter('finish');
  return writePages({
    seals,
    pages: sitePages,
    output: paths.staging,
    former: paths.out,
    edition: (await loadEdition()).id,
    memory,
    files: [...(await listFiles(paths.staging)), ...scripts.client.map(({ fileName }) => fileName)],
    assets: ASSETS,
    policy,
    address: paths.address,
    report: createProgress(say, 'pages', 'pages'),
    profile,
  });
}

async function makeSeals(
  paths: SitePaths,
  code: string,
  links: LinkMemory,
): Promise<DocumentSeals> {
  const library = await loadLibrary();
  const graph = await loadCitations();
  return new DocumentSeals({
    library,
    graph,
    cited: (slug) => links.sealOf(slug),
    sources: sourceDigests(library),
    remarks: (document) =>
      remarksOf(library, document).map((text) => linkNote(text, document, library, graph.index)),
    edition: await loadEdition(),
    frame: [code, otherDigest(library), paths.address, sitePlan(library)],
  });
}

async function finishOutput(
  { paths, code, say, profile, policy }: Build,
  scripts: SiteScripts,
  pages: WrittenPages,
): Promise<void> {
  const output = paths.staging;
  writeClient(output, scripts.client, pages.scripts);
  await relativizeStyles(output);
  await writeChecksums(output, scripts.serviceWorker, pages.digests);
  profile.enter('verify');
  say('verifying …');
  const sound = new SoundTexts(join(paths.cache, 'sound-texts.bin'), code);
  const problems = await verifySite(output, pages.inspections, sound, policy);
  // Places in the pages are known to the verifier alone.
  if (problems.length > 0)
    throw problemsError(await verifySite(output, undefined, undefined, policy), output);
  sound.save();
}
