import { lockUnit, isSameUnit } from '../lib/anchors/fingerprint.ts';
import type { GistReason } from '../lib/fidelity/provenance.ts';
import { parseGistFile } from '../lib/library/gist-file.ts';
import { formatBody } from '../lib/provision/format-body.ts';
import type { Gist, Provision, ProvisionTree } from '../lib/provision/types.ts';

/** A gist that has no place in a text: kept in the sidecar, told to the clerk. */
export interface KeptGist {
  /** Anchor and name of the unit that it was about; '' for none. */
  id: string;
  label: string;
  /** First official words of that unit. */
  start: string;
  /** The gist as written. */
  text: string;
  /** Why it has no place: the unit is not there; it is another one; it has a gist already. */
  reason: GistReason;
}

/** Gists of a record, placed beside its new text. */
export interface PlacedGists {
  /** Content of `tom-luoc/<slug>.mdx`; '' when there are none. */
  file: string;
  placed: number;
  kept: KeptGist[];
}

/** Published ids that the clerk says lead elsewhere, or are the same unit in other words. */
export interface AnchorDecisions {
  aliases: ReadonlyMap<string, string>;
  accepted: ReadonlySet<string>;
}

type Found = Omit<KeptGist, 'text' | 'reason'> & { gist: Gist };

/**
 * Put the gists of a record beside its new text, each under the anchor that it had.
 *
 * A gist goes only to the unit that it was about: the same anchor, the same name, and, where both
 * have words, words in common. What has no such place is kept.
 *
 * @param old The record's text before, its gists in it; null when there was none.
 * @param last Gists that had no place in the text before.
 */
export function placeGists(
  old: ProvisionTree | null,
  last: readonly KeptGist[],
  now: ProvisionTree,
  decisions: AnchorDecisions,
): PlacedGists {
  const places = new Map<string, Gist>();
  const kept: KeptGist[] = [];
  for (const found of [...(old ? gistsOf(old) : []), ...last.flatMap(readKept)]) {
    const id = decisions.aliases.get(found.id) ?? found.id;
    const reason = whyNot(found, now.byId.get(id), id, decisions, places);
    if (reason === null) places.set(id, found.gist);
    else if (!isAmong(found, places, kept)) kept.push({ ...toKept(found), reason });
  }
  const nodes = [...now.byId.keys()].flatMap((id) => {
    const gist = places.get(id);
    return gist ? [{ type: 'anchor' as const, id, label: null, line: 0 }, gist] : [];
  });
  return { file: formatBody(nodes), placed: places.size, kept };
}

function gistsOf(tree: ProvisionTree): Found[] {
  const before = tree.preamble.flatMap((block): Found[] =>
    block.type === 'gist' ? [{ id: '', label: '', start: '', gist: block }] : [],
  );
  const inUnits = [...tree.byId.values()].flatMap((unit) => {
    const { label, start } = lockUnit(unit);
    return unit.blocks.flatMap((block): Found[] =>
      block.type === 'gist' ? [{ id: unit.id, label, start, gist: block }] : [],
    );
  });
  return [...before, ...inUnits];
}

function whyNot(
  { id: before, label, start }: Found,
  unit: Provision | undefined,
  id: string,
  { aliases, accepted }: AnchorDecisions,
  places: ReadonlyMap<string, Gist>,
): GistReason | null {
  if (!unit) return 'gone';
  const now = lockUnit(unit);
  const isDecided = aliases.has(before) || accepted.has(before);
  if (!isDecided && (now.label !== label || !isSameUnit(start, now.start))) return 'other';
  return places.has(id) ? 'second' : null;
}

function toKept({ id, label, start, gist }: Found): Omit<KeptGist, 'reason'> {
  return { id, label, start, text: formatBody([gist]).trimEnd() };
}

function readKept({ id, label, start, text }: KeptGist): Found[] {
  const [read] = parseGistFile(`<Anchor id="x" />\n\n${text}\n`).placed;
  return read ? [{ id, label, start, gist: read.gist }] : [];
}

/** The same words at the same place, already placed or kept. */
function isAmong(
  found: Found,
  places: ReadonlyMap<string, Gist>,
  kept: readonly KeptGist[],
): boolean {
  const { id, text } = toKept(found);
  const placed = places.get(id);
  return (
    (placed !== undefined && formatBody([placed]).trimEnd() === text) ||
    kept.some((other) => other.id === id && other.text === text)
  );
}
