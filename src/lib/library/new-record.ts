import { stringify } from 'yaml';
import { documentSlug, parseSymbol, symbolKey } from '../document/symbol.ts';
import {
  DOCUMENT_TYPE_SLUGS,
  DOCUMENT_TYPES,
  type DocumentSystem,
  type DocumentType,
} from '../document/types.ts';
import { issuedYear } from '../document/naming.ts';
import type { ContentFile, Library } from './types.ts';

/** What a clerk knows of a document that has no record yet. */
export interface NewRecord {
  /** Printed number in proper form. */
  symbol: string;
  /** `YYYY-MM-DD`. */
  issuedDate: string;
  type: DocumentType;
  system: DocumentSystem;
  title: string;
  /** Slugs of issuers. */
  issuer: readonly string[];
  /** Slugs of topics. */
  topics: readonly string[];
  /** Where all this was seen; null when it is from memory. */
  source: { url: string; title: string } | null;
}

/** Fields of a record that are facts about the document, each to be seen somewhere. */
const FACTS = ['symbol', 'type', 'title', 'issuer', 'issuedDate'] as const;

/** Types whose abbreviation a number bears; a law bears none. @example typesOf('901-QĐ/TV') // ['quyet-dinh', 'quy-dinh'] */
export function typesOf(symbol: string): DocumentType[] {
  const parsed = parseSymbol(symbol);
  if (!parsed) return [];
  if (parsed.typeCode === null) return ['luat', 'bo-luat', 'nghi-quyet'];
  return DOCUMENT_TYPE_SLUGS.filter((type) =>
    (DOCUMENT_TYPES[type].codes as readonly string[]).includes(parsed.typeCode ?? ''),
  );
}

/** Issuers that sign with the abbreviation of a number. */
export function issuersOf(symbol: string, { issuers }: Pick<Library, 'issuers'>): string[] {
  const code = parseSymbol(symbol)?.bodyCode;
  if (code === undefined) return [];
  return [...issuers.values()]
    .filter(({ data }) =>
      data.codes.some((one) => one === code || (one === 'QH' && /^QH\d/.test(code))),
    )
    .map(({ slug }) => slug);
}

/** Records of the same number and day, or of the same number and year where the day is not known. */
export function sameDocuments(
  { symbol, issuedDate }: Pick<NewRecord, 'symbol' | 'issuedDate'>,
  library: Pick<Library, 'bearers'>,
): ContentFile['path'][] {
  const year = Number(issuedDate.slice(0, 4));
  return (library.bearers.get(symbolKey(symbol)) ?? [])
    .filter(({ data }) =>
      data.issuedDate === null
        ? [null, year].includes(issuedYear(data))
        : data.issuedDate === issuedDate,
    )
    .map(({ path }) => path);
}

/**
 * The file of a new record. It says of itself no more than the clerk does: its force is unknown,
 * its text is not there, and what was seen nowhere is unverified.
 *
 * @param taken Slugs that exist; two documents that would get one name are told apart by the day,
 *   then by the type.
 */
export function formatNewRecord(record: NewRecord, taken: ReadonlySet<string>): ContentFile {
  const slug = newSlug(record, taken);
  const { symbol, type, system, title, issuer, issuedDate, topics, source } = record;
  const sources =
    source === null ? [] : [{ id: 's1', ...source, seen: [...FACTS], linkable: false }];
  const seenAt = source === null ? 'unverified' : ['s1'];
  const fields = {
    symbol,
    type,
    system,
    title,
    issuer: issuer.length === 1 ? issuer[0] : issuer,
    issuedDate,
    status: { value: 'unknown' },
    ...(topics.length > 0 ? { topics } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    verification: Object.fromEntries(FACTS.map((field) => [field, seenAt])),
  };
  const yaml = stringify(fields, {
    lineWidth: 0,
    singleQuote: true,
    aliasDuplicateObjects: false,
  });
  return { path: `van-ban/${type}/${slug}.mdx`, text: `---\n${yaml}---\n` };
}

function newSlug(
  { symbol, issuedDate, type }: Pick<NewRecord, 'symbol' | 'issuedDate' | 'type'>,
  taken: ReadonlySet<string>,
): string {
  const [year = '', month = '', day = ''] = issuedDate.split('-');
  const slug = documentSlug(symbol, Number(year));
  if (!taken.has(slug)) return slug;
  const dated = `${slug}-${month}${day}`;
  return taken.has(dated) ? `${slug}-${type}` : dated;
}
