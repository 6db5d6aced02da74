import { ensurePolicy } from '../content-security-policy.ts';
import { relativizeHtml } from '../relative-links/relativize.ts';
import { inspectPage, type Inspection } from '../verify/verify-site.ts';
import type { PageFacts } from './page-memory.ts';

/** A page as it is published. */
export interface FinishedPage {
  html: string;
  /** Places of problems are those of the page before its addresses were made relative. */
  inspection: Inspection;
  /** Whether the same page would be the same beside any other files that hold those it names. */
  isLasting: boolean;
}

/**
 * Make the addresses of a page relative, give it the policy, and check it: one scan for all.
 *
 * @param files All files of the output.
 * @param policy Of all pages.
 */
export function finishPage(
  rendered: string,
  path: string,
  files: ReadonlySet<string>,
  policy: string,
): FinishedPage {
  const whole = ensurePolicy(rendered, policy);
  const { html, elements, isExplicit } = relativizeHtml(whole, path, files);
  const inspection = inspectPage(path, html, elements, policy);
  return { html, inspection, isLasting: isExplicit && inspection.problems.length === 0 };
}

/** What a later build needs to know of a page. */
export function factsOf(
  { html, inspection }: FinishedPage,
  digest: string,
  assets: string,
): PageFacts {
  const links = new Map(inspection.urls.map(({ value, use }) => [`${use} ${value}`, [value, use]]));
  return {
    digest,
    links: [...links.values()] as PageFacts['links'],
    anchors: [...(inspection.anchors ?? [])],
    scripts: scriptsIn(html, assets),
  };
}

/** Client scripts that a page names anywhere, below the output folder. */
function scriptsIn(html: string, assets: string): string[] {
  const scripts = new Set<string>();
  const start = `${assets}/`;
  for (let at = html.indexOf(start); at >= 0; at = html.indexOf(start, at + 1)) {
    const name = /^[a-z0-9-]+\.[0-9a-f]{8}\.js/.exec(html.slice(at + start.length, at + 80))?.[0];
    if (name !== undefined) scripts.add(start + name);
  }
  return [...scripts];
}
