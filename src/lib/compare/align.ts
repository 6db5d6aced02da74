import { measureHeadings, measureLikeness, type Likeness } from './similarity.ts';
import type { CompareUnit } from './units.ts';
import { readWords } from './words.ts';

/** Old units and the new ones that answer to them; one side is empty where nothing answers. */
export interface Link {
  /** Indexes, ascending. */
  olds: number[];
  news: number[];
  /** True when a person has settled it. */
  byHand: boolean;
}

/** What a person knows better: these old anchors answer to these new ones. */
export interface HandAlignment {
  old: readonly string[];
  new: readonly string[];
}

/** Enough alike by the words alone. */
const ALIKE = 0.3;
/** Enough where the headings nearly agree, or a neighbour on either side is settled. */
const ALIKE_WITH_HEADING = 0.1;
const ALIKE_IN_GAP = 0.15;
const HEADING = 0.7;
/** Enough where one heading goes on from the other: "Các hành vi bị cấm", "… bị nghiêm cấm trong …". */
const ALIKE_WITH_LONGER_HEADING = 0.2;
/** A heading of so few words is in many others: "Chữ ký điện tử". */
const LONG_HEADING = 5;
/** Share of a unit's words that another must have to be what it was cut from or merged into. */
const CONTAINED = 0.55;

/**
 * Which old units answer to which new ones.
 *
 * 1. What a person has settled stands.
 * 2. Of the rest, the likeliest pairs first: alike by their words, or by their headings and some
 *    words, or by a heading that occurs once on each side. Each unit is taken once.
 * 3. A unit left over between two settled neighbours goes with the only one left over there.
 * 4. A new unit most of whose words an old unit has was split off from it; an old unit most of whose
 *    words a new one has was merged into it.
 * 5. Groups (chapters) answer to each other by heading, and by how many of their units do.
 *
 * @returns Every unit in exactly one link; in no particular order.
 */
export function alignUnits(
  olds: readonly CompareUnit[],
  news: readonly CompareUnit[],
  byHand: readonly HandAlignment[] = [],
): Link[] {
  const hand = byHand.map((one) => readHand(one, olds, news));
  const free = (units: readonly CompareUnit[], side: 'olds' | 'news'): Set<number> => {
    const taken = new Set(hand.flatMap((link) => link[side]));
    return new Set(units.flatMap((_, at) => (taken.has(at) ? [] : [at])));
  };
  const state: State = {
    olds,
    news,
    likeness: measureLikeness(olds, news),
    headings: measureHeadings(olds, news),
    freeOlds: free(olds, 'olds'),
    freeNews: free(news, 'news'),
    links: hand.filter((link) => link.olds.length + link.news.length > 0),
  };
  pairBest(state);
  pairInGaps(state);
  joinContained(state);
  pairGroups(state);
  return [
    ...state.links,
    ...[...state.freeOlds].map((at) => ({ olds: [at], news: [], byHand: false })),
    ...[...state.freeNews].map((at) => ({ olds: [], news: [at], byHand: false })),
  ];
}

interface State {
  olds: readonly CompareUnit[];
  news: readonly CompareUnit[];
  likeness: ReadonlyMap<number, ReadonlyMap<number, Likeness>>;
  headings: (old: number, now: number) => number;
  freeOlds: Set<number>;
  freeNews: Set<number>;
  links: Link[];
}

const NOTHING: Likeness = { text: 0, oldInNew: 0, newInOld: 0 };

function likenessAt({ likeness }: State, old: number, now: number): Likeness {
  return likeness.get(old)?.get(now) ?? NOTHING;
}

function readHand(
  { old, new: now }: HandAlignment,
  olds: readonly CompareUnit[],
  news: readonly CompareUnit[],
): Link {
  const find = (ids: readonly string[], units: readonly CompareUnit[]): number[] =>
    units.flatMap(({ id }, at) => (id !== '' && ids.includes(id) ? [at] : []));
  return { olds: find(old, olds), news: find(now, news), byHand: true };
}

function take(state: State, old: number, now: number): void {
  state.links.push({ olds: [old], news: [now], byHand: false });
  state.freeOlds.delete(old);
  state.freeNews.delete(now);
}

interface Candidate {
  old: number;
  now: number;
  score: number;
}

