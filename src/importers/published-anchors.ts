import { checkAnchors, findUnlocked } from '../lib/anchors/check-anchors.ts';
import { EMPTY_LOCK } from '../lib/anchors/lock.ts';
import type { AnchorLock } from '../lib/anchors/lock.ts';
import { acceptUnit, addAlias, addTombstone } from '../lib/anchors/update-lock.ts';
import type { ProvisionTree } from '../lib/provision/types.ts';
import { Refusal } from './import-error.ts';
import type { AnchorDecisions } from './place-gists.ts';

/** What the clerk decides about published ids, as `npm run anchors` takes it, without the slug. */
export interface AnchorOptions {
  /** `old=new` */
  alias?: readonly string[];
  /** `id=reason` */
  tombstone?: readonly string[];
  /** `id` */
  accept?: readonly string[];
}

/** What a new text does to the ids that its record has published. */
export interface AnchorEffect {
  /** Ids that name the same unit as before; of them those whose words are others now. */
  same: number;
  changed: number;
  /** Ids that are new. */
  added: number;
}

/**
 * Write the clerk's decisions into the lock.
 *
 * @returns null when there are none: the lock stays as it is.
 * @throws {Refusal} `anchor-option` when one names an id that was never published, or says nothing.
 */
export function decideAnchors(
  lock: AnchorLock | null,
  slug: string,
  tree: ProvisionTree,
  options: AnchorOptions,
): AnchorLock | null {
  const { alias = [], tombstone = [], accept = [] } = options;
  if (alias.length + tombstone.length + accept.length === 0) return null;
  let decided = lock ?? EMPTY_LOCK;
  const known = publishedId(decided, slug);
  for (const [id, target] of alias.map(splitPair))
    decided = addAlias(decided, slug, known(id), target);
  for (const [id, reason] of tombstone.map(splitPair))
    decided = addTombstone(decided, slug, known(id), reason);
  for (const id of accept) decided = acceptUnit(decided, slug, known(id), tree);
  return decided;
}

/** The decisions as far as they tell where something stands now. */
export function readDecisions({ alias = [], accept = [] }: AnchorOptions): AnchorDecisions {
  return { aliases: new Map(alias.map(splitPair)), accepted: new Set(accept) };
}

/** @returns null when the corpus has published nothing of the record. */
export function anchorEffect(
  lock: AnchorLock | null,
  slug: string,
  tree: ProvisionTree,
): AnchorEffect | null {
  const locked = lock?.documents[slug];
  if (!locked) return null;
  const findings = checkAnchors(locked, tree);
  const changed = findings.filter(({ kind }) => kind === 'changed').length;
  const same = Object.keys(locked.units).filter((id) => tree.byId.has(id)).length;
  return { same, changed, added: findUnlocked(locked, tree).length };
}

function publishedId(lock: AnchorLock, slug: string): (id: string) => string {
  const { units = {}, aliases = {}, tombstones = {} } = lock.documents[slug] ?? {};
  return (id) => {
    if ([units, aliases, tombstones].some((ids) => Object.hasOwn(ids, id))) return id;
    throw new Refusal('anchor-option', { text: id });
  };
}

function splitPair(text: string): [string, string] {
  const [, id, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (id === undefined || value === undefined) throw new Refusal('anchor-option', { text });
  return [id.trim(), value.trim()];
}
