import type { HtmlElement } from './markup/scan-html.ts';
import { attributeOf, scanHtml } from './markup/scan-html.ts';

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
 * A page that bears the policy: unchanged when it has one, else with the tag put directly after
 * the declaration of its character set, before anything is loaded. A page without that
 * declaration stays as it is, for the verifier to report.
 */
export function ensurePolicy(html: string, policy = CONTENT_SECURITY_POLICY): string {
  const elements = scanHtml(html.slice(0, html.indexOf('</head>')));
  if (elements.some(isPolicyTag)) return html;
  const charset = elements
    .find((element) => element.name === 'meta' && attributeOf(element, 'charset') !== undefined)
    ?.attributes.find(({ name }) => name === 'charset');
  if (!charset) return html;
  const end = html.indexOf('>', charset.end) + 1;
  const tag = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return html.slice(0, end) + tag + html.slice(end);
}
