import type { SearchDocument } from './index-format.ts';

/** Share of its score that a document keeps by its place in the library. */
const TIER_WORTH: Record<SearchDocument['tier'], number> = { 1: 1, 2: 0.99, 3: 0.975 };
const STATUS_WORTH: Record<SearchDocument['status'], number> = {
  'in-force': 1,
  'partly-superseded': 1,
  unknown: 0.99,
  superseded: 0.97,
  expired: 0.97,
};
const NAMESAKE_WORTH = 0.75;

/** Among equal hits: core before context, in force before superseded, namesakes last. */
export function priorOf({ tier, status, namesake }: SearchDocument): number {
  return TIER_WORTH[tier] * STATUS_WORTH[status] * (namesake ? NAMESAKE_WORTH : 1);
}

const STATUS_ORDER: Record<SearchDocument['status'], number> = {
  'in-force': 0,
  'partly-superseded': 0,
  unknown: 1,
  superseded: 2,
  expired: 2,
};

/**
 * Order of documents when nothing else tells them apart: those of the subject, core first, in force
 * first, newest first.
 */
export function compareByPrior(
  a: { document: number },
  b: { document: number },
  documents: readonly SearchDocument[],
): number {
  const left = documents[a.document];
  const right = documents[b.document];
  if (!left || !right) return 0;
  return (
    Number(left.namesake) - Number(right.namesake) ||
    left.tier - right.tier ||
    STATUS_ORDER[left.status] - STATUS_ORDER[right.status] ||
    compareText(right.date ?? '', left.date ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A bearer of a number with what else the query says. */
interface Bearer {
  agreement: number;
  /** Share of the query that its names hold. */
  rest: number;
  candidate: { document: number };
}

/** Steps in which the rest of a query is compared: small differences are chance. */
const REST_STEP = 0.15;

/** Order of documents that share a number: what agrees with the query, then {@link compareByPrior}. */
export function compareBearers(a: Bearer, b: Bearer, documents: readonly SearchDocument[]): number {
  const rest = a.rest - b.rest;
  return (
    b.agreement - a.agreement ||
    (Math.abs(rest) > REST_STEP ? -Math.sign(rest) : 0) ||
    compareByPrior(a.candidate, b.candidate, documents)
  );
}

/** Share of the superseded document's score from which its successor goes before it. */
const CLOSE = 0.8;

/** Difference of the shares of the query in their names up to which both are named alike. */
const NAMED_ALIKE = 0.08;

/**
 * Put documents that took another's place before it when they answer nearly as well, unless the
 * query names the year of the older one.
 */
export function putSuccessorsFirst<
  T extends { document: number; score: number; tier: string; name: { union: number } | null },
>(ranked: readonly T[], documents: readonly SearchDocument[], years: ReadonlySet<string>): T[] {
  const ordered = [...ranked];
  for (let at = 0; at < ordered.length; at++) {
    const old = ordered[at];
    const entry = old && documents[old.document];
    if (!entry || entry.successors.length === 0 || old.tier === 'number') continue;
    if (years.has(entry.date?.slice(0, 4) ?? '')) continue;
    const later = ordered.findIndex(
      (other, index) =>
        index > at &&
        entry.successors.includes(other.document) &&
        other.score >= old.score * CLOSE &&
        (other.name?.union ?? 0) >= (old.name?.union ?? 0) - NAMED_ALIKE,
    );
    if (later < 0) continue;
    const [successor] = ordered.splice(later, 1);
    if (successor) ordered.splice(at, 0, { ...successor, score: old.score });
  }
  return ordered;
}
