import { fold } from './fold.ts';

/**
 * The known values most like a mistyped one, best first, compared on their folded forms.
 *
 * @param value What was written.
 * @param known Values that exist.
 * @param limit How many to give at most.
 * @returns Values within a third of the length in edits; empty when none is near.
 * @example nearest('nghi-quyt', ['nghi-quyet', 'luat']) // ['nghi-quyet']
 */
export function nearest(value: string, known: Iterable<string>, limit = 3): string[] {
  const wanted = fold(value);
  const bound = Math.max(2, Math.floor(wanted.length / 3));
  return [...known]
    .map((candidate) => ({ candidate, distance: editDistance(wanted, fold(candidate), bound) }))
    .filter(({ distance }) => distance <= bound)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/**
 * Levenshtein distance of two strings.
 *
 * @param bound Stop counting above it.
 * @returns The distance, or `bound + 1` when it is larger than `bound`.
 */
export function editDistance(a: string, b: string, bound = Infinity): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const insertion = (current[column - 1] ?? 0) + 1;
      const deletion = (previous[column] ?? 0) + 1;
      current.push(Math.min(substitution, insertion, deletion));
    }
    if (Math.min(...current) > bound) return bound + 1;
    previous = current;
  }
  return Math.min(previous[b.length] ?? 0, bound + 1);
}
