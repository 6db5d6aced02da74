import { parse } from 'parse5';
import { attribute, isElement } from './html/read-html.ts';
import type { HtmlElement, HtmlNode } from './html/read-html.ts';

/**
 * Text of a finished page: all that stands in its `<article>` outside of `[data-chrome]`.
 *
 * @returns null when the page has no article of a document.
 */
export function articleText(html: string): string | null {
  const article = findArticle(parse(html).childNodes);
  return article ? officialText(article) : null;
}

function findArticle(nodes: readonly HtmlNode[]): HtmlElement | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === 'article' && attribute(node, 'data-doc') !== '') return node;
    const inner = findArticle(node.childNodes);
    if (inner) return inner;
  }
  return null;
}

function officialText(element: HtmlElement): string {
  if (element.attrs.some(({ name }) => name === 'data-chrome')) return '';
  return element.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value;
      return isElement(node) ? officialText(node) : '';
    })
    .join('');
}
