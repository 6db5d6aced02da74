import { scoreCandidate, type Candidate } from './candidates.ts';
import type { Evaluation, Indexes } from './evaluate.ts';
import { findNumbers, type NumberReference } from './find-numbers.ts';
import type { Notice } from './notice.ts';
import type { ParsedQuery, QueryTerm } from './query.ts';
import { compareBearers, compareByPrior } from './rank.ts';

/** Scores of documents that the query names outright; words alone never reach them. */
const NUMBER_SCORE = 3;
const DAY_SCORE = 2;
const NUMBER_TIER = ['number', NUMBER_SCORE] as const;
const NEAR_TIER = ['near', 1.5] as const;
/** Coverage from which a name is the query's own. */
const NAMED = 0.8;
/** How much more of the query another document's names must hold. */
const CLEARLY_MORE = 0.1;

/** What the number in a query leads to. */
export interface NumberRanking {
  /** Bearers in the order in which they are likely meant; else those of a similar number. */
  candidates: Candidate[];
  notice: Notice | null;
  /** What the query says before or after the number, when it is all on one side. */
  beside: readonly QueryTerm[];
}

const NO_NUMBER: NumberRanking = { candidates: [], notice: null, beside: [] };

/**
 * Bearers of a number that the query names. Documents whose code is another one are never taken for
 * bearers: they come as a suggestion, tier `near`, with a notice.
 *
 * @param ranked Documents by their words, best first.
 * @returns Nothing when the query names no number, or is the title of a document that names one.
 */
export function rankNumbers(
  query: ParsedQuery,
  evaluations: readonly Evaluation[],
  ranked: readonly Candidate[],
  indexes: Indexes,
): NumberRanking {
  const first = query.exact ? null : firstReference(query, evaluations, indexes);
  if (!first) return NO_NUMBER;
  const { reference, rest, evaluation } = first;
  const fitting = reference.bearers.filter(({ fits }) => fits);
  const timely = fitting.filter((bearer) => bearer.timely);
  const kept =
    timely.length > 0
      ? timely
      : fitting.length > 0
        ? fitting
        : reference.bearers.filter(({ similar }) => similar);
  const bearers = kept.map(({ document, agreement }) => ({
    agreement,
    rest: rest.length === 0 ? 0 : (evaluation.names.get(document)?.union ?? 0),
    candidate: scoreCandidate(document, evaluation, indexes),
  }));
  const own = bearers.map(({ candidate }) => candidate);
  if (rest.length > 2 && isAnotherMeant(ranked, own)) return NO_NUMBER;
  bearers.sort((a, b) => compareBearers(a, b, indexes.documents));
  const [tier, score] = fitting.length > 0 ? NUMBER_TIER : NEAR_TIER;
  return {
    candidates: bearers.map(({ candidate }, at) => ({
      ...candidate,
      tier,
      score: score - at / 100,
    })),
    notice: noticeOf(reference, rest, fitting.length, timely.length),
    beside: fitting.length > 0 && first.oneSided ? rest : [],
  };
}

/** Words beside a number that only say when. */
const TIME_WORDS = new Set(
  'nam ngay thang khoa dai hoi lan thu cua dang toan quoc bieu'.split(' '),
);

function noticeOf(
  { written, bearers }: NumberReference,
  rest: readonly QueryTerm[],
  fitting: number,
  timely: number,
): Notice | null {
  if (timely > 0) return null;
  if (fitting === 0) {
    return { kind: 'number', number: written, near: bearers.some(({ similar }) => similar) };
  }
  const onlyTime = rest.every(({ key }) => TIME_WORDS.has(key) || COUNT.test(key));
  const time = rest
    .map(({ written: word, gap }) => gap + word)
    .join('')
    .trim();
  return onlyTime ? { kind: 'time', number: written, time } : null;
}

const COUNT = /^(?:\d+|[ivxl]+)$/;

/** The first number that the query means, in its first reading that has one. */
function firstReference(
  query: ParsedQuery,
  evaluations: readonly Evaluation[],
  { numbers, documents }: Indexes,
): {
  reference: NumberReference;
  rest: QueryTerm[];
  oneSided: boolean;
  evaluation: Evaluation;
} | null {
  const dates = documents.map(({ date }) => date);
  for (const evaluation of evaluations) {
    const { terms: all } = evaluation.reading;
    const terms = all.filter(({ dated }) => !dated);
    const reference = findNumbers(terms, numbers, query, dates).find((found) =>
      isMeant(found, terms.length),
    );
    if (!reference) continue;
    const own = new Set(terms.slice(reference.from, reference.to));
    const rest = all.filter((term) => !own.has(term));
    const oneSided = reference.from === 0 || reference.to === terms.length;
    return { reference, rest, oneSided, evaluation };
  }
  return null;
}

/** A number without code and type is meant only when the query has nothing else. */
function isMeant({ certainty, from, to }: NumberReference, length: number): boolean {
  return certainty !== 'bare' || to - from === length;
}

/** The query is the name of another document, which itself names this number. */
function isAnotherMeant(ranked: readonly Candidate[], bearers: readonly Candidate[]): boolean {
  const own = new Set(bearers.map(({ document }) => document));
  const best = Math.max(0, ...bearers.map(({ name }) => name?.union ?? 0));
  return ranked.some(
    ({ document, name }) =>
      name !== null &&
      !own.has(document) &&
      name.coverage > NAMED &&
      name.union > best + CLEARLY_MORE,
  );
}

/**
 * Documents of the day that the query names, those of the type and issuer named first.
 *
 * @param ranked Documents by their words, best first.
 * @returns Empty when the query is the name of another document.
 */
export function rankDays(
  query: ParsedQuery,
  [evaluation]: readonly Evaluation[],
  ranked: readonly Candidate[],
  indexes: Indexes,
): Candidate[] {
  if (query.days.size === 0 || query.exact || !evaluation) return [];
  const { documents, typeWords } = indexes;
  const candidates = documents.flatMap(({ date }, document) =>
    date !== null && query.days.has(date) ? [scoreCandidate(document, evaluation, indexes)] : [],
  );
  const others = query.terms.filter(({ dated }) => !dated);
  if (others.length > 2 && isAnotherMeant(ranked, candidates)) return [];
  const { type } = evaluation;
  const ofType = candidates.filter(({ document }) => typeWords[document]?.has(type) === true);
  return (ofType.length > 0 ? ofType : candidates)
    .sort((a, b) => shareOf(b) - shareOf(a) || compareByPrior(a, b, documents))
    .map((candidate, at) => ({ ...candidate, tier: 'date', score: DAY_SCORE - at / 100 }));
}

function shareOf({ name }: Candidate): number {
  return name?.union ?? 0;
}
