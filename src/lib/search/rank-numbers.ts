import { scoreCandidate, type Candidate } from './candidates.ts';
import type { Evaluation, Indexes } from './evaluate.ts';
import { findNumbers, type NumberReference } from './find-numbers.ts';
import type { ParsedQuery, QueryTerm } from './query.ts';
import { compareBearers } from './rank.ts';

/** Scores of documents that the query names outright; words alone never reach them. */
const NUMBER_SCORE = 3;
const DAY_SCORE = 2;
/** Coverage from which a name is the query's own. */
const NAMED = 0.8;
/** How much more of the query another document's names must hold. */
const CLEARLY_MORE = 0.1;

/**
 * Bearers of a number that the query names, in the order in which they are likely meant.
 *
 * @param ranked Documents by their words, best first.
 * @returns Empty when the query names no number, or is the title of a document that names one.
 */
export function rankNumbers(
  query: ParsedQuery,
  evaluations: readonly Evaluation[],
  ranked: readonly Candidate[],
  indexes: Indexes,
): Candidate[] {
  const first = query.exact ? null : firstReference(query, evaluations, indexes);
  if (!first) return [];
  const { reference, rest, evaluation } = first;
  const agreeing = reference.bearers.filter(({ agreement }) => agreement >= 0);
  const bearers = (agreeing.length > 0 ? agreeing : reference.bearers).map(
    ({ document, agreement }) => ({
      agreement,
      rest: rest.length === 0 ? 0 : (evaluation.names.get(document)?.union ?? 0),
      candidate: scoreCandidate(document, evaluation, indexes),
    }),
  );
  const own = bearers.map(({ candidate }) => candidate);
  if (rest.length > 2 && isAnotherMeant(ranked, own)) return [];
  bearers.sort((a, b) => compareBearers(a, b, indexes.documents));
  return bearers.map(({ candidate }, at) => ({
    ...candidate,
    tier: 'number',
    score: NUMBER_SCORE - at / 100,
  }));
}

/** The first number that the query means, in its first reading that has one. */
function firstReference(
  query: ParsedQuery,
  evaluations: readonly Evaluation[],
  { numbers, documents }: Indexes,
): { reference: NumberReference; rest: QueryTerm[]; evaluation: Evaluation } | null {
  const dates = documents.map(({ date }) => date);
  for (const evaluation of evaluations) {
    const terms = evaluation.reading.terms.filter(({ dated }) => !dated);
    const reference = findNumbers(terms, numbers, query, dates).find((found) =>
      isMeant(found, terms.length),
    );
    if (!reference) continue;
    const rest = terms.filter((_, at) => at < reference.from || at >= reference.to);
    return { reference, rest, evaluation };
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

/** Documents of the day that the query names, when it names little else. */
export function rankDays(
  query: ParsedQuery,
  [evaluation]: readonly Evaluation[],
  indexes: Indexes,
): Candidate[] {
  const onlyDay = query.days.size > 0 && query.syllables.length - query.dated.size <= 1;
  if (!onlyDay || !evaluation) return [];
  return indexes.documents.flatMap(({ date }, document): Candidate[] =>
    date !== null && query.days.has(date)
      ? [{ ...scoreCandidate(document, evaluation, indexes), tier: 'date', score: DAY_SCORE }]
      : [],
  );
}
