/**
 * Escaping: how official text becomes MDX that can mean nothing but that text.
 */

/**
 * Escape a text for the inside of a block.
 *
 * @param text What the reader is to see, without line breaks.
 * @returns MDX that Markdown, GFM and MDX read back as exactly `text`, provided it does not stand at
 *   the start or end of a line (see {@link escapeLine}).
 * @example escapeInline('mẫu {TS-02}, dưới 2 < 3') // 'mẫu \\{TS-02\\}, dưới 2 \\< 3'
 */
export function escapeInline(text: string): string {
  return MARKUP.test(text) ? text.replace(MARKUP_ALL, String.raw`\$&`) : text;
}

/**
 * Escape a text that fills a line of its own.
 *
 * @example escapeLine('1. Nội dung') // '1\\. Nội dung'
 */
export function escapeLine(text: string): string {
  return escapeLineStart(escapeLineEnd(escapeInline(text)));
}

/**
 * Disarm what Markdown reads at the start of a line: lists, headings, quotes, underlines,
 * indentation, `import` and `export`.
 *
 * @param source A line whose inside is escaped already.
 */
export function escapeLineStart(source: string): string {
  const first = source.charCodeAt(0);
  // Most lines begin with a letter that starts nothing.
  if (source === '' || first > 0x7f || (first >= 0x41 && first <= 0x5a)) return source;
  if (first === SPACE || first === TAB) return reference(source) + source.slice(1);
  if ('-+#>=:'.includes(source.charAt(0))) return `\\${source}`;
  if (/^(?:im|ex)port/.test(source)) return reference(source) + source.slice(1);
  return source.replace(/^(\d+)([.)])(?=[ \t]|$)/, String.raw`$1\$2`);
}

/** Keep a space at the end of a line from being stripped. */
export function escapeLineEnd(source: string): string {
  const last = source.charCodeAt(source.length - 1);
  if (last !== SPACE && last !== TAB) return source;
  return source.slice(0, -1) + reference(source.slice(-1));
}

/** Numeric character reference of the first character. @example reference('import') // '&#105;' */
export function reference(text: string): string {
  return `&#${text.codePointAt(0) ?? 0xfffd};`;
}

/** Escape the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
}

const SPACE = 0x20;
const TAB = 0x09;
/** `:` of `://`, `.` of `www.` and every `@` would make GFM find an address. */
const MARKUP = /[\\`*_{}<[\]~|&$@]|:(?=\/\/)|(?<=www)\./i;
const MARKUP_ALL = new RegExp(MARKUP.source, 'gi');
