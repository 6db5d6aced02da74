import { findCssUrls } from '../markup/scan-css.ts';
import { scanHtml, type HtmlAttribute } from '../markup/scan-html.ts';
import { findHtmlUrls, replaceUrls } from '../markup/html-urls.ts';
import { formatRelativeUrl, isExternal, resolveUrl } from './site-urls.ts';

/**
 * A page with every address inside the site made relative, so that it works from any folder.
 * Canonical addresses stay; an address without a target stays, for the verifier to report.
 *
 * @param file Path of the page below the output folder.
 * @param files All files of the output.
 */
export function relativizeHtml(html: string, file: string, files: ReadonlySet<string>): string {
  return editUrls(html, (url) => relativeUrl(url, file, files));
}

/**
 * A page with each address in its attributes replaced; everything else stays character for
 * character. Addresses that only name a page, such as the canonical one, are left alone.
 *
 * @param replace Gives the new address, or the same one.
 */
export function editUrls(html: string, replace: (url: string) => string): string {
  const edits: Edit[] = [];
  for (const element of scanHtml(html)) {
    const attributes = new Set<HtmlAttribute>();
    for (const { use, attribute } of findHtmlUrls(element)) {
      if (use !== 'name') attributes.add(attribute);
    }
    for (const attribute of attributes) {
      const value = replaceUrls(attribute, replace);
      if (value === attribute.value) continue;
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
  if (url === '' || url.startsWith('#') || isExternal(url)) return url;
  const target = resolveUrl(url, file, files);
  return target ? formatRelativeUrl(file, target) : url;
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
