/** XML written as strings. */

/** What XML 1.0 cannot hold, in any form: control characters, lone surrogates, non-characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Text that XML reads back as exactly this text, between tags.
 *
 * @returns What XML cannot hold is replaced by U+FFFD, so that nothing goes without a trace.
 */
export function escapeXml(text: string): string {
  return replaceForbidden(text).replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? '');
}

/** The same within double quotes, where white space needs its code to survive. */
export function escapeXmlAttribute(text: string): string {
  return replaceForbidden(text).replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? '');
}

/**
 * An element.
 *
 * @param attributes Written in this order; `undefined` and `null` are left out.
 * @param content XML, already escaped; empty for an element without content.
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>> = {},
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] != null)
    .map(([key, value]) => ` ${key}="${escapeXmlAttribute(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/**
 * An element that holds elements only, each on a line of its own.
 *
 * @param children Empty strings are left out.
 */
export function xmlBlock(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  children: readonly string[],
): string {
  const lines = children.filter((child) => child !== '');
  return xmlElement(name, attributes, lines.length === 0 ? '' : `\n${lines.join('\n')}\n`);
}

/** An address as `xsd:anyURI` takes it: what may not stand in a URI is percent-encoded. */
export function xmlUri(address: string): string {
  return replaceForbidden(address).replace(
    /[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![\dA-Fa-f]{2})/gu,
    (character) => encodeURIComponent(character),
  );
}

function replaceForbidden(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}
