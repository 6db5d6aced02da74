import { fieldEvidence } from './evidence.ts';
import { typeName } from './naming.ts';
import type { DocumentData } from './schema.ts';
import type { DocumentStatus, RelationKind } from './types.ts';

/** A document in the vocabulary of schema.org (`Legislation`); only what is known and not doubted. */
export type JsonLd = Record<string, unknown>;

/** A document named by another one. */
export interface LinkedDocument {
  kind: RelationKind;
  data: Pick<DocumentData, 'symbol' | 'title' | 'issuedDate'>;
}

/** Addresses of a document and of what is written beside its page. */
export interface DocumentOnSite {
  /** Identifier by the naming convention of Akoma Ntoso. */
  iri: string;
  /** Public address of the page; null when the site has none. */
  url: string | null;
  /** Data files, relative to the page. */
  files: readonly { href: string; mediaType: string }[];
}

/** Force in the words of schema.org; `unknown` has no word and is left out. */
const LEGAL_FORCE: Partial<Record<DocumentStatus, string>> = {
  'in-force': 'InForce',
  'partly-superseded': 'PartiallyInForce',
  superseded: 'NotInForce',
  expired: 'NotInForce',
};

/** Property for each relation that schema.org has a word for; stated in the active direction only. */
const RELATION_PROPERTY: Partial<Record<RelationKind, string>> = {
  replaces: 'legislationRepeals',
  repeals: 'legislationRepeals',
  amends: 'legislationAmends',
  implements: 'legislationApplies',
  guides: 'legislationApplies',
  cites: 'citation',
};

/**
 * Describe a document as schema.org/Legislation.
 *
 * @param issuers Names of the issuers.
 * @param topics Names of the topics.
 * @param related Documents that this one names, by its outgoing relations.
 * @param site Where the document and its data are on the site; left out where there is no site.
 */
export function legislationJsonLd(
  data: DocumentData,
  issuers: readonly string[],
  topics: readonly string[],
  related: readonly LinkedDocument[],
  site?: DocumentOnSite,
): JsonLd {
  const force = LEGAL_FORCE[data.status.value];
  return compact({
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: data.title,
    alternateName: [data.shortTitle, ...data.aliases].filter((name) => name !== undefined),
    legislationIdentifier: known(data, 'symbol'),
    legislationType: typeName(data),
    legislationPassedBy: issuers.map((name) => ({ '@type': 'Organization', name })),
    legislationResponsible: signer(data),
    legislationDate: known(data, 'issuedDate'),
    legislationDateOfApplicability: known(data, 'effectiveFrom'),
    temporalCoverage: coverage(data),
    legislationLegalForce: force && `https://schema.org/${force}`,
    legislationJurisdiction: 'VN',
    inLanguage: 'vi',
    keywords: topics,
    isBasedOn: data.sources.filter(({ linkable }) => linkable).map(({ url }) => url),
    hasPart: attachedPart(data),
    ...relationProperties(related),
    ...siteProperties(site),
  });
}

/** JSON that stands inside a `<script>` without ending it. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/** A field's value; undefined when it is not known or not verified. */
function known(
  data: DocumentData,
  field: 'symbol' | 'issuedDate' | 'effectiveFrom' | 'effectiveTo',
): string | undefined {
  if (fieldEvidence(data, field).kind === 'unverified') return undefined;
  return data[field] ?? undefined;
}

function signer(data: DocumentData): JsonLd | undefined {
  if (data.signer === null || fieldEvidence(data, 'signer').kind === 'unverified') return undefined;
  return compact({ '@type': 'Person', name: data.signer.name, jobTitle: data.signer.position });
}

/** An interval of ISO 8601, open where the end is not known. */
function coverage(data: DocumentData): string | undefined {
  const from = known(data, 'effectiveFrom');
  const to = known(data, 'effectiveTo');
  return from === undefined ? undefined : `${from}/${to ?? '..'}`;
}

function relationProperties(related: readonly LinkedDocument[]): JsonLd {
  const properties: Record<string, JsonLd[]> = {};
  for (const { kind, data } of related) {
    const property = RELATION_PROPERTY[kind];
    if (property === undefined) continue;
    (properties[property] ??= []).push(
      compact({
        '@type': 'Legislation',
        name: data.title,
        legislationIdentifier: data.symbol ?? undefined,
        legislationDate: data.issuedDate ?? undefined,
      }),
    );
  }
  return properties;
}

/** The instrument that is issued with the document. */
function attachedPart({ issuedWith }: DocumentData): JsonLd | undefined {
  return issuedWith === null ? undefined : { '@type': 'Legislation', name: issuedWith.title };
}

/** Our copies have no legal value of their own: the signed original has it. */
function siteProperties(site: DocumentOnSite | undefined): JsonLd {
  if (!site) return {};
  return {
    url: site.url ?? undefined,
    identifier: site.iri,
    encoding: site.files.map(({ href, mediaType }) => ({
      '@type': 'LegislationObject',
      contentUrl: href,
      encodingFormat: mediaType,
      legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
    })),
  };
}

/** Without what is undefined or an empty list. */
function compact(object: JsonLd): JsonLd {
  const entries = Object.entries(object).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries);
}
