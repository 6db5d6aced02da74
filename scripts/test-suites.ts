import { readFileSync } from 'node:fs';

/** What one suite ran. */
export interface Tally {
  passed: number;
  failed: number;
  /** Names of tests that could not run; each says why. */
  skipped: string[];
}

/** A part of `npm test`, run as a program of its own. */
export interface Suite {
  name: string;
  /** Program and arguments, from `node_modules/.bin`. */
  command: readonly string[];
  /** Counts of the suite after its program has ended with this exit code. */
  tally: (exitCode: number | null) => Tally;
}

/** A suite that only passes or fails as a whole: it counts as one test. */
export function checkSuite(name: string, ...command: string[]): Suite {
  return {
    name,
    command,
    tally: (exitCode) => ({
      passed: exitCode === 0 ? 1 : 0,
      failed: exitCode === 0 ? 0 : 1,
      skipped: [],
    }),
  };
}

/**
 * A project of vitest.
 *
 * @param report Where its JSON report goes.
 */
export function vitestSuite(project: string, report: string): Suite {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: project,
    command: ['vitest', 'run', '--project', project, ...reporters],
    tally: (exitCode) => tallyVitest(readReport(report), exitCode),
  };
}

/** The part of vitest's JSON report that counts. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

/**
 * Counts of a vitest run. A run that failed without a failed test (a file that does not load, an
 * error outside of tests, no test at all, no report) counts as one failure, never as success.
 *
 * @param report Null when there is none.
 */
export function tallyVitest(report: VitestReport | null, exitCode: number | null): Tally {
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report ?? {};
  const skipped = (report?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  const ranNothing = passed + failed === 0;
  return { passed, failed: failed === 0 && (exitCode !== 0 || ranNothing) ? 1 : failed, skipped };
}

/** Sum of several suites. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/**
 * Run suites side by side, in their order.
 *
 * @param lanes How many run at a time. @param run Runs one; must not throw.
 * @returns What each gave, in the order of the suites.
 */
export async function inLanes<T, R>(
  lanes: number,
  suites: readonly T[],
  run: (suite: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = suites.entries();
  const lane = async (): Promise<void> => {
    for (const [index, suite] of waiting) results[index] = await run(suite);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** The closing line of `npm test`. @example '12 passed, 0 failed, 1 skipped' */
export function formatTally({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped.length > 0 ? `${line}, ${skipped.length} skipped` : line;
}

function readReport(path: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}
