import type { RetiredAnchors } from '../anchors/lock.ts';
import { typeName } from '../document/naming.ts';
import type { DocumentData } from '../document/schema.ts';
import type { Library, LibraryDocument, ResolvedRelation } from '../library/types.ts';
import { bodyToJson, type BodyJson } from './body-json.ts';
import { workIri } from './iri.ts';

/** Version of the format; a change that breaks a reader of the old one raises it. */
export const JSON_VERSION = 1;

/** A thing with an address in the library and a name. */
export interface NamedJson {
  slug: string;
  name: string;
}

/** What says which document it is, and how it stands: the same in the index and in each file. */
export interface IdentityJson {
  slug: string;
  iri: string;
  symbol: string | null;
  type: NamedJson;
  system: DocumentData['system'];
  title: string;
  shortTitle: string | null;
  aliases: string[];
  issuers: NamedJson[];
  term: string | null;
  issuedDate: string | null;
  issuedYear: number | null;
  announcedDate: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  status: DocumentData['status']['value'];
  textState: DocumentData['text']['state'];
  namesake: boolean;
}

export interface RelationJson {
  kind: ResolvedRelation['kind'];
  direction: ResolvedRelation['direction'];
  /** The other document, when it has a record here. */
  document: { slug: string; iri: string } | null;
  /** Its name, when it has none. */
  unrecorded: string | null;
  note: string | null;
  /** Units that an amendment changes, as far as they are known: anchors of the amended document. */
  affects: { unit: string; by: string | null; note: string | null }[];
  source: string;
}

/** A document with everything that the library knows of it: see `van-ban.schema.json`. */
export interface DocumentJson extends IdentityJson {
  $schema: string;
  version: typeof JSON_VERSION;
  signer: { name: string; position: string | null } | null;
  statusDetail: {
    note: string | null;
    basis: string | null;
    evidence: string[];
    checkedOn: string | null;
  };
  issuedWith: { title: string; structure: string | null } | null;
  topics: NamedJson[];
  relations: RelationJson[];
  sources: { id: string; url: string; title: string; seen: string[] }[];
  verification: Record<string, string[] | string>;
  confidence: DocumentData['confidence'];
  openQuestions: string[];
  text: { structure: string | null; complete: boolean; note: string | null };
  unplaced: { label: string; gist: string; sources: string[]; partial: boolean }[];
  origin: { file: string; sha256: string; method: string } | null;
  fidelity: {
    profile: string;
    chars: number;
    sha256: string;
    unexplained: number;
    checkedBy: string;
  } | null;
  /** Published ids whose units moved or are no more. */
  retiredAnchors: RetiredAnchors;
  body: BodyJson;
}

/** Every document of the library in short: see `index.schema.json`. */
export interface IndexJson {
  $schema: string;
  version: typeof JSON_VERSION;
  documents: IdentityJson[];
}

/**
 * A document as data. Every field is there, null or empty where nothing is known.
 */
export function toJson(document: LibraryDocument, library: Library): DocumentJson {
  const { slug, data, tree, retired } = document;
  return {
    $schema: 'van-ban.schema.json',
    version: JSON_VERSION,
    ...identityToJson(document, library),
    signer:
      data.signer === null
        ? null
        : { name: data.signer.name, position: data.signer.position ?? null },
    statusDetail: {
      note: data.status.note ?? null,
      basis: data.status.basis ?? null,
      evidence: data.status.evidence,
      checkedOn: data.status.checkedOn ?? null,
    },
    issuedWith:
      data.issuedWith === null
        ? null
        : { title: data.issuedWith.title, structure: data.issuedWith.structure ?? null },
    topics: data.topics.map((topic) => ({
      slug: topic,
      name: library.topics.get(topic)?.data.name ?? topic,
    })),
    relations: (library.relations.get(slug) ?? []).map((relation) =>
      relationToJson(relation, library),
    ),
    sources: data.sources.map(({ id, url, title, seen }) => ({ id, url, title, seen })),
    verification: data.verification,
    confidence: data.confidence,
    openQuestions: data.openQuestions,
    text: {
      structure: data.text.structure ?? null,
      complete: data.text.complete,
      note: data.text.note ?? null,
    },
    unplaced: data.unplaced,
    origin: data.source ?? null,
    fidelity: fidelityOf(data),
    retiredAnchors: { aliases: retired.aliases, tombstones: retired.tombstones },
    body: bodyToJson(tree),
  };
}

function fidelityOf({ fidelity }: LibraryDocument['data']): DocumentJson['fidelity'] {
  if (!fidelity) return null;
  const { profile, chars, sha256, unexplained, checkedBy } = fidelity;
  return { profile, chars, sha256, unexplained, checkedBy };
}

/** The whole library in short, in its own order. */
export function toIndex(library: Library): IndexJson {
  return {
    $schema: 'index.schema.json',
    version: JSON_VERSION,
    documents: library.documents.map((document) => identityToJson(document, library)),
  };
}

function identityToJson(document: LibraryDocument, library: Library): IdentityJson {
  const { slug, data } = document;
  return {
    slug,
    iri: workIri(library, document),
    symbol: data.symbol,
    type: { slug: data.type, name: typeName(data) },
    system: data.system,
    title: data.title,
    shortTitle: data.shortTitle ?? null,
    aliases: data.aliases,
    issuers: data.issuer.map((issuer) => ({
      slug: issuer,
      name: library.issuers.get(issuer)?.data.name ?? issuer,
    })),
    term: data.term,
    issuedDate: data.issuedDate,
    issuedYear: data.issuedYear ?? null,
    announcedDate: data.announcedDate ?? null,
    effectiveFrom: data.effectiveFrom,
    effectiveTo: data.effectiveTo,
    status: data.status.value,
    textState: data.text.state,
    namesake: data.namesake,
  };
}

/** The source of an incoming relation is an entry of the other document's list. */
function relationToJson(relation: ResolvedRelation, library: Library): RelationJson {
  const { kind, direction, other, unrecorded, note, affects, source } = relation;
  return {
    kind,
    direction,
    document: other === null ? null : { slug: other.slug, iri: workIri(library, other) },
    unrecorded: unrecorded ?? null,
    note: note ?? null,
    affects: affects.map(({ unit, by, note: words }) => ({
      unit,
      by: by ?? null,
      note: words ?? null,
    })),
    source,
  };
}
