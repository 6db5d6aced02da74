import { scanHtml, type HtmlAttribute, type HtmlElement } from './scan-html.ts';

/**
 * The start tags of a page that an address, a name or a rule of the verifier can depend on.
 *
 * @param page UTF-8.
 * @returns In order, with offsets in bytes. Tags and attributes that {@link isDull} names are left
 *   out. Lines and columns are told only for a page that {@link scanPlainPage} does not read.
 */
export function scanPage(page: Buffer): HtmlElement[] {
  return scanPlainPage(page) ?? inBytes(page.toString('utf8'));
}

/**
 * {@link scanPage} for a page that is written as those of this site are: tags in small letters, values in
 * double quotes, nothing left open within a tag. Never in doubt: whatever else a page holds is left
 * to the tokenizer of the standard, which takes many times as long.
 *
 * @returns null when the page is written in another way.
 */
export function scanPlainPage(page: Buffer): HtmlElement[] | null {
  if (page.includes(0) || page.includes(CARRIAGE_RETURN)) return null;
  const elements: HtmlElement[] = [];
  const { length } = page;
  let at = 0;
  while (at < length) {
    if (page[at] !== LESS) {
      at++;
      continue;
    }
    const next = codeAt(page, at + 1);
    if (isSmall(next)) at = readElement(page, at, elements);
    else if (next === SLASH) at = readEndTag(page, at);
    else if (next === EXCLAMATION) at = readDeclaration(page, at);
    else if (next === QUESTION || isCapital(next)) return null;
    else at++;
    if (at < 0) return null;
  }
  return elements;
}

/**
 * Attributes that nothing depends on but in the tags of {@link TELLING}. Whatever is not named here
 * is looked at.
 */
function isDull(attribute: string): boolean {
  if (attribute.startsWith('data-')) return attribute !== 'data-src' && attribute !== 'data-href';
  return attribute.startsWith('aria-') || DULL.has(attribute);
}

const DULL = new Set(
  'class title lang role tabindex hidden type value for datetime scope checked alt d fill'.split(
    ' ',
  ),
);

/** Tags that rules look at as a whole. */
const TELLING = new Set(['meta', 'link', 'script', 'style']);

/** Elements whose content is text: up to their end tag there is no mark-up. */
const RAW = new Set('script style iframe noembed noframes xmp title textarea'.split(' '));

const NEW_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** Of the byte at an offset; 0 behind the end. */
function codeAt(page: Buffer, at: number): number {
  return page[at] ?? 0;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === NEW_LINE || code === TAB;
}

/** Letters, digits, `-`, `.` and `:`, the first of them a small letter. */
function nameEnd(page: Buffer, start: number): number {
  let end = start;
  if (!isSmall(codeAt(page, end))) return end;
  while (isNamePart(codeAt(page, ++end)));
  return end;
}

function isNamePart(code: number): boolean {
  return isSmall(code) || (code >= 0x2d && code <= 0x3a && code !== SLASH) || isCapital(code);
}

/** A name of tags or attributes that was met before. */
interface Name {
  /** As it was written. */
  written: string;
  /** In small letters, as the standard reads it. */
  text: string;
  isDull: boolean;
}

/** Names by a number made of their bytes: the same few stand on every page. */
const names = new Map<number, Name>();

function nameOf(page: Buffer, start: number, end: number): Name {
  let key = end - start;
  for (let at = start; at < end; at++) key = (Math.imul(key, 31) + codeAt(page, at)) | 0;
  const known = names.get(key);
  if (known !== undefined && isAt(known.written, page, start, end)) return known;
  const written = page.toString('latin1', start, end);
  const text = written.toLowerCase();
  const name = { written, text, isDull: isDull(text) };
  names.set(key, name);
  return name;
}

function isAt(text: string, page: Buffer, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at - start) !== page[at]) return false;
  return true;
}

/** @returns Offset after an end tag; −1 when it is written in another way. */
function readEndTag(page: Buffer, start: number): number {
  const end = nameEnd(page, start + 2);
  return end > start + 2 && page[end] === GREATER ? end + 1 : -1;
}

const DOCTYPE = '<!doctype html>';
const COMMENT = '<!--';

/** @returns Offset after a doctype or a comment; −1 when it is written in another way. */
function readDeclaration(page: Buffer, start: number): number {
  const head = page.toString('latin1', start, start + DOCTYPE.length);
  if (head.toLowerCase() === DOCTYPE) return start + DOCTYPE.length;
  if (!head.startsWith(COMMENT)) return -1;
  const from = start + COMMENT.length;
  const end = page.indexOf('-->', from);
  if (end < 0) return -1;
  // Nothing in it that may begin or end a comment otherwise than it seems.
  return /^[^<>-]+$/.test(page.toString('latin1', from, end)) ? end + 3 : -1;
}

