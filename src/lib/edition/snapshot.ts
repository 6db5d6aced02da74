import { z } from 'astro/zod';
import { hashTextV1, hashUnit } from '../anchors/fingerprint.ts';
import { documentName } from '../document/naming.ts';
import { RELATION_KINDS, STATUSES, TEXT_STATES } from '../document/types.ts';
import type { Edition } from '../library/edition.ts';
import { derive } from '../library/derived.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { gistText } from '../provision/text.ts';
import type { ProvisionTree } from '../provision/types.ts';

/** File of the data folder in which an edition keeps what a later one is compared with, packed. */
export const SNAPSHOT_FILE = 'anh-chup.json.gz';

const VERSION = 1;

/** Facts of a record that are compared, besides its status, relations and text. */
export const COMPARED_FACTS = [
  'symbol',
  'title',
  'shortTitle',
  'issuer',
  'signer',
  'issuedDate',
  'effectiveFrom',
  'effectiveTo',
] as const;

export type ComparedFact = (typeof COMPARED_FACTS)[number];

const relation = z.strictObject({
  kind: z.enum(RELATION_KINDS),
  /** Slug of the other document; its name where it has no record. */
  target: z.string(),
});

const unit = z.strictObject({
  /** @example 'khoản 2 Điều 5' */
  label: z.string(),
  /** Of its official text, without label and gists; '' when there is none. */
  text: z.string(),
  /** Of its gists; '' when there is none. */
  gist: z.string(),
});

const document = z.strictObject({
  /** @example 'Nghị quyết 25-NQ/TW' */
  name: z.string(),
  facts: z.partialRecord(z.enum(COMPARED_FACTS), z.string()),
  status: z.enum(STATUSES),
  /** State of its text. */
  text: z.enum(TEXT_STATES),
  relations: z.array(relation),
  /** By id, in the order of the text. */
  units: z.record(z.string(), unit),
  /** Id that was given up → id that it now leads to. */
  aliases: z.record(z.string(), z.string()),
  /** Id of a unit that is no more → why. */
  tombstones: z.record(z.string(), z.string()),
});

const snapshot = z.strictObject({
  version: z.literal(VERSION),
  /** `YYYY-MM-DD`; null for an edition without a day. */
  date: z.iso.date().nullable(),
  documents: z.record(z.string(), document),
  /** Slug of a document that was taken out → why. */
  removed: z.record(z.string(), z.string()),
});

/** What an edition holds, as far as a later one is compared with it. Official text only as hashes. */
export type EditionSnapshot = z.infer<typeof snapshot>;
export type DocumentSnapshot = z.infer<typeof document>;
export type UnitSnapshot = z.infer<typeof unit>;
export type RelationSnapshot = z.infer<typeof relation>;

/** Take down what an edition holds. The same library makes the same snapshot. */
export function takeSnapshot(library: Library, edition: Pick<Edition, 'date'>): EditionSnapshot {
  const documents = [...library.documents].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return {
    version: VERSION,
    date: edition.date,
    documents: Object.fromEntries(documents.map((each) => [each.slug, snapshotOf(each)])),
    removed: library.anchorLock?.removed ?? {},
  };
}

/**
 * Read a snapshot.
 *
 * @returns null when the text is none of this version.
 */
export function parseSnapshot(text: string): EditionSnapshot | null {
  try {
    return snapshot.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function snapshotOf({ data, tree, retired }: LibraryDocument): DocumentSnapshot {
  return {
    name: documentName(data),
    facts: factsOf(data),
    status: data.status.value,
    text: data.text.state,
    relations: data.relations.map((each) => ({
      kind: each.kind,
      target: each.target ?? each.unrecorded ?? '',
    })),
    units: derive(tree, 'unit-snapshots', () => unitsOf(tree)),
    aliases: retired.aliases,
    tombstones: Object.fromEntries(
      Object.entries(retired.tombstones).map(([id, { note }]) => [id, note]),
    ),
  };
}

function unitsOf({ byId }: ProvisionTree): DocumentSnapshot['units'] {
  const units = [...byId].map(([id, unit]) => {
    const gist = hashTextV1(gistText(unit));
    return [id, { label: unit.label, text: hashUnit(unit), gist }] as const;
  });
  return Object.fromEntries(units);
}

function factsOf(data: LibraryDocument['data']): DocumentSnapshot['facts'] {
  const values: Record<ComparedFact, string | null> = {
    symbol: data.symbol,
    title: data.title,
    shortTitle: data.shortTitle ?? null,
    issuer: data.issuer.join(', '),
    signer: data.signer?.name ?? null,
    issuedDate: data.issuedDate,
    effectiveFrom: data.effectiveFrom,
    effectiveTo: data.effectiveTo,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
