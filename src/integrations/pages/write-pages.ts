import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { sha256 } from '../../content/sha256.ts';
import { TextPool } from '../../lib/text/own-text.ts';
import type { Problem } from '../../lib/validation/problem.ts';
import { NO_PROFILE, type Profile } from '../profile/build-profile.ts';
import { rootMissingPage, MISSING_PAGE } from '../relative-links/missing-page.ts';
import { isExternal, splitUrl } from '../relative-links/site-urls.ts';
import type { SitePage } from '../renderer/open-renderer.ts';
import type { Inspection } from '../verify/verify-site.ts';
import type { DocumentSeals } from './document-seals.ts';
import { withoutStamp } from './edition-stamp.ts';
import { factsOf, finishPage } from './finish-page.ts';
import { inspectionOf, takeOver, type KeptPage, type PageMemory } from './page-memory.ts';

/** Where pages are written, and what they are written from. */
export interface PageJob {
  pages: readonly SitePage[];
  output: string;
  /** The published output of the last build. */
  former: string;
  memory: PageMemory;
  /** null renders every page. */
  seals: DocumentSeals | null;
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

/** What is noted while pages are written. */
interface Noted extends WrittenPages {
  /** Addresses and anchors, most of which many pages have. */
  pool: TextPool;
}

/**
 * Write every page in its final form. A page that is what it was in the last build is taken over from
 * there: a document's by its seal, without being rendered; any other when it is rendered as it was.
 */
export async function writePages(job: PageJob): Promise<WrittenPages> {
  const { pages, output, report } = job;
  const files = new Set([...job.files, ...pages.map(({ path }) => path)]);
  const written: Noted = {
    inspections: new Map(),
    digests: new Map(),
    scripts: new Set(),
    pool: new TextPool(),
  };
  for (const folder of new Set(pages.map(({ path }) => dirname(join(output, path))))) {
    mkdirSync(folder, { recursive: true });
  }
  for (const [at, page] of pages.entries()) {
    if (!takeUnchanged(page, job, files, written)) await renderAndWrite(page, job, files, written);
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
function takeUnchanged(
  { path, document }: SitePage,
  job: PageJob,
  files: ReadonlySet<string>,
  written: Noted,
): boolean {
  const kept = job.memory.find(path);
  if (document === null || !kept?.from) return false;
  const seal = job.seals?.seal(document, kept.from.looked) ?? null;
  return seal === kept.from.seal && takeOverPage(kept, path, job, files, written);
}

async function renderAndWrite(
  { path, document, render }: SitePage,
  job: PageJob,
  files: ReadonlySet<string>,
  written: Noted,
): Promise<void> {
  const { seals, output, profile = NO_PROFILE } = job;
  profile.enter(document === null ? 'others' : 'documents');
  if (document === null || seals === null) {
    const content = await render();
    profile.enter('finish');
    if (typeof content === 'string') writePage(content, path, null, job, files, written);
    else writeFileSync(join(output, path), content);
    return;
  }
  const { content, looked } = await seals.watch(render);
  profile.enter('finish');
  const seal = seals.seal(document, looked);
  writePage(String(content), path, seal === null ? null : { seal, looked }, job, files, written);
}

function writePage(
  html: string,
  path: string,
  from: KeptPage['from'],
  job: PageJob,
  files: ReadonlySet<string>,
  written: Noted,
): void {
  const rendered = sha256(withoutStamp(html, job.edition));
  const kept = job.memory.find(path);
  if (kept?.rendered === rendered && takeOverPage({ ...kept, from }, path, job, files, written)) {
    return;
  }
  const page = finishPage(html, path, files, job.policy);
  const bytes = Buffer.from(page.html);
  writeFileSync(join(job.output, path), bytes);
  const facts = {
    ...factsOf(page, sha256(bytes), job.assets),
    rendered,
    edition: job.edition,
    from,
  };
  if (page.isLasting) job.memory.keep(path, facts);
  note(path, facts, page.inspection.problems, written);
}

function takeOverPage(
  kept: KeptPage,
  path: string,
  { former, output, memory, edition }: PageJob,
  files: ReadonlySet<string>,
  written: Noted,
): boolean {
  if (!leadsTo(kept, path, files)) return false;
  const digest = takeOver(join(former, path), join(output, path), kept, edition);
  if (digest === null) return false;
  const taken = { ...kept, digest, edition };
  memory.keep(path, taken);
  note(path, taken, [], written);
  return true;
}

/** Note of a page what the whole is checked by, and nothing that holds its text. */
function note(path: string, facts: KeptPage, problems: Problem[], written: Noted): void {
  written.digests.set(path, facts.digest);
  written.inspections.set(path, { ...inspectionOf(facts, path, written.pool), problems });
  for (const script of facts.scripts) written.scripts.add(written.pool.one(script));
}

/** Whether every file is there that a page leads to. */
function leadsTo({ links }: KeptPage, path: string, files: ReadonlySet<string>): boolean {
  const folder = posix.dirname(path);
  return links.every(([url, use]) => {
    if (use === 'name' || isExternal(url)) return true;
    const target = splitUrl(url).path;
    return target === '' || files.has(posix.join(folder, target));
  });
}
