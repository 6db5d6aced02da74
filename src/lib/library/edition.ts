import { DOCUMENT_TYPE_SLUGS, STATUSES } from '../document/types.ts';
import type { DocumentStatus, DocumentType } from '../document/types.ts';
import type { Library, LibraryDocument } from './types.ts';

/** What one edition of the library holds. Namesakes are counted apart, never with the documents. */
export interface Edition {
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

/**
 * Describe an edition.
 *
 * @param date Day of the edition, `YYYY-MM-DD`; by default the newest day on which a status was
 *   checked. Never the clock: the same content makes the same edition.
 */
export function describeEdition(library: Library, date?: string): Edition {
  const documents = library.documents.filter((document) => !document.data.namesake);
  const count = (matches: (document: LibraryDocument) => boolean): number =>
    documents.filter(matches).length;
  return {
    date: date ?? newestCheck(library.documents),
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
