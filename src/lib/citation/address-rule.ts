import { parsePrinted, type PrintedAddress } from '../document/printed.ts';
import type { Tokens } from './tokens.ts';

/** A document or place cited by the address that the library prints: "901-qd-tv-2031#kt-d5". */
export interface AddressedDocument {
  start: number;
  end: number;
  address: PrintedAddress;
}

/** `901-qd-tv-2031#kt-d5` · `(901-qd-tv-2031)` · `…/van-ban/901-qd-tv-2031.html#kt-d5` */
const ADDRESS =
  /(?<![\p{L}\p{N}_#-])([a-z0-9]+(?:-[a-z0-9]+)+)(?:(?<=\/van-ban\/\S*)\.html)?(?:#([a-z][a-z0-9_-]*))?(?![\p{L}\p{N}_#-])/gu;

/** In most texts there is not even this much of an address. */
const HYPHENATED = /[a-z0-9]-[a-z0-9]/;

/**
 * The addresses of a text, by the token at which each begins.
 *
 * A slug alone counts in brackets only, or as the page of a site: elsewhere "901-qd-tv-2031" may be
 * the name of a file.
 *
 * @param slugs Of the library.
 */
export function findAddresses(
  tokens: Tokens,
  slugs: ReadonlySet<string>,
): ReadonlyMap<number, AddressedDocument> {
  const found = new Map<number, AddressedDocument>();
  const { text } = tokens.source;
  if (!HYPHENATED.test(text)) return found;
  let token = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [whole, slug = '', anchor] = match;
    const end = match.index + whole.length;
    const isPage = whole.startsWith(`${slug}.html`);
    const isBracketed = text.charAt(match.index - 1) === '(' && text.charAt(end) === ')';
    if (!slugs.has(slug) || (anchor === undefined && !isPage && !isBracketed)) continue;
    const address = parsePrinted(anchor === undefined ? slug : `${slug}#${anchor}`);
    if (!address) continue;
    while (token < tokens.count && (tokens.starts[token] ?? 0) < match.index) token++;
    const start = token;
    while (token < tokens.count && (tokens.starts[token] ?? 0) < end) token++;
    found.set(start, { start, end: token, address });
  }
  return found;
}
