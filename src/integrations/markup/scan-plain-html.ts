import type { HtmlAttribute, HtmlElement } from './scan-html.ts';

const DOCTYPE = /<!doctype html>/iy;
const COMMENT = /<!--(?![->])[^<>-]*-->/y;

/** Elements whose content is text: up to their end tag there is no mark-up. */
const RAW = new Set([
  'script',
  'style',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
  'title',
  'textarea',
]);

const REFERENCES: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#38;': '&',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};
/** A reference, or an ampersand that may begin one. */
const REFERENCE = /&(?![ \n\t]|$)(?:[a-z]+;|#\d+;)?/g;

/**
 * Every start tag of a file that is written as the pages of this site are: lower case, values in
 * double quotes, nothing left open within a tag. Ten times as fast as the tokenizer of the standard,
 * and never in doubt: whatever else a file holds is left to that one.
 *
 * @returns What {@link scanHtml} returns, or null when the file is written in another way.
 */
export function scanPlainHtml(html: string): HtmlElement[] | null {
  if (/[\0\r]/.test(html)) return null;
  const lines = new LineCounter(html);
  const elements: HtmlElement[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const next = html.charCodeAt(at + 1);
    if (next === SLASH) {
      const end = nameEnd(html, at + 2);
      if (end === at + 2 || html.charCodeAt(end) !== GREATER) return null;
      at = end + 1;
    } else if (next === EXCLAMATION) {
      at = Math.max(matchEnd(DOCTYPE, html, at), matchEnd(COMMENT, html, at));
      if (at < 0) return null;
    } else if (next === QUESTION || isCapital(next)) {
      return null;
    } else if (isSmall(next)) {
      const end = readElement(html, at, lines, elements);
      if (end < 0) return null;
      at = end;
    } else {
      at++;
    }
  }
  return elements;
}

const SPACE = 0x20;
const NEW_LINE = 0x0a;
const TAB = 0x09;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === NEW_LINE || code === TAB;
}

/** Small letters, digits, `-`, `.` and `:`, the first of them a letter. */
function nameEnd(html: string, start: number): number {
  let end = start;
  if (!isSmall(html.charCodeAt(end))) return end;
  for (let code = html.charCodeAt(++end); isNamePart(code); code = html.charCodeAt(++end));
  return end;
}

function isNamePart(code: number): boolean {
  return isSmall(code) || (code >= 0x2d && code <= 0x3a && code !== SLASH);
}

function skipSpace(html: string, start: number): number {
  let at = start;
  while (isSpace(html.charCodeAt(at))) at++;
  return at;
}

/**
 * Read the start tag at an offset, and the content where it is no mark-up.
 *
 * @returns Offset after it; −1 when it is written in another way.
 */
function readElement(html: string, start: number, lines: LineCounter, to: HtmlElement[]): number {
  let at = nameEnd(html, start + 1);
  const name = html.slice(start + 1, at);
  const attributes: HtmlAttribute[] = [];
  const element = { name, attributes, line: lines.lineOf(start), column: lines.column, text: '' };
  to.push(element);
  while (html.charCodeAt(at) !== GREATER) {
    const begin = skipSpace(html, at);
    if (html.charCodeAt(begin) === SLASH) at = begin + 1;
    else if (html.charCodeAt(begin) === GREATER) at = begin;
    else at = begin === at ? -1 : readAttribute(html, begin, lines, attributes);
    if (at < 0 || (html.charCodeAt(at - 1) === SLASH && html.charCodeAt(at) !== GREATER)) return -1;
  }
  return RAW.has(name) ? readRaw(html, at + 1, element) : at + 1;
}

/** @returns Offset after the attribute; −1 when it is written in another way. */
function readAttribute(
  html: string,
  start: number,
  lines: LineCounter,
  to: HtmlAttribute[],
): number {
  const nameTo = nameEnd(html, start);
  const name = html.slice(start, nameTo);
  if (name === '' || to.some((other) => other.name === name)) return -1;
  let end = nameTo;
  let value: string | null = '';
  if (html.charCodeAt(nameTo) === EQUALS) {
    if (html.charCodeAt(nameTo + 1) !== QUOTE) return -1;
    const close = html.indexOf('"', nameTo + 2);
    if (close < 0) return -1;
    value = resolveReferences(html.slice(nameTo + 2, close));
    end = close + 1;
  }
  const after = html.charCodeAt(end);
  if (value === null || !(isSpace(after) || after === GREATER || after === SLASH)) return -1;
  to.push({ name, value, start, end, line: lines.lineOf(start), column: lines.column });
  return end;
}

/** Read content that is text; it ends at the first end tag, which must be the element's own. */
function readRaw(html: string, start: number, element: HtmlElement): number {
  const close = html.indexOf('</', start);
  element.text = html.slice(start, close);
  const isPlain = html.startsWith(`</${element.name}>`, close) && !element.text.includes('<!--');
  return close >= 0 && isPlain ? close : -1;
}

function resolveReferences(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  for (const [reference] of raw.matchAll(REFERENCE)) {
    if (REFERENCES[reference] === undefined) return null;
  }
  return raw.replace(REFERENCE, (reference) => REFERENCES[reference] ?? reference);
}

/** Offset after a match at an offset, or −1. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Lines and columns of offsets that only grow. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #start = 0;
  #next: number;
  /** Column of the offset asked for last, 1-based. */
  column = 1;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf('\n');
  }

  /** 1-based. */
  lineOf(offset: number): number {
    while (this.#next >= 0 && this.#next < offset) {
      this.#line++;
      this.#start = this.#next + 1;
      this.#next = this.#text.indexOf('\n', this.#start);
    }
    this.column = offset - this.#start + 1;
    return this.#line;
  }
}
