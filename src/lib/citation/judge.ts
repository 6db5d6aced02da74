import { NUMBERED_TYPES, type CitableRecord } from './citation-index.ts';
import type { FoundCitation } from './find.ts';
import { formatAnchor, type ProvisionPath } from './provision-path.ts';
import type { Resolution } from './resolution.ts';
import { isImpossible } from './structure.ts';
import { findUnit } from './unit-places.ts';
import type { Verdict } from './types.ts';

/**
 * Anchor of a cited unit in the document it belongs to.
 *
 * Where no document words stand beside the unit, the structure may tell whether the document or the
 * instrument issued with it is meant.
 */
export function anchorOf(
  path: ProvisionPath,
  resolution: Resolution,
  found: Pick<FoundCitation, 'document' | 'instrument'>,
): string | null {
  if (path.place?.anchor !== undefined) return path.place.anchor;
  const known = findCitedUnit(path, resolution, found);
  if (known !== null) return known;
  const { record, types, isAttached } = resolution;
  const isBare = found.document === null;
  const scope = isAttached ? 'kt' : null;
  const numbersAtTop = record?.numbersAtTop ?? types.some((type) => NUMBERED_TYPES.has(type));
  const anchor = formatAnchor(path, { scope, numbersAtTop });
  if (anchor === null || !record || record.structure.tree.byId.has(anchor)) return anchor;
  const attached = `kt-${anchor}`;
  if (isBare && record.hasAttached && isOnly(record, attached, anchor)) return attached;
  return withOtherHead(anchor, record);
}

/** The unit whose label the citation says, where the text is known. */
export function findCitedUnit(
  path: ProvisionPath,
  { record, isAttached }: Resolution,
  { instrument }: Pick<FoundCitation, 'instrument'>,
): string | null {
  if (!record) return null;
  const through = isAttached ? (instrument ?? { words: '', order: null }) : null;
  return findUnit(record.structure.tree, path, through, record.attachedTitle);
}

/** One of two anchors can exist, the other cannot. */
function isOnly({ structure }: CitableRecord, possible: string, other: string): boolean {
  return !isImpossible(structure, possible) && isImpossible(structure, other);
}

/**
 * "Phần II, mục 1" of a resolution whose parts are printed I, II, III, and 1, 2, 3 below them: the
 * tree has `m2`, not `p2`, so the anchor is `m2-1`.
 */
function withOtherHead(anchor: string, { structure }: CitableRecord): string {
  const [, scope = '', letter = '', number = '', rest = ''] =
    /^(kt-)?([pmn])([0-9a-z]+)(.*)$/.exec(anchor) ?? [];
  const { byId } = structure.tree;
  if (letter === '' || byId.has(`${scope}${letter}${number}`)) return anchor;
  const head = `${scope}${letter === 'm' ? 'p' : 'm'}${number}`;
  return byId.has(head) ? head + rest.replace(/^-m(?=\d)/, '-') : anchor;
}

const FAULT_ORDER = ['wrong-date', 'wrong-type', 'wrong-issuer', 'wrong-number-form'] as const;

/**
 * The verdict on a resolved citation: errors of the citation first, then the unit, then the force.
 *
 * @param asOf Day for which the text is checked, `YYYY-MM-DD`.
 */
export function judge(
  { kind, record, faults }: Resolution,
  anchor: string | null,
  asOf: string,
): Verdict {
  if (kind === 'ambiguous') return 'ambiguous';
  if (kind === 'unknown') return 'unknown-document';
  if (!record) return 'ok';
  const fault = FAULT_ORDER.find((each) => faults.includes(each));
  if (fault) return fault;
  if (anchor !== null && isImpossible(record.structure, anchor)) return 'unknown-provision';
  return judgeForce(record, asOf);
}

/** Out of force from the day that is known; else from the day on which its end was noted. */
function judgeForce({ status, endedOn, checkedOn }: CitableRecord, asOf: string): Verdict {
  if (status !== 'superseded' && status !== 'expired') return 'ok';
  const since = endedOn ?? checkedOn;
  return since === null || asOf >= since ? status : 'ok';
}
