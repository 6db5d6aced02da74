import { formatProblems } from '../i18n/describe-problem.ts';
import type { Problem } from '../lib/validation/problem.ts';

/** Places of one and the same problem that a report names; the others are only counted. */
const MAX_PLACES = 5;

/** Why a site is not published, in words for the person at the keyboard. */
export class SiteError extends Error {
  override name = 'SiteError';
}

/**
 * What is wrong with the content or the output of a site.
 *
 * @param folder That the paths of the problems count from.
 */
export function problemsError(problems: readonly Problem[], folder: string): SiteError {
  return new SiteError(formatProblems(dropRepeated(problems), folder));
}

/** One mistake in a layout is a mistake on every page: a few places are enough to find it. */
function dropRepeated(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, number>();
  return problems.filter(({ id, values }) => {
    const key = JSON.stringify([id, values]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= MAX_PLACES;
  });
}
