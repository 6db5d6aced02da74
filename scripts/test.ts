/**
 * `npm test [-- <suite> …]`: every suite, or those named; ends with one line of counts.
 * Exit code 1 when a test failed or a suite did not run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addTallies, checkSuite, formatTally, vitestSuite, type Suite } from './test-suites.ts';

const reports = join('.cache', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const suites: readonly Suite[] = [
  checkSuite('types', 'tsc', '--noEmit'),
  checkSuite('pages', 'astro', 'check', '--minimumFailingSeverity', 'warning'),
  checkSuite('lint', 'eslint', '.', '--max-warnings', '0'),
  checkSuite('format', 'prettier', '--check', '.'),
  vitestSuite('unit', join(reports, 'unit.json')),
  vitestSuite('e2e', join(reports, 'e2e.json')),
];
const names = suites.map(({ name }) => name);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  console.error(`no suite ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  run(suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
}

function run(chosen: readonly Suite[]): void {
  const tallies = chosen.map((suite) => {
    console.log(`\n── ${suite.name} ──`);
    const tally = suite.tally(execute(suite.command));
    console.log(`── ${suite.name}: ${formatTally(tally)}`);
    return tally;
  });
  const total = addTallies(tallies);
  for (const name of new Set(total.skipped)) console.log(`\nSKIPPED: ${name}`);
  console.log(`\n${formatTally(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** @returns Exit code; null when the program was ended by a signal or not found. */
function execute([program = '', ...args]: readonly string[]): number | null {
  const bin = join(import.meta.dirname, '..', 'node_modules', '.bin', program);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return spawnSync(bin, args, { stdio: 'inherit', env }).status;
}
