import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../content/sha256.ts';
import { TextPool } from '../../lib/text/detach-text.ts';
import type { Problem } from '../../lib/validation/problem.ts';
import { NO_PROFILE, type Profile } from '../profile/build-profile.ts';
import { rootMissingPage, MISSING_PAGE } from '../relative-links/missing-page.ts';
import { isExternal, RelativeUrls } from '../relative-links/site-urls.ts';
import type { SitePage } from '../renderer/open-renderer.ts';
import type { Inspection } from '../verify/verify-site.ts';
import type { DocumentSeals } from './document-seals.ts';
import { factsOf, finishPage } from './finish-page.ts';
import {
  inspectionOf,
  takeOver,
  type KeptPage,
  type PageFacts,
  type PageMemory,
} from './page-memory.ts';

/** Where pages are written, and what they are written from. */
export interface PageJob {
  pages: readonly SitePage[];
  output: string;
  /** The published output of the last build. */
  former: string;
  memory: PageMemory;
  seals: Pick<DocumentSeals, 'seal' | 'watch'>;
  /** All files that the output will hold, but for the pages. */
  files: Iterable<string>;
  /** Folder of scripts below the output folder. */
  assets: string;
  /** Id of the edition that the pages are stamped with. */
  edition: string;
  /** Content security policy of every page. */
  policy: string;
  /** Public address of the site. */
  address: string | null;
  /** Told after each page. */
  report: (done: number, total: number) => void;
  /** Is told when rendering and finishing take turns; by default nothing is. */
  profile?: Profile;
}

/** What is known of the pages that were written, by path. */
export interface WrittenPages {
  inspections: Map<string, Inspection>;
  /** SHA-256 of each finished page. */
  digests: Map<string, string>;
  /** Client scripts that the pages name, below the output folder. */
  scripts: Set<string>;
}

/** What all pages of a job share. */
interface Site {
  urls: RelativeUrls;
  /** Addresses and anchors, most of which many pages have. */
  pool: TextPool;
  written: WrittenPages;
}

/**
 * Write every page in its final form. That of a document which cannot have changed since the last
 * build is taken over from there, without being rendered.
 */
export async function writePages(job: PageJob): Promise<WrittenPages> {
  const { pages, output, report } = job;
  const files = new Set([...job.files, ...pages.map(({ path }) => path)]);
  const written: WrittenPages = { inspections: new Map(), digests: new Map(), scripts: new Set() };
  const site = { urls: new RelativeUrls(files), pool: new TextPool(), written };
  for (const folder of new Set(pages.map(({ path }) => dirname(join(output, path))))) {
    mkdirSync(folder, { recursive: true });
  }
  for (const [at, page] of pages.entries()) {
    if (!takeUnchanged(page, job, site)) await renderAndWrite(page, job, site);
    report(at + 1, pages.length);
  }
  if (job.address !== null && files.has(MISSING_PAGE)) {
    await rootMissingPage(output, job.address);
    written.inspections.delete(MISSING_PAGE);
    written.digests.delete(MISSING_PAGE);
  }
  return written;
}

/** Take a document's page over without rendering it, where it cannot have changed. */
function takeUnchanged({ path, document }: SitePage, job: PageJob, site: Site): boolean {
  const { former, output, memory, edition } = job;
  const kept = document === null ? undefined : memory.find(path);
  if (document === null || kept === undefined) return false;
  if (job.seals.seal(document, kept.looked) !== kept.seal) return false;
  if (!leadsTo(kept, path, site.urls)) return false;
  const digest = takeOver(join(former, path), join(output, path), kept, edition);
  if (digest === null) return false;
  const taken = { ...kept, digest, edition };
  memory.keep(path, taken);
  note(path, taken, [], site);
  return true;
}

async function renderAndWrite(page: SitePage, job: PageJob, site: Site): Promise<void> {
  const { path, document, isPage, render } = page;
  const { seals, output, profile = NO_PROFILE } = job;
  profile.enter(document === null ? 'others' : 'documents');
  if (document !== null) {
    const { content, looked } = await seals.watch(render);
    profile.enter('finish');
    const seal = seals.seal(document, looked);
    writePage(content, path, seal === null ? null : { seal, looked }, job, site);
    return;
  }
  const content = await render();
  profile.enter('finish');
  if (isPage) writePage(content, path, null, job, site);
  else writeFileSync(join(output, path), content);
}

/** @param from What the page was rendered from; null for a page that is rendered in every build. */
function writePage(
  rendered: Buffer,
  path: string,
  from: Pick<KeptPage, 'seal' | 'looked'> | null,
  { output, memory, assets, edition, policy }: PageJob,
  site: Site,
): void {
  const page = finishPage(rendered, path, site.urls, policy);
  writeFileSync(join(output, path), page.bytes);
  const facts = factsOf(page, sha256(page.bytes), assets);
  if (from !== null && page.isLasting) memory.keep(path, { ...facts, ...from, edition });
  note(path, facts, page.inspection.problems, site);
}

/** Note of a page what the whole is checked by, and nothing that holds its text. */
function note(path: string, facts: PageFacts, problems: Problem[], { pool, written }: Site): void {
  written.digests.set(path, facts.digest);
  written.inspections.set(path, { ...inspectionOf(facts, path, pool), problems });
  for (const script of facts.scripts) written.scripts.add(pool.one(script));
}

/** Whether every file is there that a finished page leads to. */
function leadsTo({ links }: PageFacts, path: string, urls: RelativeUrls): boolean {
  return links.every(
    ([url, use]) => use === 'name' || isExternal(url) || urls.of(url, path)?.isExplicit === true,
  );
}
