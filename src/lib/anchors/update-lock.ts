import type { ProvisionTree } from '../provision/types.ts';
import { lockTree } from './check-anchors.ts';
import { NOTHING_RETIRED, type AnchorLock, type LockedDocument, type LockedUnit } from './lock.ts';

/** The texts of a corpus, by slug. */
export type Trees = ReadonlyMap<string, ProvisionTree>;

/** One line of what an update does. */
export interface LockChange {
  kind: 'document-added' | 'added' | 'changed' | 'aliased' | 'buried' | 'document-removed';
  slug: string;
  /** '' for a whole document. */
  id: string;
  /** Label of a unit; number of ids of a document. */
  label: string;
  before: string;
  now: string;
}

/**
 * Lock every text as it stands. Only for a corpus without findings: it drops nothing itself.
 *
 * @returns Ids that were given up stay as aliases and tombstones, no longer as units.
 */
export function updateLock(lock: AnchorLock, trees: Trees): AnchorLock {
  const documents: Record<string, LockedDocument> = {};
  for (const [slug, tree] of trees) {
    const { aliases, tombstones } = lock.documents[slug] ?? NOTHING_RETIRED;
    const units = Object.fromEntries(lockTree(tree));
    const isEmpty = [units, aliases, tombstones].every((part) => Object.keys(part).length === 0);
    if (!isEmpty) documents[slug] = { units, aliases, tombstones };
  }
  return { documents, removed: lock.removed };
}

/** What differs between two locks, in their order. */
export function compareLocks(before: AnchorLock, now: AnchorLock): LockChange[] {
  const slugs = [...new Set([...Object.keys(before.documents), ...Object.keys(now.documents)])];
  return slugs.sort().flatMap((slug) => {
    const [old, recent] = [before.documents[slug], now.documents[slug]];
    if (old && recent) return compareDocuments(slug, old, recent);
    const count = String(Object.keys((recent ?? old)?.units ?? {}).length);
    const kind = recent ? 'document-added' : 'document-removed';
    const note = now.removed[slug] ?? '';
    return [{ kind, slug, id: '', label: count, before: '', now: note } satisfies LockChange];
  });
}

function compareDocuments(slug: string, old: LockedDocument, now: LockedDocument): LockChange[] {
  const changes: LockChange[] = [];
  const add = (kind: LockChange['kind'], id: string, label: string, before = '', after = '') =>
    changes.push({ kind, slug, id, label, before, now: after });
  for (const [id, unit] of Object.entries(now.units)) {
    const locked = old.units[id];
    if (!locked) add('added', id, unit.label, '', unit.start);
    else if (!isEqual(locked, unit)) add('changed', id, unit.label, locked.start, unit.start);
  }
  for (const [id, target] of Object.entries(now.aliases))
    if (old.aliases[id] !== target) add('aliased', id, old.units[id]?.label ?? id, '', target);
  for (const [id, { label, note }] of Object.entries(now.tombstones))
    if (old.tombstones[id]?.note !== note) add('buried', id, label, '', note);
  return changes;
}

function isEqual(a: LockedUnit, b: LockedUnit): boolean {
  return a.label === b.label && a.hash === b.hash && a.start === b.start;
}

/** Let a published id lead to another unit; aliases that led to it follow. */
export function addAlias(lock: AnchorLock, slug: string, id: string, target: string): AnchorLock {
  return editDocument(lock, slug, ({ units, aliases, tombstones }) => {
    const followed = Object.entries(aliases).map(
      ([old, to]) => [old, to === id ? target : to] as const,
    );
    return {
      units,
      aliases: { ...Object.fromEntries<string>(followed), [id]: target },
      tombstones: without(tombstones, id),
    };
  });
}

/** Say of a published id that its unit is no more. */
export function addTombstone(lock: AnchorLock, slug: string, id: string, note: string): AnchorLock {
  return editDocument(lock, slug, ({ units, aliases, tombstones }) => {
    const label = units[id]?.label ?? tombstones[id]?.label ?? id;
    return {
      units,
      aliases: without(aliases, id),
      tombstones: { ...tombstones, [id]: { label, note } },
    };
  });
}

/** Take the unit that has a published id for the published one, with other words. */
export function acceptUnit(
  lock: AnchorLock,
  slug: string,
  id: string,
  tree: ProvisionTree,
): AnchorLock {
  const unit = lockTree(tree).get(id);
  if (!unit) return lock;
  return editDocument(lock, slug, ({ units, aliases, tombstones }) => ({
    units: { ...units, [id]: unit },
    aliases: without(aliases, id),
    tombstones: without(tombstones, id),
  }));
}

/** Take a published document out of the library. */
export function removeDocument(lock: AnchorLock, slug: string, note: string): AnchorLock {
  return {
    documents: without(lock.documents, slug),
    removed: { ...lock.removed, [slug]: note },
  };
}

function editDocument(
  lock: AnchorLock,
  slug: string,
  edit: (document: LockedDocument) => LockedDocument,
): AnchorLock {
  const document = lock.documents[slug] ?? { units: {}, ...NOTHING_RETIRED };
  return { ...lock, documents: { ...lock.documents, [slug]: edit(document) } };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
