import { DOCUMENT_TYPE_SLUGS, STATUSES } from '../document/types.ts';
import type { DocumentStatus, DocumentType } from '../document/types.ts';
import type { Library, LibraryDocument } from './types.ts';

/** What one edition of the library holds. Namesakes are counted apart, never with the documents. */
export interface Edition {
  /** Date and the first digits of the content's digest. @example '2035-03-09-3f2a9c01' */
  id: string;
  /** SHA-256 of the content, 64 hexadecimal digits; see `digestContent`. */
  contentDigest: string;
  /** `YYYY-MM-DD`; null when no record says when it was checked. */
  date: string | null;
  documents: number;
  namesakes: number;
  /** Types that occur, in the order of the table of types. */
  byType: readonly (readonly [DocumentType, number])[];
  /** Every status, zero included. */
  byStatus: readonly (readonly [DocumentStatus, number])[];
  /** Documents with something still to be verified, in the library's order. */
  unverified: readonly LibraryDocument[];
}

/** Digits of the content's digest in an edition's id. */
const ID_DIGITS = 8;

/**
 * Describe an edition.
 *
 * @param contentDigest SHA-256 of the content that the library was built from, hexadecimal.
 * @param date Day of the edition, `YYYY-MM-DD`; by default the newest day on which a status was
 *   checked. Never the clock: the same content makes the same edition.
 */
export function describeEdition(library: Library, contentDigest: string, date?: string): Edition {
  const documents = library.documents.filter((document) => !document.data.namesake);
  const count = (matches: (document: LibraryDocument) => boolean): number =>
    documents.filter(matches).length;
  const day = date ?? newestCheck(library.documents);
  const digits = contentDigest.slice(0, ID_DIGITS);
  return {
    id: day === null ? digits : `${day}-${digits}`,
    contentDigest,
    date: day,
    documents: documents.length,
    namesakes: library.documents.length - documents.length,
    byType: DOCUMENT_TYPE_SLUGS.map(
      (type) => [type, count(({ data }) => data.type === type)] as const,
    ).filter(([, documentsOfType]) => documentsOfType > 0),
    byStatus: STATUSES.map(
      (status) => [status, count(({ data }) => data.status.value === status)] as const,
    ),
    unverified: documents.filter(isUnverified),
  };
}

/** An edition for other programs: the file `EDITION_FILE` of the site. */
export interface EditionRecord {
  version: 1;
  id: string;
  date: string | null;
  contentDigest: string;
  documents: number;
  namesakes: number;
  byType: Record<string, number>;
  byStatus: Record<string, number>;
  /** Slugs. */
  unverified: string[];
}

/** What {@link describeEdition} found, as data. */
export function editionRecord(edition: Edition): EditionRecord {
  const { id, date, contentDigest, documents, namesakes, byType, byStatus, unverified } = edition;
  return {
    version: 1,
    id,
    date,
    contentDigest,
    documents,
    namesakes,
    byType: Object.fromEntries(byType),
    byStatus: Object.fromEntries(byStatus),
    unverified: unverified.map(({ slug }) => slug),
  };
}

/** Whether a record says itself that something in it is still open. */
export function isUnverified({ data }: LibraryDocument): boolean {
  return (
    data.status.value === 'unknown' ||
    data.confidence === 'low' ||
    Object.values(data.verification).includes('unverified')
  );
}

function newestCheck(documents: readonly LibraryDocument[]): string | null {
  const days = documents.flatMap(({ data }) => data.status.checkedOn ?? []);
  return days.sort().at(-1) ?? null;
}
