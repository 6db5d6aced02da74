import { issuedYear } from '../document/naming.ts';
import {
  DOCUMENT_TYPE_SLUGS,
  STATUSES,
  type DocumentStatus,
  type DocumentType,
} from '../document/types.ts';
import { compareNames, indexByTopic } from './indexes.ts';
import type { Library } from './types.ts';

/** Values by which the documents of a library can be chosen: only those that some document has. */
export interface OccurringValues {
  types: readonly DocumentType[];
  statuses: readonly DocumentStatus[];
  /** In the topics' own order. */
  topics: readonly { slug: string; name: string }[];
  /** By name. */
  issuers: readonly { slug: string; name: string }[];
  /** Years of issue, newest first. */
  years: readonly number[];
}

/** Collect the values that occur, namesakes included: they can be found too. */
export function occurring(library: Library): OccurringValues {
  const records = library.documents.map(({ data }) => data);
  return {
    types: DOCUMENT_TYPE_SLUGS.filter((type) => records.some((data) => data.type === type)),
    statuses: STATUSES.filter((status) => records.some((data) => data.status.value === status)),
    topics: indexByTopic(library).filter((topic) => topic.documents.length > 0),
    issuers: [...library.issuers.values()]
      .filter(({ slug }) => records.some((data) => data.issuer.includes(slug)))
      .map(({ slug, data }) => ({ slug, name: data.name }))
      .sort((a, b) => compareNames(a.name, b.name)),
    years: [...new Set(records.flatMap((data) => issuedYear(data) ?? []))].sort((a, b) => b - a),
  };
}
