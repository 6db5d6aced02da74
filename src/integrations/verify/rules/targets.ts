import { posix } from 'node:path';
import type { Problem } from '../../../lib/validation/problem.ts';
import type { UrlUse } from '../../markup/html-urls.ts';
import { MISSING_PAGE } from '../../relative-links/missing-page.ts';
import { isExternal, splitUrl } from '../../relative-links/site-urls.ts';
import { outputProblem, type Place } from '../problems.ts';

/** An address somewhere in the output. */
export interface FoundUrl {
  value: string;
  use: UrlUse;
  /** File that bears it. */
  path: string;
  place: Place;
}

/**
 * Whether an address works from any folder and leads somewhere.
 *
 * @param files All files of the output.
 * @param anchors Names that a fragment may lead to, by page.
 */
export function checkTarget(
  { value, use, path, place }: FoundUrl,
  files: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): Problem[] {
  const report = (rule: string, values: Record<string, string> = {}) => [
    outputProblem(rule, path, { url: value, ...values }, place),
  ];
  if (use === 'name') return [];
  if (/^javascript:/i.test(value)) return report('inline-script', { what: value });
  if (isExternal(value)) return use === 'load' ? report('external-resource') : [];
  // Of a site with a public address; on file:// nothing leads to that page.
  if (value.startsWith('/')) return path === MISSING_PAGE ? [] : report('absolute-url');
  const { path: target, fragment } = splitUrl(value);
  if (target !== '' && !/[^./][^/]*\.[a-z0-9]+$/.test(target)) return report('no-file-name');
  const file = target === '' ? path : posix.join(posix.dirname(path), decode(target));
  if (!files.has(file)) return report('dead-link');
  return hasAnchor(anchors.get(file), fragment) ? [] : report('dead-anchor', { file });
}

/** `#` and `#top` lead to the top of any page; text fragments are for the browser. */
function hasAnchor(names: ReadonlySet<string> | undefined, fragment: string): boolean {
  const name = decode(fragment.slice(1).replace(/:~:.*$/, ''));
  return name === '' || name === 'top' || names === undefined || names.has(name);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
