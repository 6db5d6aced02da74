import { findCssUrls } from '../markup/scan-css.ts';
import type { HtmlAttribute, HtmlElement } from '../markup/scan-html.ts';
import { scanPage } from '../markup/scan-page.ts';
import { findHtmlUrls, replaceUrls } from '../markup/html-urls.ts';
import { isExternal, type RelativeUrls } from './site-urls.ts';

/** Bytes to put in the place of others; offsets are bytes, end exclusive. */
export interface PageEdit {
  start: number;
  end: number;
  text: string;
}

/** What makes the addresses of a page relative. */
export interface RelativeEdits {
  edits: PageEdit[];
  /** Whether each address named its file in full, so that no other file could take its place. */
  isExplicit: boolean;
}

/**
 * Make every address of a page that leads inside the site relative, so that it works from any
 * folder. Canonical addresses stay; an address without a target stays, for the verifier to report.
 *
 * @param elements Of the page; their attributes get the new values.
 * @param file Path of the page below the output folder.
 */
export function relativizePage(
  elements: readonly HtmlElement[],
  file: string,
  urls: RelativeUrls,
): RelativeEdits {
  let isExplicit = true;
  const edits = replaceAll(elements, (url) => {
    if (isLeftAlone(url)) return url;
    const relative = urls.of(url, file);
    if (relative?.isExplicit !== true) isExplicit = false;
    return relative === null ? url : relative.url;
  });
  return { edits, isExplicit };
}

/**
 * A page with each address in its attributes replaced; everything else stays byte for byte.
 * Addresses that only name a page, such as the canonical one, are left alone.
 *
 * @param page UTF-8.
 * @param replace Gives the new address, or the same one.
 */
export function editUrls(page: Buffer, replace: (url: string) => string): Buffer {
  return applyEdits(page, replaceAll(scanPage(page), replace));
}

/**
 * @param page UTF-8.
 * @param edits In order, not overlapping.
 */
export function applyEdits(page: Buffer, edits: readonly PageEdit[]): Buffer {
  // Counting the bytes of each text takes longer than leaving room for the most that it may have.
  const room = edits.reduce((sum, { text }) => sum + 3 * text.length, page.length);
  const edited = Buffer.allocUnsafe(room);
  let read = 0;
  let written = 0;
  for (const { start, end, text } of edits) {
    written += page.copy(edited, written, read, start);
    written += edited.write(text, written);
    read = end;
  }
  written += page.copy(edited, written, read);
  return edited.subarray(0, written);
}

/** @param elements Of the page; their attributes get the new values. */
function replaceAll(
  elements: readonly HtmlElement[],
  replace: (url: string) => string,
): PageEdit[] {
  const edits: PageEdit[] = [];
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
  return edits;
}

/** A style sheet with every address inside the site made relative to the style sheet. */
export function relativizeCss(css: string, file: string, urls: RelativeUrls): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { value, start, end } of findCssUrls(css)) {
    const url = isLeftAlone(value) ? value : (urls.of(value, file)?.url ?? value);
    pieces.push(css.slice(done, start), url === value ? css.slice(start, end) : `url("${url}")`);
    done = end;
  }
  return pieces.join('') + css.slice(done);
}

/** Whether an address leads out of the site or to a place of the file itself. */
function isLeftAlone(url: string): boolean {
  return url === '' || url.startsWith('#') || isExternal(url);
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
