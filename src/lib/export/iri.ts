/**
 * Identifiers of the exports, after the naming convention of Akoma Ntoso. Addresses of pages are
 * short and frozen; an IRI says in full whose document it is and of which day.
 */
import { symbolSlug } from '../document/symbol.ts';
import type { DocumentType } from '../document/types.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { slugify } from '../text/fold.ts';

/** Types that report or plan and set no rules: `doc` in Akoma Ntoso, where the others are `act`. */
const NOT_PRESCRIPTIVE: ReadonlySet<DocumentType> = new Set([
  'ke-hoach',
  'chuong-trinh',
  'thong-bao',
  'cong-van',
  'bao-cao',
  'de-an',
]);

/** Kind of document in Akoma Ntoso. */
export function aknKind({ data }: LibraryDocument): 'act' | 'doc' {
  return NOT_PRESCRIPTIVE.has(data.type) ? 'doc' : 'act';
}

/**
 * IRI of a document as a work, whatever its text and format.
 *
 * @returns Date: the day of issue, else its year, else `khong-ro`. Number: the folded symbol, else
 *   the slug.
 * @example workIri(library, document) // '/akn/vn/act/quyet-dinh/bct/2021-07-30/23-qd-tw'
 */
export function workIri(library: Library, document: LibraryDocument): string {
  const { slug, data } = document;
  const authors = data.issuer.map((issuer) => issuerToken(library, issuer)).join('-');
  const date = data.issuedDate ?? data.issuedYear?.toString() ?? UNKNOWN_DATE;
  const number = data.symbol === null ? slug : symbolSlug(data.symbol);
  return ['/akn/vn', aknKind(document), data.type, authors, date, number].join('/');
}

/**
 * IRI of the text as it was issued, in Vietnamese: the only expression that the library holds.
 *
 * @example '/akn/vn/act/quyet-dinh/bct/2021-07-30/23-qd-tw/vie@'
 */
export function expressionIri(work: string): string {
  return `${work}/vie@`;
}

/** Stands in an IRI where not even the year of issue is known. */
const UNKNOWN_DATE = 'khong-ro';

/** The issuer's first abbreviation (`BCT` → `bct`), else its slug. */
export function issuerToken(library: Library, slug: string): string {
  const aliases = library.issuers.get(slug)?.data.aliases ?? [];
  const abbreviation = aliases.find((alias) => ABBREVIATION.test(alias));
  return abbreviation === undefined ? slug : slugify(abbreviation);
}

/** `BCT`, `TTg`: one word with two capitals. */
const ABBREVIATION = /^(?=\P{Lu}*\p{Lu}\P{Lu}*\p{Lu})[\p{L}\d]{2,12}$/u;
