import type { FieldPath, Place } from '../../library/front-matter.ts';
import { nearest } from '../../text/nearest.ts';
import { errorIn, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';
import { gistSources } from '../tree.ts';

/** What stands for a source where there is none. */
const UNVERIFIED = 'unverified';

/** Sources have ids of their own, every id that is named exists, and none stands idle. */
export const checkSources: Rule = ({ documents, readings }) => {
  const gists = readings.filter(({ collection }) => collection === 'tom-luoc');
  const beside = (slug: string): string[] =>
    gists
      .filter((reading) => reading.slug === slug)
      .flatMap(({ tree }) => gistSources(tree).flatMap(({ sources }) => sources));
  return documents.flatMap((document) => {
    if (!document.isReadable) return [];
    const citations = findCitations(document);
    return [
      ...checkUnique(document),
      ...checkKnown(document, citations),
      ...checkUsed(document, new Set([...citations.map(({ id }) => id), ...beside(document.slug)])),
      ...checkAddresses(document),
    ];
  });
};

/** A place of the record or of the body that names a source. */
interface Citation {
  id: string;
  where: { field: FieldPath } | Place;
}

function findCitations({ record, tree }: CheckedDocument): Citation[] {
  const { status, relations, unplaced, verification } = record;
  const cite = (id: unknown, ...field: FieldPath): Citation[] =>
    typeof id === 'string' ? [{ id, where: { field } }] : [];
  const citeAll = (ids: unknown, ...field: FieldPath): Citation[] =>
    Array.isArray(ids) ? ids.flatMap((id, index) => cite(id, ...field, index)) : [];
  return [
    ...citeAll(status.evidence, 'status', 'evidence'),
    ...relations.flatMap(({ source }, i) => cite(source, 'relations', i, 'source')),
    ...unplaced.flatMap(({ sources }, i) => citeAll(sources, 'unplaced', i, 'sources')),
    ...Object.entries(verification).flatMap(([name, ids]) => citeAll(ids, 'verification', name)),
    ...gistSources(tree).flatMap(({ sources, line }) =>
      sources.map((id) => ({ id, where: { line, column: 1 } })),
    ),
  ];
}

function checkUnique(document: CheckedDocument): Problem[] {
  const { sources } = document.record;
  const find = (key: 'id' | 'url', value: string | undefined) =>
    sources.findIndex((source) => source[key] === value);
  const lineOf = (index: number) => String(document.front.locate(['sources', index]).line);
  return sources.flatMap(({ id, url }, index) => {
    const sameId = find('id', id);
    const sameUrl = find('url', url);
    if (id !== undefined && sameId !== index) {
      const values = { id, line: lineOf(sameId) };
      return [errorIn(document, 'source-id-repeated', { field: ['sources', index, 'id'] }, values)];
    }
    if (url === undefined || sameUrl === index) return [];
    const values = { id: id ?? '', other: sources[sameUrl]?.id ?? '', line: lineOf(sameUrl) };
    return [
      warningIn(document, 'source-url-repeated', { field: ['sources', index, 'url'] }, values),
    ];
  });
}

function checkKnown(document: CheckedDocument, citations: readonly Citation[]): Problem[] {
  const known = document.record.sources.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return citations
    .filter(({ id }) => id !== UNVERIFIED && !known.includes(id))
    .map(({ id, where }) =>
      errorIn(document, 'source-unknown', where, {
        id,
        nearest: nearest(id, known).join(', '),
        known: known.join(', '),
      }),
    );
}

/** A source serves when something names it, or when it says itself what was seen there. */
function checkUsed(document: CheckedDocument, named: ReadonlySet<string>): Problem[] {
  return document.record.sources.flatMap(({ id, seen }, index) => {
    if (id === undefined || named.has(id) || seen.length > 0) return [];
    return [warningIn(document, 'source-unused', { field: ['sources', index, 'id'] }, { id })];
  });
}

/** What readers can follow is a whole web address. */
function checkAddresses(document: CheckedDocument): Problem[] {
  return document.record.sources.flatMap(({ id, url, linkable }, index) => {
    if (!linkable || url === undefined || isWebAddress(url)) return [];
    const values = { id: id ?? '', url };
    return [errorIn(document, 'source-not-linkable', { field: ['sources', index, 'url'] }, values)];
  });
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url) && URL.canParse(url);
}
