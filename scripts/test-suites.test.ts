import { describe, expect, test } from 'vitest';
import { addTallies, checkSuite, formatTally, inLanes, tallyVitest } from './test-suites.ts';

const report = (passed: number, failed: number, ...others: string[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: [
    {
      assertionResults: [
        ...Array.from({ length: passed }, () => ({ fullName: 'good', status: 'passed' })),
        ...Array.from({ length: failed }, () => ({ fullName: 'bad', status: 'failed' })),
        ...others.map((fullName) => ({ fullName, status: 'skipped' })),
      ],
    },
  ],
});

describe('tallyVitest', () => {
  test.each([
    ['all good', report(3, 0), 0, { passed: 3, failed: 0 }],
    ['failed tests', report(3, 2), 1, { passed: 3, failed: 2 }],
    ['a file that does not load', report(3, 0), 1, { passed: 3, failed: 1 }],
    ['killed', report(3, 0), null, { passed: 3, failed: 1 }],
    ['no report', null, 0, { passed: 0, failed: 1 }],
    ['no test', report(0, 0), 0, { passed: 0, failed: 1 }],
    ['only skipped tests', report(0, 0, 'x'), 0, { passed: 0, failed: 1 }],
  ])('%s', (_, vitestReport, exitCode, expected) => {
    expect(tallyVitest(vitestReport, exitCode)).toMatchObject(expected);
  });

  test('names what was skipped', () => {
    expect(tallyVitest(report(1, 0, 'firefox: not installed'), 0).skipped).toEqual([
      'firefox: not installed',
    ]);
  });
});

test.each([
  [0, 1, 0],
  [2, 0, 1],
  [null, 0, 1],
])('a check that ends with %s counts as one test', (exitCode, passed, failed) => {
  expect(checkSuite('types', 'tsc').tally(exitCode)).toEqual({ passed, failed, skipped: [] });
});

test('the closing line sums all suites and mentions skipped tests only when there are some', () => {
  const a = { passed: 2, failed: 0, skipped: [] };
  const b = { passed: 3, failed: 1, skipped: ['x'] };
  expect(formatTally(addTallies([a]))).toBe('2 passed, 0 failed');
  expect(formatTally(addTallies([a, b]))).toBe('5 passed, 1 failed, 1 skipped');
  expect(formatTally(addTallies([]))).toBe('0 passed, 0 failed');
});

test('two suites run at a time, and their results stand in order', async () => {
  const open = new Map<string, (value: string) => void>();
  const run = (name: string) =>
    new Promise<string>((resolve) => {
      open.set(name, resolve);
    });
  const end = async (name: string) => {
    open.get(name)?.(name.toUpperCase());
    open.delete(name);
    await new Promise(setImmediate);
  };
  const all = inLanes(2, ['a', 'b', 'c', 'd'], run);
  expect([...open.keys()]).toEqual(['a', 'b']);
  await end('b');
  expect([...open.keys()]).toEqual(['a', 'c']);
  await end('c');
  await end('d');
  await end('a');
  expect(await all).toEqual(['A', 'B', 'C', 'D']);
});
