import type { Candidate } from './candidates.ts';
import type { SearchDocument } from './index-format.ts';

/** Share of the score of another library's copy from which the own one stands for both. */
const AS_GOOD = 0.8;

/**
 * Show a document once that stands in several libraries: the copy of the library that comes first,
 * unless another's answers much better, as a full text does beside an outline.
 *
 * @returns In the same order; a copy takes the place of the best one.
 */
export function foldCopies(
  candidates: readonly Candidate[],
  documents: readonly SearchDocument[],
): Candidate[] {
  const shown = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const group = groupOf(candidate, documents);
    const first = shown.get(group);
    if (!first) shown.set(group, candidate);
    else if (candidate.document < first.document && candidate.score >= first.score * AS_GOOD)
      shown.set(group, { ...candidate, score: first.score });
  }
  return [...shown.values()];
}

/** The first index among a document's copies. */
function groupOf({ document }: Candidate, documents: readonly SearchDocument[]): number {
  return Math.min(document, ...(documents[document]?.copies ?? []));
}