/** Names of the attributes of the tag at hand. */
const borne: string[] = [];

/**
 * Read the start tag at an offset, and the content where it is no mark-up.
 *
 * @returns Offset after it; −1 when it is written in another way.
 */
function readElement(page: Buffer, start: number, to: HtmlElement[]): number {
  let at = nameEnd(page, start + 1);
  const name = nameOf(page, start + 1, at).text;
  const isTelling = TELLING.has(name);
  let attributes: HtmlAttribute[] | null = null;
  borne.length = 0;
  while (page[at] !== GREATER) {
    let begin = at;
    while (isSpace(codeAt(page, begin))) begin++;
    if (page[begin] === SLASH) {
      if (page[begin + 1] !== GREATER) return -1;
      at = begin + 1;
    } else if (page[begin] === GREATER) {
      at = begin;
    } else if (begin === at) {
      return -1;
    } else {
      const end = valueEnd(page, begin);
      if (end < 0) return -1;
      const attribute = nameOf(page, begin, nameEnd(page, begin));
      if (borne.includes(attribute.text)) return -1;
      borne.push(attribute.text);
      if (isTelling || !attribute.isDull) {
        const value = valueOf(page, begin + attribute.text.length, end);
        if (value === null) return -1;
        attributes ??= [];
        attributes.push({ name: attribute.text, value, start: begin, end, line: 1, column: 1 });
      }
      at = end;
    }
  }
  const isRaw = RAW.has(name);
  if (!isTelling && attributes === null) return isRaw ? rawEnd(page, at + 1, name) : at + 1;
  const element = { name, attributes: attributes ?? [], line: 1, column: 1, text: '' };
  to.push(element);
  if (!isRaw) return at + 1;
  const end = rawEnd(page, at + 1, name);
  if (end >= 0) element.text = page.toString('utf8', at + 1, end);
  return end;
}

/** @returns Offset after the attribute at an offset; −1 when it is written in another way. */
function valueEnd(page: Buffer, start: number): number {
  let end = nameEnd(page, start);
  if (end === start) return -1;
  if (page[end] === EQUALS) {
    if (page[end + 1] !== QUOTE) return -1;
    end += 2;
    while (end < page.length && page[end] !== QUOTE) end++;
    end++;
  }
  const after = codeAt(page, end);
  return isSpace(after) || after === GREATER || after === SLASH ? end : -1;
}

/**
 * @param start Where the name ends.
 * @param end Where the attribute ends.
 * @returns null when it holds a reference of another kind than our pages do.
 */
function valueOf(page: Buffer, start: number, end: number): string | null {
  if (end === start) return '';
  let bits = 0;
  let isPlain = true;
  for (let at = start + 2; at < end - 1; at++) {
    const code = codeAt(page, at);
    bits |= code;
    if (code === AMPERSAND) isPlain = false;
  }
  const value =
    bits < 0x80
      ? page.toString('latin1', start + 2, end - 1)
      : page.toString('utf8', start + 2, end - 1);
  return isPlain ? value : resolveReferences(value);
}

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

function resolveReferences(raw: string): string | null {
  for (const [reference] of raw.matchAll(REFERENCE)) {
    if (REFERENCES[reference] === undefined) return null;
  }
  return raw.replace(REFERENCE, (reference) => REFERENCES[reference] ?? reference);
}

/**
 * Where content that is text ends: at the first end tag, which must be the element's own.
 *
 * @returns −1 when it may end elsewhere.
 */
function rawEnd(page: Buffer, start: number, name: string): number {
  const end = page.indexOf('</', start);
  if (end < 0 || page.toString('latin1', end, end + name.length + 3) !== `</${name}>`) return -1;
  return page.subarray(start, end).includes(COMMENT) ? -1 : end;
}

/** Start tags as the standard reads them, with offsets in bytes. */
function inBytes(html: string): HtmlElement[] {
  const elements = scanHtml(html);
  let at = 0;
  let bytes = 0;
  const bytesBefore = (offset: number) => {
    bytes += Buffer.byteLength(html.slice(at, offset));
    at = offset;
    return bytes;
  };
  for (const { attributes } of elements) {
    for (const attribute of [...attributes].sort((a, b) => a.start - b.start)) {
      attribute.start = bytesBefore(attribute.start);
      attribute.end = bytesBefore(attribute.end);
    }
  }
  return elements;
}
