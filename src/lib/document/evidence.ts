import type { DocumentData, DocumentSource } from './schema.ts';

/** A source with its place in the document's list, by which the page names it. */
export interface NumberedSource extends DocumentSource {
  /** 1-based. */
  number: number;
}

/** What a fact of the record rests on. */
export interface Evidence {
  /**
   * - `seen`: read in the sources.
   * - `inferred`: concluded, not read anywhere.
   * - `unverified`: neither.
   */
  kind: 'seen' | 'inferred' | 'unverified';
  /** Where it was read, or what was consulted. */
  sources: NumberedSource[];
  /** What it was read or concluded from, in our words, when that is recorded. */
  how: string | null;
}

/** Words before the colon of a remark, and what they mean. */
const REMARKS = {
  stated: 'seen',
  inferred: 'inferred',
  unknown: 'unverified',
  unverified: 'unverified',
} as const satisfies Record<string, Evidence['kind']>;

/** The sources of a document, numbered as the page lists them. */
export function numberSources({ sources }: Pick<DocumentData, 'sources'>): NumberedSource[] {
  return sources.map((source, index) => ({ ...source, number: index + 1 }));
}

/**
 * Sources of a document by their ids, in the order of its list.
 *
 * @param ids Ids that name no source, such as `unverified`, are left out.
 */
export function sourcesById(data: DocumentData, ids: readonly string[]): NumberedSource[] {
  return numberSources(data).filter(({ id }) => ids.includes(id));
}

/**
 * What a field of a record rests on: what `verification` says of it, else the sources that list it
 * as seen.
 *
 * @param field Name of the field. @example 'issuedDate'
 * @returns `unverified` when neither says anything. The term of the issuing body counts as seen
 *   where the title was, when the title names it.
 */
export function fieldEvidence(data: DocumentData, field: string): Evidence {
  const stated = data.verification[field];
  if (typeof stated === 'string') return remark(stated);
  const ids = stated ?? idsOfSeen(data, field);
  const sources = sourcesById(data, ids);
  if (sources.length > 0) return { kind: 'seen', sources, how: null };
  const isInTitle = field === 'term' && data.term !== null && data.title.includes(data.term);
  return isInTitle ? fieldEvidence(data, 'title') : { kind: 'unverified', sources, how: null };
}

/** What the document's status rests on. */
export function statusEvidence(data: DocumentData): Evidence {
  const { evidence, basis } = data.status;
  const sources = sourcesById(data, evidence);
  if (basis !== undefined) return remark(basis, sources);
  return sources.length > 0 ? { kind: 'seen', sources, how: null } : fieldEvidence(data, 'status');
}

function idsOfSeen(data: DocumentData, field: string): string[] {
  return data.sources.filter(({ seen }) => seen.includes(field)).map(({ id }) => id);
}

/** `unverified`, `inferred: …`, `stated: …`, or a sentence of its own, which is a conclusion. */
function remark(text: string, sources: NumberedSource[] = []): Evidence {
  const [, word = '', rest = ''] = /^([a-z]+)(?::\s*(.*))?$/su.exec(text) ?? [];
  if (!Object.hasOwn(REMARKS, word)) return { kind: 'inferred', sources, how: text };
  return { kind: REMARKS[word as keyof typeof REMARKS], sources, how: rest === '' ? null : rest };
}
