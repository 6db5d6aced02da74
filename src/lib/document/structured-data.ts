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
 */
export function legislationJsonLd(
  data: DocumentData,
  issuers: readonly string[],
  topics: readonly string[],
  related: readonly LinkedDocument[],
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
    ...relationProperties(related),
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

/** Without what is undefined or an empty list. */
function compact(object: JsonLd): JsonLd {
  const entries = Object.entries(object).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries);
}
