import { issuedOn, typeName } from '../document/naming.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { issuerNames } from '../library/successors.ts';

/** An item of CSL-JSON, as reference managers import it. */
export interface CslItem {
  id: string;
  type: 'legislation';
  title: string;
  'title-short'?: string;
  /** Type as printed. @example 'Quyết định' */
  genre: string;
  number?: string;
  /** Issuers, joined by `; `. */
  authority: string;
  jurisdiction: 'VN';
  issued?: { 'date-parts': number[][] };
  keyword?: string;
  language: 'vi';
  note?: string;
}

/**
 * A document for reference managers.
 *
 * @param statusNote What must travel with each citation; '' when there is nothing to say.
 * @returns Without the date where only the day of announcement is known: that is another day.
 */
export function toCsl(document: LibraryDocument, library: Library, statusNote = ''): CslItem {
  const { slug, data } = document;
  const issued = issuedOn(data);
  const topics = data.topics.map((topic) => library.topics.get(topic)?.data.name ?? topic);
  return {
    id: slug,
    type: 'legislation',
    title: data.title,
    ...(data.shortTitle === undefined ? {} : { 'title-short': data.shortTitle }),
    genre: typeName(data),
    ...(data.symbol === null ? {} : { number: data.symbol }),
    authority: issuerNames(library, document).join('; '),
    jurisdiction: 'VN',
    ...(issued === null || issued.precision === 'announced'
      ? {}
      : { issued: { 'date-parts': [issued.machine.split('-').map(Number)] } }),
    ...(topics.length === 0 ? {} : { keyword: topics.join(', ') }),
    language: 'vi',
    ...(statusNote === '' ? {} : { note: statusNote }),
  };
}
