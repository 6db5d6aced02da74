import { formatDay } from './dates.ts';
import type { DocumentData } from './schema.ts';
import { DOCUMENT_TYPES } from './types.ts';

/** The parts of a record that its names are made of. */
type Named = Pick<DocumentData, 'symbol' | 'type' | 'typeName' | 'title' | 'shortTitle'>;

/** The parts of a record that say when it was issued. */
type Dated = Pick<DocumentData, 'symbol' | 'issuedDate' | 'issuedYear' | 'announcedDate'>;

/** Name of the type as printed on the document. @example 'Chương trình hành động' */
export function typeName(data: Pick<DocumentData, 'type' | 'typeName'>): string {
  return data.typeName ?? DOCUMENT_TYPES[data.type].name;
}

/**
 * The shortest exact name: type and number; where the number is not known, the short title.
 *
 * @example documentName(record) // 'Nghị quyết 25-NQ/TW'
 */
export function documentName(data: Named): string {
  return data.symbol === null
    ? (data.shortTitle ?? data.title)
    : `${typeName(data)} ${data.symbol}`;
}

/** Year of issue, or null when it is not known. */
export function issuedYear(data: Dated): number | null {
  if (data.issuedDate !== null) return Number(data.issuedDate.slice(0, 4));
  return data.issuedYear ?? null;
}

/**
 * When the document was issued, as far as it is known.
 *
 * @returns `exact` with `30/7/2021`; `year` with `2016`; `announced` with the day on which it was
 *   made known; null when nothing is known.
 */
export function issuedOn(
  data: Dated,
): { precision: 'exact' | 'year' | 'announced'; text: string; machine: string } | null {
  if (data.issuedDate !== null) {
    return { precision: 'exact', text: formatDay(data.issuedDate), machine: data.issuedDate };
  }
  if (data.announcedDate !== undefined) {
    return {
      precision: 'announced',
      text: formatDay(data.announcedDate),
      machine: data.announcedDate,
    };
  }
  if (data.issuedYear === undefined) return null;
  return { precision: 'year', text: String(data.issuedYear), machine: String(data.issuedYear) };
}
