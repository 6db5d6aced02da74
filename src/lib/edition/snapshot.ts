import { z } from 'astro/zod';
import { documentName } from '../document/naming.ts';
import { RELATION_KINDS, STATUSES, TEXT_STATES } from '../document/types.ts';
import type { Edition } from '../library/edition.ts';
import { derive } from '../library/derived.ts';
import { listUnits, outlineUnits, readOutline } from '../library/outline.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import { gistText } from '../provision/text.ts';
import type { ProvisionTree } from '../provision/types.ts';
import { OWN_LENGTH, shortHash, shortHashOf, unitDigests } from './unit-digests.ts';

/** File of the data folder in which an edition keeps what a later one is compared with, packed. */
export const SNAPSHOT_FILE = 'anh-chup.json.gz';

const VERSION = 2;
/** Of an edition that lists each unit by itself, with a fingerprint of 16 digits. */
const FIRST_VERSION = 1;

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

/** See `Outline`. */
const outline = z.strictObject({
  units: z.array(z.string()),
  headings: z.array(z.tuple([z.number(), z.string()])),
});

const digests = z.strictObject({
  /** Of the official text of each unit, without label and gists, see `shortHash`. */
  texts: z.string(),
  /** Of the gists of each, in the same way; '' where no unit has one. */
  gists: z.string(),
});

const facts = {
  /** @example 'Nghị quyết 25-NQ/TW' */
  name: z.string(),
  facts: z.partialRecord(z.enum(COMPARED_FACTS), z.string()),
  status: z.enum(STATUSES),
  /** State of its text. */
  text: z.enum(TEXT_STATES),
  relations: z.array(relation),
  /** Id that was given up → id that it now leads to. */
  aliases: z.record(z.string(), z.string()),
  /** Id of a unit that is no more → why. */
  tombstones: z.record(z.string(), z.string()),
};

const document = z.strictObject({ ...facts, outline });

const listedUnit = z.strictObject({ label: z.string(), text: z.string(), gist: z.string() });
const firstDocument = z.strictObject({ ...facts, units: z.record(z.string(), listedUnit) });

const edition = {
  /** `YYYY-MM-DD`; null for an edition without a day. */
  date: z.iso.date().nullable(),
  /** Slug of a document that was taken out → why. */
  removed: z.record(z.string(), z.string()),
};

const snapshot = z.strictObject({
  version: z.literal(VERSION),
  documents: z.record(z.string(), document),
  ...edition,
  /** By slug; last and together, since they compress unlike everything else. */
  digests: z.record(z.string(), digests),
});

const firstSnapshot = z.strictObject({
  version: z.literal(FIRST_VERSION),
  documents: z.record(z.string(), firstDocument),
  ...edition,
});

/** What an edition holds, as far as a later one is compared with it. Official text only as hashes. */
export type EditionSnapshot = z.infer<typeof snapshot>;
export type DocumentSnapshot = z.infer<typeof document>;
type UnitDigestsSnapshot = z.infer<typeof digests>;
export type RelationSnapshot = z.infer<typeof relation>;

/** Take down what an edition holds. The same library makes the same snapshot. */
export function takeSnapshot(library: Library, edition: Pick<Edition, 'date'>): EditionSnapshot {
  const documents = [...library.documents].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return {
    version: VERSION,
    date: edition.date,
    documents: Object.fromEntries(documents.map((each) => [each.slug, snapshotOf(each)])),
    removed: library.anchorLock?.removed ?? {},
    digests: Object.fromEntries(documents.map(({ slug, tree }) => [slug, digestsOf(tree)])),
  };
}

/**
 * Read a snapshot, of this version or the first one.
 *
 * @returns null when the text is none.
 */
export function parseSnapshot(text: string): EditionSnapshot | null {
  try {
    const value: unknown = JSON.parse(text);
    const first = firstSnapshot.safeParse(value).data;
    return first ? fromFirst(first) : (snapshot.safeParse(value).data ?? null);
  } catch {
    return null;
  }
}

function fromFirst({ documents, ...rest }: z.infer<typeof firstSnapshot>): EditionSnapshot {
  const entries = Object.entries(documents).map(([slug, { units: listed, ...known }]) => {
    const all = Object.entries(listed);
    const outline = listUnits(all.map(([id, { label }]) => [id, label]));
    const texts = all.map(([, { text }]) => shortHash(text)).join('');
    const gists = all.map(([, { gist }]) => shortHash(gist)).join('');
    return [slug, { ...known, outline }, { texts, gists }] as const;
  });
  return {
    ...rest,
    version: VERSION,
    documents: Object.fromEntries(entries.map(([slug, document]) => [slug, document])),
    digests: Object.fromEntries(entries.map(([slug, , digests]) => [slug, digests])),
  };
}

/** A unit of an edition. */
export interface UnitSnapshot {
  /** @example 'khoản 2 Điều 5' */
  label: string;
  /** Digest of its official text; '' when there is none. */
  text: string;
  /** Digest of its gists; '' when there is none. */
  gist: string;
}

/** The units of a document, by id, in the order of the text. */
export function readUnits(
  { documents, digests }: EditionSnapshot,
  slug: string,
): Map<string, UnitSnapshot> {
  const outline = documents[slug]?.outline ?? { units: [], headings: [] };
  const { texts, gists } = digests[slug] ?? { texts: '', gists: '' };
  const digest = (column: string, place: number): string =>
    column.slice(place * OWN_LENGTH, (place + 1) * OWN_LENGTH).trim();
  return new Map(
    readOutline(outline).map(({ id, label }, place) => [
      id,
      { label, text: digest(texts, place), gist: digest(gists, place) },
    ]),
  );
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
    outline: outlineUnits(tree),
    aliases: retired.aliases,
    tombstones: Object.fromEntries(
      Object.entries(retired.tombstones).map(([id, { note }]) => [id, note]),
    ),
  };
}

function digestsOf(tree: ProvisionTree): UnitDigestsSnapshot {
  return derive(tree, 'snapshot-digests', () => {
    const gists = [...tree.byId.values()].map((unit) => shortHashOf(gistText(unit))).join('');
    return { texts: unitDigests(tree).own, gists: gists.trim() === '' ? '' : gists };
  });
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
