import type { TextState } from '../document/types.ts';
import type { Paragraph, Provision, ProvisionTree } from './types.ts';

/** The unit with this id, or null. */
export function findProvision(tree: ProvisionTree, id: string): Provision | null {
  return tree.byId.get(id) ?? null;
}

/**
 * Paragraphs that a citation can count: "đoạn 2 khoản 1 Điều 5" is the second of `d5-1`.
 *
 * @returns Own paragraphs of the unit, the labelled one first; titles, tables, quotations and gists
 *   do not count. The id of the n-th is `<id of the unit>_<n>`.
 */
export function countedParagraphs(unit: Provision): Paragraph[] {
  return unit.blocks.filter((block) => block.type === 'paragraph');
}

/** A place that an id names: a unit, or one of its paragraphs. */
export interface Place {
  unit: Provision;
  /** Set when the id counts a paragraph: `d5-1_2`. */
  paragraph: Paragraph | null;
}

/**
 * The place that an id names, counted paragraphs included.
 *
 * @returns null when the text at hand has no such place.
 */
export function findPlace(tree: ProvisionTree, id: string): Place | null {
  const unit = findProvision(tree, id);
  if (unit) return { unit, paragraph: null };
  const counted = /^(.+)_([1-9]\d*)$/.exec(id);
  const owner = counted && findProvision(tree, counted[1] ?? '');
  const paragraph = owner && countedParagraphs(owner)[Number(counted[2]) - 1];
  return paragraph ? { unit: owner, paragraph } : null;
}

/** How many units of a kind a text has; absent: not known. */
export interface UnitCounts {
  articles?: number;
  chapters?: number;
  sections?: number;
}

/** What is known of a document's text. */
export interface KnownText {
  state: TextState;
  /** True when an outline lists every unit of its upper levels. */
  complete: boolean;
  /** True when later documents have changed this one: Điều 5a may be theirs. */
  isAmended?: boolean;
  /** Counts that the record states of the document and of the instrument issued with it. */
  counts?: { own: UnitCounts; attached: UnitCounts };
}

/**
 * Whether a document has a unit, as far as its known structure tells.
 *
 * - The full text knows everything. A text of unchecked OCR may have lost a label: it proves only
 *   what is there.
 * - A complete outline knows the units that it lists down to Điều (or mục, or the numbers of a
 *   directive); of the khoản and điểm below them it knows nothing.
 * - Where the record states how many Điều, chương or mục there are, none has a higher number.
 * - No unit has the number 0.
 * - All else is unknown. An inserted unit (5a) of an amended document is unknown too.
 */
export function canExist(
  tree: ProvisionTree,
  known: KnownText,
  id: string,
): 'exists' | 'cannot-exist' | 'unknown' {
  if (findPlace(tree, id)) return 'exists';
  if (/(?:^|-)(?!n0_)[a-z]*0(?:$|_)/.test(id) || isBeyondCount(known, id)) return 'cannot-exist';
  const chain = idChain(id);
  const missing = chain.find((step) => !tree.byId.has(step));
  if (missing === undefined || (known.isAmended && isInserted(missing))) return 'unknown';
  if (known.state === 'full') return 'cannot-exist';
  if (known.state !== 'outline' || !known.complete) return 'unknown';
  return isListed(tree, missing) ? 'cannot-exist' : 'unknown';
}

/** `d12` of a text of eleven articles. */
function isBeyondCount({ state, counts, isAmended }: KnownText, id: string): boolean {
  if (!counts || state === 'full') return false;
  const scoped = /^kt-(.+)$/.exec(id)?.[1];
  const [, letter = '', digits = '', inserted = ''] =
    /^([dcm])(\d+)([a-z]?)/.exec(scoped ?? id) ?? [];
  if (inserted !== '' && isAmended) return false;
  const { articles, chapters, sections } = scoped === undefined ? counts.own : counts.attached;
  const limit = { d: articles, c: chapters, m: sections }[letter];
  return limit !== undefined && Number(digits) > limit;
}

/** Ids of a unit and of all that its id says it is in, outermost first. @example 'kt-d5-2_3' → ['kt', 'kt-d5', 'kt-d5-2', 'kt-d5-2_3'] */
function idChain(id: string): string[] {
  const steps: string[] = [];
  for (const match of id.matchAll(/[-_]|$/g)) {
    const step = id.slice(0, match.index);
    // `d5-0` and `n0` only say that a number is left out.
    if (!/(?:^n|-n?)0$/.test(step)) steps.push(step);
  }
  return steps;
}

/** `d5a`, `d5-2a`, but not `d5-2-a`, `pb` or `pl`. */
function isInserted(id: string): boolean {
  return /\d[a-z]+\d*$/.test(id);
}

/** Whether a complete outline would list this unit: it is of an upper level, in a scope it covers. */
function isListed(tree: ProvisionTree, id: string): boolean {
  const scope = /^(?:(?:kt\d*|pl[a-z0-9]*|ms\d+[a-z]*)-)+/.exec(id)?.[0] ?? '';
  const own = id.slice(scope.length);
  if (!/^[pcmtdn][a-z0-9]+(?:-[cmt][a-z0-9]+)*$/.test(own) || /^(?:pl|ms|mo)/.test(own))
    return false;
  const units = scope === '' ? tree.children : tree.byId.get(scope.slice(0, -1))?.children;
  return units?.some((unit) => UPPER.includes(unit.kind)) === true;
}

const UPPER: readonly Provision['kind'][] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'roman',
  'number',
];
