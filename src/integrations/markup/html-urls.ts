import { attributeOf, type HtmlAttribute, type HtmlElement } from './scan-html.ts';

/** What a browser does with an address: follow it on request, load it with the page, or nothing. */
export type UrlUse = 'link' | 'load' | 'name';

/** An address in an attribute of a page. */
export interface HtmlUrl {
  value: string;
  use: UrlUse;
  attribute: HtmlAttribute;
}

const LINK_ATTRIBUTES = new Set(['action', 'formaction', 'cite', 'data-href']);
const LOAD_ATTRIBUTES = new Set(['src', 'poster', 'data', 'data-src', 'xlink:href']);
const SET_ATTRIBUTES = new Set(['srcset', 'imagesrcset']);
/** `href` of these is followed when a reader asks for it. */
const LINK_ELEMENTS = new Set(['a', 'area']);
/** Relations of `<link>` that name an address without loading it. */
const NAMING_RELATIONS = new Set(['canonical', 'alternate', 'author', 'license', 'next', 'prev']);

/**
 * Addresses in the attributes of a start tag. `data-src` and `data-href` count too: scripts load
 * what they name.
 */
export function findHtmlUrls(element: HtmlElement): HtmlUrl[] {
  const urls: HtmlUrl[] = [];
  for (const attribute of element.attributes) {
    const use = useOf(element, attribute.name);
    if (use === null) continue;
    const values = SET_ATTRIBUTES.has(attribute.name)
      ? parseSrcset(attribute.value).map(({ url }) => url)
      : [attribute.value.trim()];
    for (const value of values) urls.push({ value, use, attribute });
  }
  return urls;
}

/**
 * Value of an attribute with each of its addresses replaced.
 *
 * @param replace Gives the new address, or the same one.
 */
export function replaceUrls(attribute: HtmlAttribute, replace: (url: string) => string): string {
  if (!SET_ATTRIBUTES.has(attribute.name)) return replace(attribute.value.trim());
  return parseSrcset(attribute.value)
    .map(({ url, descriptor }) => `${replace(url)}${descriptor ? ` ${descriptor}` : ''}`)
    .join(', ');
}

function useOf(element: HtmlElement, attribute: string): UrlUse | null {
  if (LOAD_ATTRIBUTES.has(attribute) || SET_ATTRIBUTES.has(attribute)) return 'load';
  if (LINK_ATTRIBUTES.has(attribute)) return 'link';
  if (attribute !== 'href') return null;
  if (LINK_ELEMENTS.has(element.name)) return 'link';
  if (element.name !== 'link') return 'load';
  const relations = (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  return relations.some((relation) => NAMING_RELATIONS.has(relation)) &&
    !relations.includes('stylesheet')
    ? 'name'
    : 'load';
}

function parseSrcset(value: string): { url: string; descriptor: string }[] {
  return [...value.matchAll(/\s*,*\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([^,]+))?\s*(?:,|$)/g)].map(
    ([, url = '', descriptor = '']) => ({ url, descriptor: descriptor.trim() }),
  );
}
