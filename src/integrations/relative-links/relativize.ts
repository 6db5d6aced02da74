import { findCssUrls } from '../markup/scan-css.ts';
import { scanHtml, type HtmlAttribute, type HtmlElement } from '../markup/scan-html.ts';
import { findHtmlUrls, replaceUrls } from '../markup/html-urls.ts';
import { formatRelativeUrl, isExternal, resolveUrl } from './site-urls.ts';

/** A page with its addresses made relative, and what stands in it then. */
export interface RelativePage {
  html: string;
  /** Its start tags with the new values; places and offsets are those of the page as it was. */
  elements: HtmlElement[];
  /** Whether each address named its file in full, so that no other file could take its place. */
  isExplicit: boolean;
}

/**
 * A page with every address inside the site made relative, so that it works from any folder.
 * Canonical addresses stay; an address without a target stays, for the verifier to report.
 *
 * @param file Path of the page below the output folder.
 * @param files All files of the output.
 */
export function relativizeHtml(
  html: string,
  file: string,
  files: ReadonlySet<string>,
): RelativePage {
  const elements = scanHtml(html);
  let isExplicit = true;
  const edited = editElements(html, elements, (url) => {
    if (isLeftAlone(url)) return url;
    const target = resolveUrl(url, file, files);
    if (target?.isExplicit !== true) isExplicit = false;
    return target ? formatRelativeUrl(file, target) : url;
  });
  return { html: edited, elements, isExplicit };
}

/**
 * A page with each address in its attributes replaced; everything else stays character for
 * character. Addresses that only name a page, such as the canonical one, are left alone.
 *
 * @param replace Gives the new address, or the same one.
 */
export function editUrls(html: string, replace: (url: string) => string): string {
  return editElements(html, scanHtml(html), replace);
}

/** @param elements Of the page; their attributes get the new values. */
function editElements(
  html: string,
  elements: readonly HtmlElement[],
  replace: (url: string) => string,
): string {
  const edits: Edit[] = [];
  for (const element of elements) {
    const attributes = new Set<HtmlAttribute>();
    for (const { use, attribute } of findHtmlUrls(element)) {
      if (use !== 'name') attributes.add(attribute);
    }
    for (const attribute of attributes) {
      const value = replaceUrls(attribute, replace);
      if (value === attribute.value) continue;
      attribute.value = value;
      const { name, start, end } = attribute;
      edits.push({ start, end, text: `${name}="${escapeAttribute(value)}"` });
    }
  }
  return applyEdits(html, edits);
}

/** A style sheet with every address inside the site made relative to the style sheet. */
export function relativizeCss(css: string, file: string, files: ReadonlySet<string>): string {
  const edits = findCssUrls(css).map(({ value, start, end }) => {
    const url = relativeUrl(value, file, files);
    return { start, end, text: url === value ? css.slice(start, end) : `url("${url}")` };
  });
  return applyEdits(css, edits);
}

function relativeUrl(url: string, file: string, files: ReadonlySet<string>): string {
  if (isLeftAlone(url)) return url;
  const target = resolveUrl(url, file, files);
  return target ? formatRelativeUrl(file, target) : url;
}

/** Whether an address leads out of the site or to a place of the file itself. */
function isLeftAlone(url: string): boolean {
  return url === '' || url.startsWith('#') || isExternal(url);
}

/** A piece of text to put in the place of another; offsets are UTF-16 units, end exclusive. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = 0;
  const pieces: string[] = [];
  for (const edit of edits) {
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return pieces.join('') + text.slice(done);
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
