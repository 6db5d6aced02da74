import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { rootMissingPage, MISSING_PAGE } from '../relative-links/missing-page.ts';
import { isExternal, splitUrl } from '../relative-links/site-urls.ts';
import type { SitePage } from '../renderer/open-renderer.ts';
import type { Inspection } from '../verify/verify-site.ts';
import { factsOf, finishPage } from './finish-page.ts';
import { inspectionOf, sha256, takeOver, type KeptPage, type PageMemory } from './page-memory.ts';

/** Where pages are written, and what they are written from. */
export interface PageJob {
  pages: readonly SitePage[];
  output: string;
  /** The published output of the last build. */
  former: string;
  memory: PageMemory;
  /** All files that the output will hold, but for the pages. */
  files: Iterable<string>;
  /** Folder of scripts below the output folder. */
  assets: string;
  /** Public address of the site. */
  address: string | null;
  /** Told after each page. */
  report: (done: number, total: number) => void;
}

/** What is known of the pages that were written, by path. */
export interface WrittenPages {
  inspections: Map<string, Inspection>;
  /** SHA-256 of each finished page. */
  digests: Map<string, string>;
  /** Client scripts that the pages name, below the output folder. */
  scripts: Set<string>;
}

/**
 * Write every page in its final form. A page that is rendered as it was in the last build is taken
 * over from there.
 */
export async function writePages(job: PageJob): Promise<WrittenPages> {
  const { pages, output, report } = job;
  const files = new Set([...job.files, ...pages.map(({ path }) => path)]);
  const written: WrittenPages = { inspections: new Map(), digests: new Map(), scripts: new Set() };
  for (const folder of new Set(pages.map(({ path }) => dirname(join(output, path))))) {
    mkdirSync(folder, { recursive: true });
  }
  for (const [at, { path, render }] of pages.entries()) {
    const content = await render();
    if (typeof content === 'string') writePage(content, path, job, files, written);
    else writeFileSync(join(output, path), content);
    report(at + 1, pages.length);
  }
  if (job.address !== null && files.has(MISSING_PAGE)) {
    await rootMissingPage(output, job.address);
    written.inspections.delete(MISSING_PAGE);
    written.digests.delete(MISSING_PAGE);
  }
  return written;
}

function writePage(
  html: string,
  path: string,
  { memory, former, output, assets }: PageJob,
  files: ReadonlySet<string>,
  written: WrittenPages,
): void {
  const rendered = sha256(html);
  const file = join(output, path);
  const kept = memory.find(path, rendered);
  if (kept && leadsTo(kept, path, files) && takeOver(join(former, path), file, kept.digest)) {
    memory.keep(path, kept);
    note(kept, inspectionOf(kept, path));
    return;
  }
  const page = finishPage(html, path, files);
  const bytes = Buffer.from(page.html);
  writeFileSync(file, bytes);
  const facts = { ...factsOf(page, sha256(bytes), assets), rendered };
  if (page.isLasting) memory.keep(path, facts);
  note(facts, page.inspection);

  function note({ digest, scripts }: KeptPage, inspection: Inspection): void {
    written.digests.set(path, digest);
    written.inspections.set(path, inspection);
    for (const script of scripts) written.scripts.add(script);
  }
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
