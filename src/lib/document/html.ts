/** Text and attributes for HTML that is written as strings. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that HTML reads back as exactly this text, between tags or inside double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * An element.
 *
 * @param attributes Values are escaped; `true` writes the bare name, `null` and `false` leave it out.
 * @param content HTML, already escaped. Null for an element without content, such as `br`.
 * @example element('a', { href: '#d5', 'data-chrome': true }, '#') // '<a href="#d5" data-chrome>#</a>'
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | boolean | null>>,
  content: string | null,
): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === null || value === false) return '';
    return value === true ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`;
  });
  const start = `<${name}${written.join('')}>`;
  return content === null ? start : `${start}${content}</${name}>`;
}
