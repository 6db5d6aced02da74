import { policyEdit } from '../content-security-policy.ts';
import { scanPage } from '../markup/scan-page.ts';
import { applyEdits, relativizePage } from '../relative-links/relativize.ts';
import type { RelativeUrls } from '../relative-links/site-urls.ts';
import { inspectPage, type Inspection } from '../verify/verify-site.ts';
import type { PageFacts } from './page-memory.ts';

/** A page as it is published. */
export interface FinishedPage {
  /** UTF-8. */
  bytes: Buffer;
  /** Its problems are told without their places. */
  inspection: Inspection;
  /** Whether the same page would be the same beside any other files that hold those it names. */
  isLasting: boolean;
}

/**
 * Make the addresses of a page relative, give it the policy, and check it: one scan for all.
 *
 * @param rendered UTF-8.
 * @param path Of the page below the output folder.
 * @param policy Of all pages.
 */
export function finishPage(
  rendered: Buffer,
  path: string,
  urls: RelativeUrls,
  policy: string,
): FinishedPage {
  const elements = scanPage(rendered);
  const { edits, isExplicit } = relativizePage(elements, path, urls);
  const addition = policyEdit(rendered, elements, policy);
  if (addition !== null) edits.push(addition);
  const bytes = applyEdits(
    rendered,
    edits.sort((a, b) => a.start - b.start),
  );
  const inspection = inspectPage(path, bytes, elements, policy);
  return { bytes, inspection, isLasting: isExplicit && inspection.problems.length === 0 };
}

/** What a later build needs to know of a page. */
export function factsOf(
  { bytes, inspection }: FinishedPage,
  digest: string,
  assets: string,
): PageFacts {
  const links = new Map(inspection.urls.map(({ value, use }) => [`${use} ${value}`, [value, use]]));
  return {
    digest,
    links: [...links.values()] as PageFacts['links'],
    anchors: [...(inspection.anchors ?? [])],
    scripts: scriptsIn(bytes, assets),
  };
}

/** Client scripts that a page names anywhere, below the output folder. */
function scriptsIn(page: Buffer, assets: string): string[] {
  const scripts = new Set<string>();
  const start = `${assets}/`;
  for (let at = page.indexOf(start); at >= 0; at = page.indexOf(start, at + 1)) {
    const name = /^[a-z0-9-]+\.[0-9a-f]{8}\.js/.exec(
      page.toString('latin1', at + start.length, at + 80),
    );
    if (name !== null) scripts.add(start + name[0]);
  }
  return [...scripts];
}
