import { NOTHING_RETIRED } from '../anchors/lock.ts';
import type { DocumentData, IssuerData, NotionData } from '../document/schema.ts';
import type { RelationKind } from '../document/types.ts';
import { makeOnce } from '../library/derived.ts';
import { outlineUnits, treeOfUnits, type Outline } from '../library/outline.ts';
import type { Entry, Library, LibraryDocument, ResolvedRelation } from '../library/types.ts';

/** What the citation engine needs of a library, as JSON: no texts, no sources, no notes. */
export interface PortableLibrary {
  documents: PortableDocument[];
  issuers: [slug: string, data: IssuerData][];
  notions: PortableNotion[];
}

type PortableNotion = [slug: string, data: Omit<NotionData, 'grounds'>];

export interface PortableDocument {
  slug: string;
  data: DocumentData;
  units: Outline;
  relations: [kind: RelationKind, direction: ResolvedRelation['direction'], other: number][];
}

/**
 * Take from a library what checking citations needs.
 *
 * @returns Plain JSON, not to be changed. `buildCitationIndex(reviveLibrary(of it))` judges every text as the index of
 *   the library itself does.
 */
export function narrowLibrary(library: Library): PortableLibrary {
  return makeOnce(library, 'portable', () => narrow(library));
}

function narrow(library: Library): PortableLibrary {
  const places = new Map(library.documents.map(({ slug }, place) => [slug, place]));
  return {
    documents: library.documents.map((document) => ({
      slug: document.slug,
      data: narrowData(document.data),
      units: outlineUnits(document.tree),
      relations: (library.relations.get(document.slug) ?? []).map(({ kind, direction, other }) => [
        kind,
        direction,
        places.get(other?.slug ?? '') ?? -1,
      ]),
    })),
    issuers: [...library.issuers.values()].map(({ slug, data }) => [slug, data]),
    notions: [...library.notions.values()].map(narrowNotion),
  };
}

function narrowNotion({ slug, data }: Entry<NotionData>): PortableNotion {
  const { name, aliases, meaning, since, order } = data;
  return [slug, { name, aliases, meaning, since, order }];
}

/** The inverse of {@link narrowLibrary}, as far as citations go: units have no text. */
export function reviveLibrary({ documents, issuers, notions }: PortableLibrary): Library {
  const revived = documents.map(({ slug, data, units }): LibraryDocument => {
    const tree = treeOfUnits(units);
    return { slug, path: '', data, body: '', tree, retired: NOTHING_RETIRED };
  });
  const relations = documents.map(({ slug, relations: known }) => {
    const resolved = known.map(([kind, direction, other]): ResolvedRelation => ({
      kind,
      direction,
      other: revived[other] ?? null,
      affects: [],
      source: '',
    }));
    return [slug, resolved] as const;
  });
  return {
    documents: revived,
    bySlug: new Map(revived.map((document) => [document.slug, document])),
    issuers: reviveEntries(issuers),
    topics: new Map(),
    terms: new Map(),
    notions: reviveEntries(notions.map(([slug, data]) => [slug, { ...data, grounds: [] }])),
    lessons: new Map(),
    pages: new Map(),
    bearers: new Map(),
    relations: new Map(relations),
    anchorLock: null,
    citationFixes: new Map(),
    concordances: new Map(),
    timelines: new Map(),
  };
}

function reviveEntries<T>(
  entries: readonly (readonly [slug: string, data: T])[],
): Map<string, Entry<T>> {
  return new Map(entries.map(([slug, data]) => [slug, { slug, path: '', body: '', data }]));
}

/** A record without what only its page shows. */
function narrowData(data: DocumentData): DocumentData {
  const { issuer, type, system, symbol, title, term, issuedDate, issuedWith } = data;
  const { state, complete, structure } = data.text;
  const { value, checkedOn } = data.status;
  const text = { state, complete, ...(structure === undefined ? {} : { structure }) };
  return {
    ...optional(data, ['typeName', 'shortTitle', 'issuedYear', 'announcedDate']),
    ...{ issuer, type, system, symbol, title, term, issuedDate, issuedWith, text },
    aliases: data.aliases,
    effectiveFrom: data.effectiveFrom,
    effectiveTo: data.effectiveTo,
    tier: data.tier,
    namesake: data.namesake,
    status: { value, evidence: [], ...(checkedOn === undefined ? {} : { checkedOn }) },
    verification: Object.fromEntries(
      Object.entries(data.verification).filter(([, value]) => value === 'unverified'),
    ),
    confidence: data.confidence,
    signer: null,
    relations: [],
    topics: [],
    sources: [],
    openQuestions: [],
    unplaced: [],
  };
}

function optional<K extends keyof DocumentData>(
  data: DocumentData,
  names: readonly K[],
): Partial<Pick<DocumentData, K>> {
  const known = names.filter((name) => data[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, data[name]])) as Pick<DocumentData, K>;
}
