import { documentName, issuedOn } from '../document/naming.ts';
import type { DocumentRelation, DocumentSource } from '../document/schema.ts';
import { RELATION_KINDS, type RelationKind } from '../document/types.ts';
import type { Library, LibraryDocument } from '../library/types.ts';

/** A document in a diagram. */
export interface FamilyNode {
  /** Slug; of a document without a record its name. */
  key: string;
  name: string;
  /** Null for a document that has no record here. */
  document: LibraryDocument | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as known or as its name says; '' when not. */
  day: string;
}

/** One relation between two documents of a diagram. */
export interface FamilyEdge {
  /** 1-based, in the order of the later documents. */
  number: number;
  /** Keys: the document that states the relation, and the one that it is about. */
  from: string;
  to: string;
  kind: RelationKind;
  relation: DocumentRelation;
  /** Null when the relation is unverified. */
  source: DocumentSource | null;
}

export interface Family {
  /** Oldest first, unknown dates before what names them. */
  nodes: readonly FamilyNode[];
  edges: readonly FamilyEdge[];
}

/** Kinds that put one document in another's place. */
const SUCCESSION: readonly RelationKind[] = ['replaces', 'repeals'];

/** A diagram of more documents can no longer be taken in. */
const MOST_RELATIVES = 14;

/**
 * Slugs of the documents that belong with one: the whole line of what replaced what, back and
 * forth, and what it is directly related to, citations left out.
 *
 * @returns The document itself first; it alone when it has no relation.
 */
export function relativesOf(library: Library, slug: string): string[] {
  const found = new Set([slug]);
  const line = [slug];
  for (let at = line.pop(); at !== undefined; at = line.pop()) {
    for (const next of related(library, at, SUCCESSION)) {
      if (!found.has(next)) line.push(next);
      found.add(next);
    }
  }
  for (const next of related(library, slug, RELATION_KINDS)) found.add(next);
  return [...found];
}

/** Slugs of the documents at the other end of relations, the strongest kinds first. */
function related(library: Library, slug: string, kinds: readonly RelationKind[]): string[] {
  const relations = library.relations.get(slug) ?? [];
  return kinds
    .filter((kind) => kind !== 'cites')
    .flatMap((kind) => relations.filter((one) => one.kind === kind))
    .flatMap(({ other }) => (other === null ? [] : [other.slug]));
}

/**
 * A document among its relatives: its own relations, and what replaced what.
 *
 * @returns At most so many that a diagram can show them; `isWhole` is false when some are left out.
 *   Null when it has no relation to show.
 */
export function familyOf(library: Library, slug: string): (Family & { isWhole: boolean }) | null {
  const all = relativesOf(library, slug);
  const { nodes, edges } = buildFamily(library, all.slice(0, MOST_RELATIVES), [slug]);
  const shown = edges.filter(
    ({ from, to, kind }) => from === slug || to === slug || SUCCESSION.includes(kind),
  );
  const isLinked = (key: string): boolean =>
    shown.some(({ from, to }) => from === key || to === key);
  const linked = nodes.filter(({ key }) => isLinked(key));
  if (linked.length === 0) return null;
  return { nodes: linked, edges: shown, isWhole: all.length <= MOST_RELATIVES };
}

/**
 * Documents with the relations between them, as their records state them.
 *
 * @param slugs Those that the library does not have are left out.
 * @param unrecordedOf Whose relations to documents without a record are all shown; of the others
 *   only what they put an end to.
 */
export function buildFamily(
  library: Library,
  slugs: readonly string[],
  unrecordedOf: readonly string[] = [],
): Family {
  const documents = [...new Set(slugs)].flatMap((slug) => library.bySlug.get(slug) ?? []);
  const nodes = new Map(documents.map((document) => [document.slug, nodeOf(document)]));
  const found: Omit<FamilyEdge, 'number'>[] = [];
  for (const { slug, data } of documents) {
    for (const relation of data.relations) {
      const to = relation.target ?? relation.unrecorded ?? '';
      const isShown =
        relation.target !== undefined
          ? nodes.has(to)
          : SUCCESSION.includes(relation.kind) ||
            (unrecordedOf.includes(slug) && relation.kind !== 'cites');
      if (!isShown) continue;
      if (!nodes.has(to)) nodes.set(to, { key: to, name: to, document: null, day: dayIn(to) });
      const source = data.sources.find(({ id }) => id === relation.source) ?? null;
      found.push({ from: slug, to, kind: relation.kind, relation, source });
    }
  }
  const sorted = sortNodes([...nodes.values()], found);
  const place = new Map(sorted.map(({ key }, at) => [key, at]));
  const edges = found
    .sort((a, b) => (place.get(a.from) ?? 0) - (place.get(b.from) ?? 0))
    .map((edge, at) => ({ number: at + 1, ...edge }));
  return { nodes: sorted, edges };
}

function nodeOf(document: LibraryDocument): FamilyNode {
  const { slug, data } = document;
  return {
    key: slug,
    name: documentName(data),
    document,
    day: issuedOn(data)?.machine ?? '',
  };
}

/** When a document without a record was issued, where its name says so. @example dayIn('Luật số 14/1999/QH10') // '1999' */
function dayIn(name: string): string {
  const [, day, month, year] = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(name) ?? [];
  if (day && month && year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /\/((?:19|20)\d{2})\//.exec(name)?.[1] ?? '';
}

/** By day; a document without one, and one that is dated after what speaks of it, just before that. */
function sortNodes(
  nodes: readonly FamilyNode[],
  edges: readonly Omit<FamilyEdge, 'number'>[],
): FamilyNode[] {
  const days = new Map(nodes.map(({ key, day }) => [key, day]));
  for (const { key, day } of nodes) {
    if (day !== '') continue;
    const later = edges.filter(({ to }) => to === key).map(({ from }) => days.get(from) ?? '');
    days.set(key, later.sort()[0] ?? '');
  }
  const isBefore = (a: FamilyNode, b: FamilyNode): boolean =>
    edges.some(({ from, to }) => from === b.key && to === a.key);
  return [...nodes].sort((a, b) => {
    const [left, right] = [days.get(a.key) ?? '', days.get(b.key) ?? ''];
    if (left !== right) return left < right ? -1 : 1;
    if (isBefore(a, b) !== isBefore(b, a)) return isBefore(a, b) ? -1 : 1;
    return a.key < b.key ? -1 : 1;
  });
}
