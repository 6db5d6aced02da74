import type { ParseProblem } from './types.ts';

/** Collects what is wrong in one body. */
export interface ProblemSink {
  problems: ParseProblem[];
  /** Record a problem; the same one is recorded once per line. */
  report: (id: string, line: number, column: number, values?: Record<string, string>) => void;
}

/** More than any person will read; hostile input could otherwise fill the memory. */
const MOST_PROBLEMS = 5000;

export function createSink(): ProblemSink {
  const problems: ParseProblem[] = [];
  const seen = new Set<string>();
  return {
    problems,
    report(id, line, column, values = {}) {
      if (problems.length > MOST_PROBLEMS) return;
      const key = `${id} ${line} ${Object.values(values).join(' ')}`;
      if (seen.has(key)) return;
      seen.add(key);
      if (problems.length === MOST_PROBLEMS)
        problems.push({ id: 'too-many-problems', line, column, values: {} });
      else problems.push({ id, line, column, values });
    },
  };
}
