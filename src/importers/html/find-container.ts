import type { DefaultTreeAdapterTypes } from 'parse5';
import { isDropped } from './block-walker.ts';
import { attribute, isElement, visibleText } from './read-html.ts';
import type { HtmlElement } from './read-html.ts';

/** Parts in which portals of law put the text, by id (#) or class (.), innermost first. */
const KNOWN = [
  '.content1',
  '#divContentDoc',
  '#toanvancontent',
  '.toanvancontent',
  '.fulltext',
  '#fulltext',
  '.noidungvanban',
  '.vbContent',
  '.the-article-body',
];

const LEAST_TEXT = 300;

/**
 * The part of a page that holds the document: the one the clerk names, one that portals use, or the
 * smallest one that holds nearly all units.
 *
 * @returns null when the page has no such part.
 */
export function findContainer(
  document: DefaultTreeAdapterTypes.Document,
  selector?: string,
): HtmlElement | null {
  const body = findAll(document, ({ tagName }) => tagName === 'body')[0];
  if (!body) return null;
  if (selector !== undefined) return bySelector(body, selector);
  for (const known of KNOWN) {
    const found = bySelector(body, known);
    if (found && visibleText(found).length > LEAST_TEXT) return found;
  }
  return smallestWithUnits(body);
}

function bySelector(body: HtmlElement, selector: string): HtmlElement | null {
  const name = selector.replace(/^[#.]/, '');
  const matches = (element: HtmlElement): boolean =>
    (!selector.startsWith('.') && attribute(element, 'id') === name) ||
    (!selector.startsWith('#') && attribute(element, 'class').split(/\s+/).includes(name)) ||
    element.tagName === selector;
  const found = findAll(body, matches);
  const weight = (element: HtmlElement): number => {
    const { units, chars } = countUnits(visibleText(element));
    return units * 1e9 + chars;
  };
  return found.sort((a, b) => weight(b) - weight(a))[0] ?? null;
}

/** Go down as long as one child holds nearly all of the units. */
function smallestWithUnits(body: HtmlElement): HtmlElement | null {
  const total = countUnits(visibleText(body));
  if (total.units === 0 && total.chars < LEAST_TEXT) return null;
  let container = body;
  for (let at = body; ;) {
    const inner = at.childNodes.filter(isElement).find((child) => {
      if (isDropped(child) || /^(?:p|span|h\d)$/.test(child.tagName)) return false;
      const { units, chars } = countUnits(visibleText(child));
      return units >= total.units * 0.75 && (units > 0 || chars > total.chars * 0.8);
    });
    if (!inner || losesEdges(at, inner)) return container;
    at = inner;
    // A page laid out by tables has its text in a cell; a row or table itself is no part of a page.
    if (!/^(?:table|tbody|thead|tr)$/.test(at.tagName)) container = at;
  }
}

/**
 * Whether the letter-head or the signature stands beside a part that holds nearly all units, and
 * beside it nothing that leads elsewhere, as the furniture of a site does.
 */
function losesEdges(outer: HtmlElement, inner: HtmlElement): boolean {
  const { heads, ends } = countUnits(visibleText(outer));
  const kept = countUnits(visibleText(inner));
  if (heads === kept.heads && ends === kept.ends) return false;
  const beside = outer.childNodes.filter((child) => isElement(child) && child !== inner);
  return !beside.some((child) => isElement(child) && (isSite(child) || hasBelow(child, isSite)));
}

function isSite(element: HtmlElement): boolean {
  const { tagName } = element;
  if (tagName === 'a') return attribute(element, 'href') !== '';
  return /^(?:nav|header|footer|aside|form)$/.test(tagName);
}

function hasBelow(root: HtmlElement, test: (element: HtmlElement) => boolean): boolean {
  return findAll(root, test).length > 0;
}

interface UnitCount {
  /** Units, a letter-head and an end, which weigh more. */
  units: number;
  heads: number;
  ends: number;
  chars: number;
}

function countUnits(text: string): UnitCount {
  const heads = /CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM/.test(text) ? 1 : 0;
  const ends = /Nơi nhận|thông qua ngày|\(Đã ký\)/i.test(text) ? 1 : 0;
  const units = text.match(/(?:^|[\n.;:”])\s*Điều\s+\d+\s*[.:]/gm)?.length ?? 0;
  return { units: units + heads * 2 + ends, heads, ends, chars: text.length };
}

function findAll(
  root: DefaultTreeAdapterTypes.Document | HtmlElement,
  test: (element: HtmlElement) => boolean,
): HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Document | HtmlElement): void => {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      if (test(child)) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}
