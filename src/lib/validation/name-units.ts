import type { Reading } from '../library/types.ts';
import type { Problem } from './problem.ts';

interface Start {
  line: number;
  label: string;
}

/**
 * Name the unit in whose text each problem stands: a clerk looks for “khoản 2 Điều 5” in the
 * original, not for a line. A problem that names its unit itself is left as it is.
 *
 * @param readings Files with their texts as far as parsed.
 */
export function nameUnits(problems: readonly Problem[], readings: readonly Reading[]): Problem[] {
  const byPath = new Map(readings.map((reading) => [reading.file.path, reading]));
  const starts = new Map<string, Start[]>();
  return problems.map((problem) => {
    const { path, line, values } = problem;
    const reading = byPath.get(path);
    if (!reading?.tree || line < reading.front.bodyLine || 'label' in values) return problem;
    const known = starts.get(path) ?? startsOf(reading);
    starts.set(path, known);
    const unit = known.findLast((start) => start.line <= line)?.label ?? '';
    return unit === '' ? problem : { ...problem, unit };
  });
}

/** Where units and footnotes begin, in order of the file. */
function startsOf({ tree }: Reading): Start[] {
  const units = [...(tree?.byId.values() ?? [])].map(({ line, label }) => ({ line, label }));
  const notes = (tree?.footnotes ?? []).map(({ line, label }) => ({
    line,
    label: `chú thích ${label}`,
  }));
  return [...units, ...notes].sort((a, b) => a.line - b.line);
}
