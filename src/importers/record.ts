import { documentSlug, symbolKey } from '../lib/document/symbol.ts';
import type { DocumentType } from '../lib/document/types.ts';
import { issuedYear } from '../lib/document/naming.ts';
import type { Library, LibraryDocument } from '../lib/library/types.ts';
import { formatRoman, parseRoman } from '../lib/text/numerals.ts';
import { Refusal } from './import-error.ts';
import type { Metadata } from './metadata.ts';
import { sameTitle } from './metadata.ts';

/** A field of which the original says something else than the record. */
export interface RecordDifference {
  field: string;
  record: string;
  original: string;
}

/** The record that a text belongs to, or will have. */
export interface Target {
  slug: string;
  type: DocumentType;
  /** Path below the content folder. */
  path: string;
  /** null: there is no record yet. */
  record: LibraryDocument | null;
}

/**
 * Find the record of a document: by its number and date, or by the slug that the clerk gives.
 *
 * @throws {Refusal} `record-ambiguous` when several records may be meant; `metadata-missing` when
 *   the number, date or type that makes an identity is not known.
 */
export function findTarget(metadata: Metadata, library: Library, slug?: string): Target {
  if (slug !== undefined) {
    const record = library.bySlug.get(slug) ?? null;
    const type = record?.data.type ?? metadata.type;
    if (type === null) throw new Refusal('metadata-missing', { fields: 'type' });
    return { slug, type, path: record?.path ?? `van-ban/${type}/${slug}.mdx`, record };
  }
  const { symbol, issuedDate, type } = metadata;
  if (type === 'hien-phap' && symbol === null && issuedDate !== null)
    return constitution(issuedDate, library);
  if (symbol === null || issuedDate === null || type === null)
    throw new Refusal('metadata-missing', { fields: missingFields(metadata).join(', ') });
  const record = findRecord(symbol, issuedDate, type, library);
  if (record) return { slug: record.slug, type: record.data.type, path: record.path, record };
  const own = newSlug(symbol, issuedDate, type, library);
  return { slug: own, type, path: `van-ban/${type}/${own}.mdx`, record: null };
}

/** A constitution has no number; it is known by its year. */
function constitution(issuedDate: string, library: Library): Target {
  const type = 'hien-phap';
  const record =
    library.documents.find(({ data }) => data.type === type && data.issuedDate === issuedDate) ??
    null;
  const slug = record?.slug ?? `${type}-${issuedDate.slice(0, 4)}`;
  return { slug, type, path: record?.path ?? `van-ban/${type}/${slug}.mdx`, record };
}

/** What is needed and was not found. */
export function missingFields(metadata: Metadata): string[] {
  const fields = ['symbol', 'issuedDate', 'type', 'title', 'issuer'] as const;
  return fields.filter((field) => metadata[field] === null);
}

/** What the original says otherwise than the record; the record stays as it is. */
export function compareRecord(record: LibraryDocument, metadata: Metadata): RecordDifference[] {
  const { data } = record;
  const differences: RecordDifference[] = [];
  const compare = (
    field: string,
    own: string | null | undefined,
    original: string | null,
  ): void => {
    if (own != null && original !== null && own !== original)
      differences.push({ field, record: own, original });
  };
  compare('symbol', data.symbol, metadata.symbol);
  compare('issuedDate', data.issuedDate, metadata.issuedDate);
  compare('type', data.type, metadata.type);
  if (metadata.title !== null && !sameTitle(data.title, metadata.title))
    differences.push({ field: 'title', record: data.title, original: metadata.title });
  if (metadata.issuer && !data.issuer.includes(metadata.issuer.slug))
    differences.push({
      field: 'issuer',
      record: data.issuer.join(', '),
      original: metadata.issuer.slug,
    });
  compare('signer', data.signer?.name, metadata.signer?.name ?? null);
  return differences;
}

/** "Quốc hội khóa XV", from a symbol of the National Assembly. */
export function termOf(symbol: string | null): string | undefined {
  const term = /\/(?:UBTV)?QH(\d+)$/.exec(symbol ?? '')?.[1];
  if (term === undefined) return undefined;
  const roman = formatRoman(Number(term));
  return parseRoman(roman) === null ? undefined : `Quốc hội khóa ${roman}`;
}

function findRecord(
  symbol: string,
  issuedDate: string,
  type: DocumentType,
  library: Library,
): LibraryDocument | null {
  const bearers = library.bearers.get(symbolKey(symbol)) ?? [];
  const sameDay = bearers.filter(({ data }) => data.issuedDate === issuedDate);
  const sameType = sameDay.filter(({ data }) => data.type === type);
  if (sameType.length === 1 || sameDay.length === 1) return sameType[0] ?? sameDay[0] ?? null;
  if (sameDay.length > 1) throw ambiguous(sameDay);
  const year = Number(issuedDate.slice(0, 4));
  const undated = bearers.filter(
    ({ data }) => data.issuedDate === null && [null, year].includes(issuedYear(data)),
  );
  if (undated.length > 1) throw ambiguous(undated);
  return undated[0] ?? null;
}

function ambiguous(records: readonly LibraryDocument[]): Refusal {
  return new Refusal('record-ambiguous', { slugs: records.map(({ slug }) => slug).join(', ') });
}

/** Two documents that would get one name are told apart by the day. */
function newSlug(symbol: string, issuedDate: string, type: DocumentType, library: Library): string {
  const [year = '', month = '', day = ''] = issuedDate.split('-');
  const slug = documentSlug(symbol, Number(year));
  if (!library.bySlug.has(slug)) return slug;
  const dated = `${slug}-${month}${day}`;
  return library.bySlug.has(dated) ? `${slug}-${type}` : dated;
}
