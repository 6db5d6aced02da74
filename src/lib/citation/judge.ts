import type { CitableRecord } from './citation-index.ts';
import { formatAnchor, type AnchorShape, type ProvisionPath } from './provision-path.ts';
import type { Resolution } from './resolution.ts';
import { isImpossible } from './structure.ts';
import type { Verdict } from './types.ts';

/** Types whose units 1, 2, 3 stand at the top. */
const NUMBERED_TYPES = new Set(['chi-thi', 'thong-tri', 'thong-bao', 'cong-van']);

/**
 * Anchor of a cited unit in the document it belongs to.
 *
 * @param isBare No document words stand beside the unit, so the tree may tell whether the
 *   document or the instrument issued with it is meant.
 */
export function anchorOf(
  path: ProvisionPath,
  resolution: Resolution,
  isBare: boolean,
): string | null {
  const { record, types } = resolution;
  const numbersAtTop = record ? hasNumbersAtTop(record) : types.some((t) => NUMBERED_TYPES.has(t));
  const shape: AnchorShape = { scope: resolution.isAttached ? 'kt' : null, numbersAtTop };
  const anchor = formatAnchor(path, shape);
  if (anchor === null || !record) return anchor;
  const { byId } = record.structure.tree;
  if (byId.has(anchor)) return anchor;
  const others = [isBare ? `kt-${anchor}` : '', otherHead(anchor)];
  return others.find((other) => byId.has(other)) ?? anchor;
}

function hasNumbersAtTop({ structure, type }: CitableRecord): boolean {
  const ids = [...structure.tree.byId.keys()];
  if (ids.some((id) => /^n\d/.test(id))) return true;
  return NUMBERED_TYPES.has(type) && !ids.some((id) => /^m\d/.test(id));
}

/** "Phần II" of a resolution whose parts are printed I, II, III has the anchor `m2`. */
function otherHead(anchor: string): string {
  const [, scope = '', head = '', rest = ''] = /^(kt-)?([pmn])(\d.*)$/.exec(anchor) ?? [];
  if (head === '') return '';
  return `${scope}${head === 'm' ? 'p' : 'm'}${rest}`;
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

/** A document is out of force from the day that is known; an end without a day counts as past. */
function judgeForce({ status, endedOn }: CitableRecord, asOf: string): Verdict {
  if (status !== 'superseded' && status !== 'expired') return 'ok';
  return endedOn === null || asOf >= endedOn ? status : 'ok';
}
