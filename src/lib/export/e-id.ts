import type { Provision, ProvisionKind, ProvisionTree } from '../provision/types.ts';

/** Short names of the elements that units are written as, by the naming convention of Akoma Ntoso. */
const SHORT_NAMES: Record<ProvisionKind, string> = {
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  subsection: 'subsec',
  article: 'art',
  clause: 'para',
  point: 'point',
  subpoint: 'subpara',
  roman: 'sec',
  number: 'para',
  dash: 'indent',
  opening: 'preamble',
  closing: 'conclusions',
  attached: 'att',
  annex: 'att',
  anchored: 'al',
};

/** Letters with which a segment of an anchor says its kind; the element's name says it in an eId. */
const LEAD: Partial<Record<ProvisionKind, RegExp>> = {
  part: /^p(?=.)/,
  chapter: /^c(?=.)/,
  section: /^m(?=.)/,
  subsection: /^t(?=.)/,
  article: /^d(?=.)/,
  roman: /^m(?=.)/,
  number: /^n(?=\d)/,
  point: /^n?0-(?=.)/,
  subpoint: /^n?0-(?=.)/,
  dash: /^(?:n0_)?g(?=.)/,
};

/**
 * Name every unit for Akoma Ntoso. An eId says what the anchor says, in the words of the standard:
 * it holds the units that the anchor holds and no others.
 *
 * @returns The eId of each unit; no two are alike.
 * @example 'kt-d5-2-a' // 'att_1__art_5__para_2__point_a'
 */
export function assignEIds(tree: ProvisionTree): Map<Provision, string> {
  const eIds = new Map<Provision, string>();
  const taken = new Set<string>();
  for (const unit of tree.byId.values()) {
    const eId = firstFree(eIdOf(unit, eIds), taken);
    eIds.set(unit, eId);
    taken.add(eId);
  }
  return eIds;
}

function eIdOf(unit: Provision, eIds: ReadonlyMap<Provision, string>): string {
  const outer = idOwner(unit);
  const segment = outer === null ? unit.id : unit.id.slice(outer.id.length + 1);
  const own = `${SHORT_NAMES[unit.kind]}${numberOf(unit, segment)}`;
  const prefix = outer === null ? '' : (eIds.get(outer) ?? '');
  return prefix === '' ? own : `${prefix}__${own}`;
}

/** The nearest unit around this one whose anchor begins this one's. */
function idOwner(unit: Provision): Provision | null {
  for (let outer = unit.parent; outer; outer = outer.parent)
    if (unit.id.startsWith(`${outer.id}-`) || unit.id.startsWith(`${outer.id}_`)) return outer;
  return null;
}

/** `_5` of `d5`, `_1` of `kt`, `_pl1` of `pl1`; nothing for the one opening of a scope. */
function numberOf({ kind }: Provision, segment: string): string {
  if (kind === 'opening' && segment === 'mo') return '';
  if (kind === 'closing' && segment === 'ket') return '';
  if (kind === 'attached') return `_${segment === 'kt' ? '1' : segment.replace(/^kt(?=\d+$)/, '')}`;
  const lead = LEAD[kind];
  return `_${lead ? segment.replace(lead, '') : segment}`;
}

/** Only an `<Anchor>` of its own, or an error in the text, can make two names alike. */
function firstFree(eId: string, taken: ReadonlySet<string>): string {
  if (!taken.has(eId)) return eId;
  let count = 2;
  while (taken.has(`${eId}_${count}`)) count++;
  return `${eId}_${count}`;
}