function pairBest(state: State): void {
  const { olds, news, freeOlds, freeNews } = state;
  const oldHeadings = countHeadings(olds);
  const newHeadings = countHeadings(news);
  const candidates: Candidate[] = [];
  for (const old of freeOlds) {
    for (const now of freeNews) {
      const [a, b] = [olds[old], news[now]];
      if (!a || !b || !canAnswer(a, b) || a.isGroup) continue;
      const { text } = likenessAt(state, old, now);
      const heading = state.headings(old, now);
      const isOnly =
        heading === 1 &&
        oldHeadings.get(headingKey(a)) === 1 &&
        newHeadings.get(headingKey(b)) === 1;
      const isAlike =
        text >= ALIKE ||
        (heading >= HEADING && text >= ALIKE_WITH_HEADING) ||
        (text >= ALIKE_WITH_LONGER_HEADING && isLongerHeading(a, b)) ||
        isOnly;
      const isEdge = a.realm !== 'text';
      if (!isAlike && !isEdge) continue;
      candidates.push({ old, now, score: score(a, b, text, heading) });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.old - b.old || a.now - b.now);
  for (const { old, now } of candidates) {
    if (freeOlds.has(old) && freeNews.has(now)) take(state, old, now);
  }
}

/** A chapter answers to no article, an opening to no closing. */
function canAnswer(a: CompareUnit, b: CompareUnit): boolean {
  return a.isGroup === b.isGroup && a.realm === b.realm;
}

function score(a: CompareUnit, b: CompareUnit, text: number, heading: number): number {
  const sameLabel = a.label === b.label ? 0.03 : 0;
  const sameScope = (a.scope === '') === (b.scope === '') ? 0.05 : 0;
  const sameHeading = heading === 1 ? 0.05 : 0;
  return 0.75 * text + 0.2 * heading + sameHeading + sameLabel + sameScope;
}

/** Whether all words of the shorter heading stand in the longer one, in their order. */
function isLongerHeading(a: CompareUnit, b: CompareUnit): boolean {
  const [short = [], long = []] = [a, b]
    .map(({ heading }) => readWords(heading ?? '').map(({ key }) => key))
    .sort((one, other) => one.length - other.length);
  if (short.length < LONG_HEADING) return false;
  let at = 0;
  for (const key of long) if (key === short[at]) at++;
  return at === short.length;
}

function headingKey({ heading }: CompareUnit): string {
  return (heading ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function countHeadings(units: readonly CompareUnit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const key = headingKey(unit);
    if (!unit.isGroup && key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Between two pairs that follow each other on both sides, what is left over may be one pair. */
function pairInGaps(state: State): void {
  const { olds, news, freeOlds, freeNews } = state;
  const partner = new Map<number, number>();
  for (const {
    olds: [old],
    news: [now],
  } of state.links) {
    if (old !== undefined && now !== undefined) partner.set(old, now);
  }
  for (const old of [...freeOlds]) {
    if (olds[old]?.isGroup !== false) continue;
    const before = neighbour(old, -1, olds);
    const after = neighbour(old, 1, olds);
    const from = before === null ? -1 : partner.get(before);
    const to = after === null ? news.length : partner.get(after);
    if (from === undefined || to === undefined) continue;
    const between = [...freeNews].filter(
      (now) => now > from && now < to && news[now]?.isGroup === false,
    );
    const [now] = between;
    if (between.length !== 1 || now === undefined) continue;
    const [a, b] = [olds[old], news[now]];
    if (b && canAnswer(a, b) && likenessAt(state, old, now).text >= ALIKE_IN_GAP)
      take(state, old, now);
  }
}

/** The next unit in a direction that is no group. */
function neighbour(at: number, step: 1 | -1, units: readonly CompareUnit[]): number | null {
  for (let i = at + step; i >= 0 && i < units.length; i += step)
    if (units[i]?.isGroup === false) return i;
  return null;
}

function joinContained(state: State): void {
  const { olds, news, freeOlds, freeNews, links } = state;
  for (const now of [...freeNews]) {
    const old = bestHolder(olds, news[now], (at) => likenessAt(state, at, now).newInOld);
    if (old === null) continue;
    freeNews.delete(now);
    const link = links.find((one) => one.olds.includes(old));
    if (link) link.news = insert(link.news, now);
    else take(state, old, now);
  }
  for (const old of [...freeOlds]) {
    const now = bestHolder(news, olds[old], (at) => likenessAt(state, old, at).oldInNew);
    if (now === null) continue;
    freeOlds.delete(old);
    const link = links.find((one) => one.news.includes(now));
    if (link) link.olds = insert(link.olds, old);
    else take(state, old, now);
  }
}

/** The unit that has most of the words of a part; null when none has enough. */
function bestHolder(
  holders: readonly CompareUnit[],
  part: CompareUnit | undefined,
  share: (at: number) => number,
): number | null {
  if (part?.isGroup !== false || part.realm !== 'text') return null;
  let best: number | null = null;
  holders.forEach((holder, at) => {
    if (!canAnswer(holder, part) || share(at) < CONTAINED) return;
    if (best === null || share(at) > share(best)) best = at;
  });
  return best;
}

function insert(list: readonly number[], value: number): number[] {
  return [...list, value].sort((a, b) => a - b);
}

function pairGroups(state: State): void {
  const { olds, news, freeOlds, freeNews } = state;
  const share = sharedMembers(state);
  const candidates: Candidate[] = [];
  for (const old of freeOlds) {
    for (const now of freeNews) {
      const [a, b] = [olds[old], news[now]];
      if (!a?.isGroup || !b || !canAnswer(a, b)) continue;
      const heading = state.headings(old, now);
      const members = share(a.id, b.id);
      if (heading < HEADING && members < 0.5) continue;
      const sameLabel = a.label === b.label ? 0.05 : 0;
      candidates.push({ old, now, score: heading + members + sameLabel });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.old - b.old || a.now - b.now);
  for (const { old, now } of candidates) {
    if (freeOlds.has(old) && freeNews.has(now)) take(state, old, now);
  }
}

/** Share of the members of two groups that answer to one another, 0–1. */
function sharedMembers({ olds, news, links }: State): (old: string, now: string) => number {
  const counts = new Map<string, number>();
  const sizes = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const unit of olds) for (const group of unit.groups) count(sizes, `old ${group}`);
  for (const unit of news) for (const group of unit.groups) count(sizes, `new ${group}`);
  for (const link of links) {
    const oldGroups = olds[link.olds[0] ?? -1]?.groups ?? [];
    const newGroups = news[link.news[0] ?? -1]?.groups ?? [];
    for (const a of oldGroups) for (const b of newGroups) count(counts, `${a} ${b}`);
  }
  return (old, now) => {
    const all = (sizes.get(`old ${old}`) ?? 0) + (sizes.get(`new ${now}`) ?? 0);
    return all === 0 ? 0 : (2 * (counts.get(`${old} ${now}`) ?? 0)) / all;
  };
}
