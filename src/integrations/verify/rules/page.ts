import { createHash } from 'node:crypto';
import type { Problem } from '../../../lib/validation/problem.ts';
import {
  CONTENT_SECURITY_POLICY,
  isPolicyTag,
  parsePolicy,
} from '../../content-security-policy.ts';
import { findHtmlUrls } from '../../markup/html-urls.ts';
import { attributeOf, type HtmlElement } from '../../markup/scan-html.ts';
import { outputProblem } from '../problems.ts';
import type { FoundUrl } from './targets.ts';

/** Types of `<script>` that hold data and never run. */
const DATA_SCRIPT =
  /^(?!module$|importmap$|speculationrules$|(?:text|application)\/(?:x-)?(?:java|ecma)script)[^\s]+$/i;
const HASH = /^'sha(?:256|384|512)-[A-Za-z0-9+/=]+'$/;
const FETCHING_RELATIONS = /\b(?:manifest|modulepreload)\b/i;

/** Addresses in the attributes of a page. */
export function findPageUrls(path: string, elements: readonly HtmlElement[]): FoundUrl[] {
  const urls: FoundUrl[] = [];
  for (const element of elements) {
    for (const { value, use, attribute } of findHtmlUrls(element)) {
      urls.push({ value, use, path, place: attribute });
    }
  }
  return urls;
}

/** Names in a page that a fragment may lead to. */
export function findAnchors(elements: readonly HtmlElement[]): Set<string> {
  const anchors = new Set<string>();
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    const name = element.name === 'a' ? attributeOf(element, 'name') : undefined;
    if (id !== undefined) anchors.add(id);
    if (name !== undefined) anchors.add(name);
  }
  return anchors;
}

/**
 * What is wrong within one page, its addresses apart.
 *
 * @param policy As strict as which the page's own has to be.
 */
export function checkPage(
  path: string,
  elements: readonly HtmlElement[],
  policy = CONTENT_SECURITY_POLICY,
): Problem[] {
  const hashes = allowedHashes(elements);
  return [
    ...checkPolicy(path, elements, policy),
    ...checkIds(path, elements),
    ...elements
      .filter(mayBreakRule)
      .flatMap((element) => [
        ...checkModule(path, element),
        ...checkInlineScript(path, element, hashes),
        ...checkInlineStyle(path, element, hashes),
        ...checkFetching(path, element),
        ...checkSprite(path, element),
      ]),
  ];
}

/** A tag without attributes can break a rule only by what stands in it. */
function mayBreakRule({ name, attributes }: HtmlElement): boolean {
  return attributes.length > 0 || name === 'script' || name === 'style';
}

/** A policy at least as strict as ours, before the first thing that a page loads. */
function checkPolicy(path: string, elements: readonly HtmlElement[], wanted: string): Problem[] {
  const index = elements.findIndex(isPolicyTag);
  const tag = elements[index];
  if (!tag) return [outputProblem('policy-missing', path)];
  const early = elements.slice(0, index).find(({ name }) => /^(?:script|style|link)$/.test(name));
  if (early) return [outputProblem('policy-late', path, { tag: early.name }, tag)];
  const policy = parsePolicy(attributeOf(tag, 'content') ?? '');
  return [...parsePolicy(wanted)]
    .filter(([name, sources]) => !isAsStrict(policy.get(name), sources))
    .map(([directive]) => outputProblem('policy-loose', path, { directive }, tag));
}

function isAsStrict(sources: readonly string[] | undefined, wanted: readonly string[]): boolean {
  return sources?.every((source) => wanted.includes(source) || HASH.test(source)) ?? false;
}

function checkIds(path: string, elements: readonly HtmlElement[]): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id === undefined) continue;
    if (seen.has(id)) problems.push(outputProblem('duplicate-id', path, { value: id }, element));
    seen.add(id);
  }
  return problems;
}

function checkModule(path: string, element: HtmlElement): Problem[] {
  const isModule =
    element.name === 'script' && attributeOf(element, 'type')?.toLowerCase() === 'module';
  return isModule ? [outputProblem('module-script', path, {}, element)] : [];
}

function checkInlineScript(
  path: string,
  element: HtmlElement,
  hashes: ReadonlySet<string>,
): Problem[] {
  const handler = element.attributes.find(({ name }) => name.startsWith('on'));
  if (handler) return [outputProblem('inline-script', path, { what: handler.name }, handler)];
  const isInline =
    element.name === 'script' &&
    attributeOf(element, 'src') === undefined &&
    !DATA_SCRIPT.test(attributeOf(element, 'type') ?? '');
  if (!isInline || hashes.has(hashSource(element.text))) return [];
  return [outputProblem('inline-script', path, { what: '<script>' }, element)];
}

function checkInlineStyle(
  path: string,
  element: HtmlElement,
  hashes: ReadonlySet<string>,
): Problem[] {
  const attribute = element.attributes.find(({ name }) => name === 'style');
  if (attribute) return [outputProblem('inline-style', path, { what: 'style="…"' }, attribute)];
  if (element.name !== 'style' || hashes.has(hashSource(element.text))) return [];
  return [outputProblem('inline-style', path, { what: '<style>' }, element)];
}

/** Requests that follow the rules of fetch, which file:// does not allow. */
function checkFetching(path: string, element: HtmlElement): Problem[] {
  const found = element.attributes.find(
    ({ name, value }) =>
      name === 'crossorigin' ||
      name === 'integrity' ||
      (element.name === 'link' && name === 'rel' && FETCHING_RELATIONS.test(value)),
  );
  return found ? [outputProblem('cors-request', path, { what: found.name }, found)] : [];
}

/** A symbol from another SVG file has no size on file://. */
function checkSprite(path: string, element: HtmlElement): Problem[] {
  const href = attributeOf(element, 'href') ?? attributeOf(element, 'xlink:href') ?? '#';
  const isSprite = element.name === 'use' && !href.startsWith('#');
  return isSprite ? [outputProblem('external-sprite', path, { url: href }, element)] : [];
}

function allowedHashes(elements: readonly HtmlElement[]): Set<string> {
  const tag = elements.find(isPolicyTag);
  const policy = parsePolicy((tag && attributeOf(tag, 'content')) ?? '');
  return new Set([...policy.values()].flat().filter((source) => HASH.test(source)));
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
