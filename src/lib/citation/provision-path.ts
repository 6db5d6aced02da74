import { listRange, rankOf, UNKNOWN_LABEL, type Unit } from './labels.ts';
import type { PlaceWords } from './unit-places.ts';

/** How a group of units is tied to what stands before it. */
export type Join = 'none' | 'of' | 'comma' | 'and' | 'to' | 'bracket';

/** One unit word with its labels: "khoản 1, 2 và 3". */
export interface Group {
  unit: Unit;
  /** Ids per label, see `Label`; `['this']` for "Điều này". */
  labels: readonly (readonly string[])[];
  join: Join;
  /** Token of the unit word. */
  start: number;
  /** Token after the last label. */
  end: number;
  /** Token before the separators that lead to the group. */
  before: number;
  /** The number was Roman. */
  roman: boolean;
}

/** One cited unit: the ids of each level that is named; `['this']` for "này". */
export interface ProvisionPath {
  ids: Partial<Record<Unit, readonly string[]>>;
  /** The section, chapter or part has a Roman number. */
  roman: boolean;
  /** Words that stand beside or in place of numbered units. */
  place?: PlaceWords;
}

/**
 * The units that a run of groups names. A lower unit belongs to the next higher unit on its right
 * ("điểm b khoản 1, khoản 2 Điều 5": điểm b only to khoản 1), or on its left where the run goes
 * from the top down ("Điều 5 khoản 2 điểm a").
 */
export function assembleTargets(groups: readonly Group[]): ProvisionPath[] {
  const paths: ProvisionPath[] = [];
  let descending = false;
  groups.forEach((group, index) => {
    const before = groups[index - 1];
    const step = before ? rankOf(group.unit) - rankOf(before.unit) : 0;
    const last = paths.at(-1);
    if (!before || !last) {
      append(paths, null, group);
    } else if (step === 0 && isNested(before, group)) {
      nest(last, group);
    } else if (step < 0) {
      descending = goesDown(groups, index);
      if (descending) extendLast(paths, last, group);
      else append(paths, null, group);
    } else if (step === 0) {
      if (group.join === 'to') fillRange(paths, last, group);
      append(paths, descending ? last : null, group);
    } else if (qualifies(group, last, descending)) {
      qualify(paths, group);
    } else {
      append(paths, descending ? last : null, group);
    }
  });
  return paths;
}

/** "tiết i trong tiết a": both are tiết, one within the other; "Điều 5 của Điều 6" is nothing. */
function isNested(before: Group, group: Group): boolean {
  const isLow = rankOf(group.unit) < rankOf('clause');
  return isLow && group.join === 'of' && before.labels.length === 1 && group.labels.length === 1;
}

/** The outer label stands first, as in an anchor. */
function nest(path: ProvisionPath, { unit, labels }: Group): void {
  path.ids = { ...path.ids, [unit]: [...(labels[0] ?? []), ...(path.ids[unit] ?? [])] };
}

/**
 * Whether a run can be read in two ways: "khoản 1 Điều 1 và Điều 2" is khoản 1 of Điều 1 and the
 * whole of Điều 2, but some write it for khoản 1 of both.
 */
export function hasTwoReadings(groups: readonly Group[]): boolean {
  return groups.some((group, i) => {
    const [lower, before] = [groups[i - 2], groups[i - 1]];
    if (!lower || before?.unit !== group.unit || group.join !== 'and') return false;
    return rankOf(lower.unit) < rankOf(before.unit) && before.labels.length === 1;
  });
}

/** New paths, one per label, under the units of `base` that are above the group's. */
function append(paths: ProvisionPath[], base: ProvisionPath | null, group: Group): void {
  const above = base ? unitsAbove(base, group.unit) : {};
  for (const label of group.labels) {
    paths.push({
      ids: { ...above, [group.unit]: label },
      roman: group.roman || (base !== null && base.roman && Object.keys(above).length > 0),
    });
  }
}

function unitsAbove(path: ProvisionPath, unit: Unit): ProvisionPath['ids'] {
  const above: ProvisionPath['ids'] = {};
  for (const [name, ids] of Object.entries(path.ids) as [Unit, readonly string[]][]) {
    if (rankOf(name) > rankOf(unit)) above[name] = ids;
  }
  return above;
}

/** "Điều 5" + "khoản 2" → khoản 2 Điều 5 takes the place of Điều 5. */
function extendLast(paths: ProvisionPath[], last: ProvisionPath, group: Group): void {
  paths.pop();
  append(paths, { ...last, ids: unitsAbove(last, group.unit) }, group);
}

/**
 * Whether a lower unit after a higher one belongs to it ("Điều 5, khoản 2"), or begins the next
 * citation ("Điều 5, khoản 2 Điều 6").
 */
