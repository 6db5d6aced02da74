import { attributeOf, type HtmlElement } from './markup/scan-html.ts';
import type { PageEdit } from './relative-links/relativize.ts';

/**
 * The policy of every page. It works the same on http and file://, forbids every network request,
 * and allows what search and the checker need: a worker made from a blob.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "connect-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * The policy of pages that search other libraries along.
 *
 * @param sources Folders on other hosts from which scripts are loaded, and nothing else.
 */
export function policyWith(sources: readonly string[]): string {
  return CONTENT_SECURITY_POLICY.replace("script-src 'self'", (own) => [own, ...sources].join(' '));
}

/** Directives of a policy: the first of each name counts, as in browsers. */
export function parsePolicy(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** Whether a start tag is the `<meta>` of a policy. */
export function isPolicyTag(element: HtmlElement): boolean {
  return (
    element.name === 'meta' &&
    attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy'
  );
}

/**
 * What gives a page the policy: directly after the declaration of its character set, before anything
 * is loaded.
 *
 * @param page UTF-8.
 * @param elements Of the page, see `scanPage`; they get the tag of the policy.
 * @returns null for a page that has a policy, and for one without that declaration, which is left
 *   for the verifier to report.
 */
export function policyEdit(
  page: Buffer,
  elements: HtmlElement[],
  policy = CONTENT_SECURITY_POLICY,
): PageEdit | null {
  const end = page.indexOf('</head>');
  const isInHead = ({ attributes: [first] }: HtmlElement) =>
    first !== undefined && first.start < end;
  const head = elements.filter(isInHead);
  if (head.some(isPolicyTag)) return null;
  const declaration = head.find(
    (element) => element.name === 'meta' && attributeOf(element, 'charset') !== undefined,
  );
  const charset = declaration?.attributes.find(({ name }) => name === 'charset');
  if (declaration === undefined || charset === undefined) return null;
  elements.splice(elements.indexOf(declaration) + 1, 0, policyTag(policy));
  const at = page.indexOf('>', charset.end) + 1;
  const text = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return { start: at, end: at, text };
}

function policyTag(policy: string): HtmlElement {
  const place = { start: 0, end: 0, line: 1, column: 1 };
  const attributes = [
    { name: 'http-equiv', value: 'content-security-policy', ...place },
    { name: 'content', value: policy, ...place },
  ];
  return { name: 'meta', attributes, text: '', line: 1, column: 1 };
}
