import { z } from 'astro/zod';
import { RELATION_KINDS, STATUSES, TEXT_STATES } from '../document/types.ts';
import {
  COMPARED_FACTS,
  type DocumentSnapshot,
  type EditionSnapshot,
  readUnits,
  type RelationSnapshot,
  type UnitSnapshot,
} from './snapshot.ts';

const VERSION = 1;

const factChange = z.strictObject({
  fact: z.enum(COMPARED_FACTS),
  /** null where nothing was, or is, said. */
  before: z.string().nullable(),
  now: z.string().nullable(),
});

const statusChange = z.strictObject({ before: z.enum(STATUSES), now: z.enum(STATUSES) });
const textChange = z.strictObject({ before: z.enum(TEXT_STATES), now: z.enum(TEXT_STATES) });

const relationChange = z.strictObject({
  change: z.enum(['added', 'removed']),
  kind: z.enum(RELATION_KINDS),
  target: z.string(),
  /** Name of the target, in the edition that has the relation. */
  name: z.string(),
});

const unitChange = z.strictObject({
  /**
   * `text`: other official words, or words where an outline had none. `gist`: only our gist.
   * `moved`: its address now leads to another. `removed`: no more, `note` says why.
   */
  change: z.enum(['added', 'text', 'gist', 'moved', 'removed']),
  id: z.string(),
  label: z.string(),
  /** `moved`: id that the old one leads to; else ''. */
  to: z.string(),
  note: z.string(),
});

const documentChange = z.strictObject({
  change: z.enum(['added', 'changed', 'removed']),
  slug: z.string(),
  name: z.string(),
  title: z.string(),
  /** `removed`: why, where a person has said it. */
  note: z.string(),
  facts: z.array(factChange),
  /** null when it is as it was. */
  status: statusChange.nullable(),
  /** State of the text; null when it is as it was. */
  text: textChange.nullable(),
  relations: z.array(relationChange),
  units: z.array(unitChange),
});

const editionChanges = z.strictObject({
  version: z.literal(VERSION),
  /** Days of the two editions, `YYYY-MM-DD`. */
  before: z.iso.date().nullable(),
  now: z.iso.date().nullable(),
  documents: z.array(documentChange),
});

/** What an edition brought: the documents that differ, by slug; within each, in order of the text. */
export type EditionChanges = z.infer<typeof editionChanges>;
export type DocumentChange = z.infer<typeof documentChange>;
export type UnitChange = z.infer<typeof unitChange>;
export type RelationChange = z.infer<typeof relationChange>;

/**
 * Read what was written down of an edition.
 *
 * @returns null when the text is no list of changes of this version.
 */
export function parseChanges(text: string): EditionChanges | null {
  try {
    return editionChanges.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Write changes down: the inverse of {@link parseChanges}, so that a person can read them. */
export function formatChanges(changes: EditionChanges): string {
  return `${JSON.stringify(changes, null, 1)}\n`;
}

/**
 * What differs between two editions. A unit of a document that is new, or is no more, is not listed
 * by itself. Linear in the number of units.
 */
export function compareEditions(before: EditionSnapshot, now: EditionSnapshot): EditionChanges {
  const slugs = new Set([...Object.keys(before.documents), ...Object.keys(now.documents)]);
  const documents = [...slugs].sort().flatMap((slug): DocumentChange[] => {
    const [old, recent] = [before.documents[slug], now.documents[slug]];
    if (old && recent) return compareDocuments(slug, before, now);
    if (recent) return [{ ...unchanged(slug, recent), change: 'added' }];
    if (!old) return [];
    return [{ ...unchanged(slug, old), change: 'removed', note: now.removed[slug] ?? '' }];
  });
  return { version: VERSION, before: before.date, now: now.date, documents };
}

function unchanged(slug: string, { name, facts }: DocumentSnapshot): DocumentChange {
  const nothing = { note: '', facts: [], status: null, text: null, relations: [], units: [] };
  return { change: 'changed', slug, name, title: facts.title ?? '', ...nothing };
}

/** @returns Nothing when they are alike. */
function compareDocuments(
  slug: string,
  before: EditionSnapshot,
  now: EditionSnapshot,
): DocumentChange[] {
  const [old, recent] = [before.documents[slug], now.documents[slug]];
  if (!old || !recent) return [];
  const change: DocumentChange = {
    ...unchanged(slug, recent),
    facts: compareFacts(old.facts, recent.facts),
    status: compareValue(old.status, recent.status),
    text: compareValue(old.text, recent.text),
    relations: [
      ...listRelations('added', recent.relations, old.relations, now),
      ...listRelations('removed', old.relations, recent.relations, before),
    ],
    units: compareUnits(readUnits(before, slug), readUnits(now, slug), recent),
  };
  const { facts, relations, units, status, text } = change;
  const isAlike = [facts, relations, units].every((list) => list.length === 0);
  return isAlike && status === null && text === null ? [] : [change];
}

function compareFacts(
  old: DocumentSnapshot['facts'],
  recent: DocumentSnapshot['facts'],
): DocumentChange['facts'] {
  return COMPARED_FACTS.flatMap((fact) => {
    const [before, now] = [old[fact] ?? null, recent[fact] ?? null];
    return before === now ? [] : [{ fact, before, now }];
  });
}

function compareValue<T>(before: T, now: T): { before: T; now: T } | null {
  return before === now ? null : { before, now };
}

/** Relations of a list that the other edition does not have. */
function listRelations(
  change: RelationChange['change'],
  relations: readonly RelationSnapshot[],
  others: readonly RelationSnapshot[],
  { documents }: EditionSnapshot,
): RelationChange[] {
  const keys = new Set(others.map(({ kind, target }) => `${kind} ${target}`));
  return relations
    .filter(({ kind, target }) => !keys.has(`${kind} ${target}`))
    .map(({ kind, target }) => {
      return { change, kind, target, name: documents[target]?.name ?? target };
    });
}

function compareUnits(
  old: ReadonlyMap<string, UnitSnapshot>,
  recent: ReadonlyMap<string, UnitSnapshot>,
  now: DocumentSnapshot,
): UnitChange[] {
  const current = [...recent].flatMap(([id, unit]): UnitChange[] => {
    const former = old.get(id);
    const entry = { id, label: unit.label, to: '', note: '' };
    if (!former) return [{ change: 'added', ...entry }];
    if (former.text !== unit.text || former.label !== unit.label) {
      return [{ change: 'text', ...entry }];
    }
    return former.gist === unit.gist ? [] : [{ change: 'gist', ...entry }];
  });
  const gone = [...old].filter(([id]) => !recent.has(id));
  return [...current, ...gone.map(([id, { label }]) => goneUnit(id, label, now))];
}

/** A unit of the older edition, whose id no unit has any more. */
function goneUnit(
  id: string,
  label: string,
  { aliases, tombstones }: DocumentSnapshot,
): UnitChange {
  const to = aliases[id];
  return to === undefined
    ? { change: 'removed', id, label, to: '', note: tombstones[id] ?? '' }
    : { change: 'moved', id, label, to, note: '' };
}