function goesDown(groups: readonly Group[], index: number): boolean {
  const [before, group] = [groups[index - 1], groups[index]];
  if (!before || !group || group.join === 'to') return false;
  if (group.join === 'none' || group.join === 'bracket') return true;
  const rise = groups.findIndex(
    (later, i) => i > index && rankOf(later.unit) >= rankOf(before.unit),
  );
  const next = groups[rise];
  if (!next) return group.join === 'comma';
  if (next.join === 'none' || next.join === 'of') return false;
  const [end, beforeEnd] = [groups.at(-1), groups.at(-2)];
  return end !== undefined && beforeEnd !== undefined && rankOf(end.unit) < rankOf(beforeEnd.unit);
}

/** Whether a higher unit says where the lower ones are ("khoản 2, Điều 5"), or is one more unit. */
function qualifies(group: Group, last: ProvisionPath, descending: boolean): boolean {
  if (group.join === 'none' || group.join === 'of') return true;
  if (group.join === 'and' || group.join === 'to' || group.unit === 'annex') return false;
  return !(descending && last.ids[group.unit] !== undefined);
}

/** The first label of a higher unit belongs to all paths that still end below it. */
function qualify(paths: ProvisionPath[], group: Group): void {
  const [first, ...rest] = group.labels;
  if (!first) return;
  for (const path of paths) {
    if (topRank(path) >= rankOf(group.unit)) continue;
    path.ids = { ...path.ids, [group.unit]: first };
    path.roman ||= group.roman;
  }
  append(paths, null, { ...group, labels: rest });
}

function topRank(path: ProvisionPath): number {
  return Math.max(...(Object.keys(path.ids) as Unit[]).map(rankOf));
}

/** "từ khoản 2 đến khoản 4": the units between the two. */
function fillRange(paths: ProvisionPath[], last: ProvisionPath, group: Group): void {
  const from = last.ids[group.unit]?.at(-1);
  const to = group.labels[0]?.at(-1);
  const range = from === undefined || to === undefined ? null : listRange(from, to);
  for (const id of range?.slice(1, -1) ?? []) {
    paths.push({ ids: { ...last.ids, [group.unit]: [id] }, roman: last.roman });
  }
}

/** What the anchors of a document look like: where its units hang. */
export interface AnchorShape {
  /** `kt`, or null for the document itself. */
  scope: string | null;
  /** Units 1, 2, 3 stand at the top of the document: `n3`. */
  numbersAtTop: boolean;
}

/**
 * Anchor of a cited unit.
 *
 * @returns null when the path does not reach an addressable unit or still says "này".
 * @example điểm đ khoản 2 Điều 5 → 'd5-2-dd' · mục III.2 → 'm3-2' · điểm a Điều 5 → 'd5-0-a'
 */
export function formatAnchor(path: ProvisionPath, shape: AnchorShape): string | null {
  const { ids } = path;
  const isOpen = (labels: readonly string[]): boolean =>
    labels.includes('this') || labels.includes(UNKNOWN_LABEL);
  if (Object.values(ids).some(isOpen)) return null;
  const below = belowIds(path);
  const head = ids.article ? `d${ids.article.join('-')}` : headWithoutArticle(path, shape, below);
  if (head === null) return null;
  const scope = ids.annex ? `pl${ids.annex.join('-')}` : shape.scope;
  return (
    [scope, head, ...below].filter((part) => part !== '' && part !== null).join('-') + counted(path)
  );
}

/** Ids under the article or section; `0` for the clause that a point directly under an article lacks. */
function belowIds({ ids }: ProvisionPath): string[] {
  const below: string[] = [];
  if (ids.article && ids.point && !ids.clause) below.push('0');
  for (const unit of ['clause', 'point', 'subpoint'] as const) {
    const labels = ids[unit] ?? [];
    // Điểm 2.1 of khoản 2 repeats the number of the khoản.
    const repeats = labels.length > 1 && labels[0] === below.at(-1);
    below.push(...(repeats ? labels.slice(1) : labels));
  }
  return below;
}

/** Takes the first of `below` when it stands at the top of the document. */
function headWithoutArticle(
  { ids, roman }: ProvisionPath,
  shape: AnchorShape,
  below: string[],
): string | null {
  const part = ids.part ? `p${ids.part.join('-')}` : null;
  const chapter = ids.chapter ? `c${ids.chapter.join('-')}` : null;
  const section = ids.section ? `m${ids.section.join('-')}` : null;
  const subsection = ids.subsection ? `t${ids.subsection.join('-')}` : null;
  if (section !== null && chapter === null && !roman && shape.numbersAtTop) {
    return `n${ids.section?.join('-') ?? ''}`;
  }
  const head = [part, chapter, section, subsection].filter((id) => id !== null).join('-');
  if (head !== '' || ids.annex) return head;
  const first = below.shift();
  return first !== undefined && /^\d/.test(first) ? `n${first}` : null;
}

function counted({ ids }: ProvisionPath): string {
  if (ids.dash) return `_g${ids.dash.join('-')}`;
  return ids.paragraph ? `_${ids.paragraph.join('-')}` : '';
}
