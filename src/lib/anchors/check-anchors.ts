import type { Provision, ProvisionTree } from '../provision/types.ts';
import { isSameUnit, lockUnit } from './fingerprint.ts';
import type { LockedDocument, LockedUnit } from './lock.ts';

/**
 * Something that a published id no longer does.
 *
 * - `lost`: no unit has it. `moved`: its text now stands under another id.
 * - `reused`: it names another unit. `retired-reused`: it was given up, and a unit has it again.
 * - `alias-dead`: what it leads to is not there.
 * - `changed`: the same unit, other words: allowed, once it has been looked at.
 */
export interface AnchorFinding {
  kind: 'lost' | 'moved' | 'reused' | 'retired-reused' | 'alias-dead' | 'changed';
  id: string;
  label: string;
  /** First words as published, and as they are now; '' when there are none. */
  before: string;
  now: string;
  /** `moved`: where the text is now. `alias-dead`: what the alias leads to. */
  to: string;
  /** 1-based line of the unit that has the id now; null when there is none. */
  line: number | null;
}

/** What is wrong with the published ids of one document. Linear in the number of units. */
export function checkAnchors(locked: LockedDocument, tree: ProvisionTree): AnchorFinding[] {
  const current = lockTree(tree);
  const places = placesByHash(current, locked);
  return [
    ...Object.entries(locked.units).flatMap(([id, unit]) =>
      isRetired(locked, id) ? [] : checkUnit(id, unit, tree.byId.get(id), current, places),
    ),
    ...checkRetired(locked, tree),
  ];
}

/** Ids of the text that the lock does not know. */
export function findUnlocked(locked: LockedDocument | undefined, tree: ProvisionTree): string[] {
  const known = locked?.units ?? {};
  return [...tree.byId.keys()].filter((id) => !Object.hasOwn(known, id));
}

/** Every unit of a text as it would be locked, in its order. */
export function lockTree(tree: ProvisionTree): Map<string, LockedUnit> {
  return new Map([...tree.byId].map(([id, unit]) => [id, lockUnit(unit)]));
}

function checkUnit(
  id: string,
  locked: LockedUnit,
  unit: Provision | undefined,
  current: ReadonlyMap<string, LockedUnit>,
  places: ReadonlyMap<string, string>,
): AnchorFinding[] {
  const now = current.get(id);
  const { label, start, hash } = locked;
  const finding = (kind: AnchorFinding['kind'], to = ''): AnchorFinding[] => [
    { kind, id, label, before: start, now: now?.start ?? '', to, line: unit?.line ?? null },
  ];
  const place = places.get(hash);
  if (!now) return place === undefined ? finding('lost') : finding('moved', place);
  if (now.label !== label) return finding('reused');
  if (now.hash === hash) return [];
  if (place !== undefined) return finding('moved', place);
  return finding(isSameUnit(start, now.start) ? 'changed' : 'reused');
}

/**
 * Where each text stands that was not published under that id; only texts that stand in one place,
 * before as now, so that repeated words ("Như trên.") are never taken for a move.
 */
function placesByHash(
  current: ReadonlyMap<string, LockedUnit>,
  locked: LockedDocument,
): Map<string, string> {
  const before = countHashes(Object.values(locked.units));
  const now = countHashes([...current.values()]);
  const places = new Map<string, string>();
  for (const [id, { hash }] of current) {
    if (hash === '' || locked.units[id]?.hash === hash) continue;
    if (before.get(hash) === 1 && now.get(hash) === 1) places.set(hash, id);
  }
  return places;
}

function countHashes(units: readonly LockedUnit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { hash } of units) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

function checkRetired(locked: LockedDocument, tree: ProvisionTree): AnchorFinding[] {
  const ids = [...Object.keys(locked.aliases), ...Object.keys(locked.tombstones)];
  return ids.flatMap((id): AnchorFinding[] => {
    const to = locked.aliases[id] ?? '';
    const label = locked.tombstones[id]?.label ?? id;
    const line = tree.byId.get(id)?.line ?? null;
    const common = { id, label, before: '', now: '', to, line };
    if (line !== null) return [{ ...common, kind: 'retired-reused' }];
    const isThere = tree.byId.has(to) || Object.hasOwn(locked.tombstones, to);
    return to !== '' && !isThere ? [{ ...common, kind: 'alias-dead' }] : [];
  });
}

function isRetired({ aliases, tombstones }: LockedDocument, id: string): boolean {
  return Object.hasOwn(aliases, id) || Object.hasOwn(tombstones, id);
}
