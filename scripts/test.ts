/**
 * `npm test [-- <suite> …]`: every suite, or those named; ends with one line of counts.
 * Exit code 1 when a test failed or a suite did not run.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  addTallies,
  checkSuite,
  formatTally,
  inLanes,
  vitestSuite,
  type Suite,
  type Tally,
} from './test-suites.ts';

const reports = join('.cache', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** Each uses little more than one processor, so two run at a time; the longest goes first. */
const light: readonly Suite[] = [
  vitestSuite('unit', join(reports, 'unit.json')),
  checkSuite('lint', 'eslint', '.', '--max-warnings', '0'),
  checkSuite('pages', 'astro', 'check', '--minimumFailingSeverity', 'warning'),
  checkSuite('types', 'tsc', '--noEmit'),
  checkSuite('format', 'prettier', '--check', '.'),
];
/** Fills the machine by itself. */
const heavy: readonly Suite[] = [vitestSuite('e2e', join(reports, 'e2e.json'))];

const names = [...light, ...heavy].map(({ name }) => name);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
const isWanted = ({ name }: Suite): boolean => wanted.length === 0 || wanted.includes(name);

if (unknown.length > 0) {
  console.error(`no suite ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  const tallies = [
    ...(await inLanes(2, light.filter(isWanted), runAside)),
    ...(await inLanes(1, heavy.filter(isWanted), runInSight)),
  ];
  const total = addTallies(tallies);
  for (const name of new Set(total.skipped)) console.log(`\nSKIPPED: ${name}`);
  console.log(`\n${formatTally(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** Its output comes when it has ended, so that two do not get mixed up. */
async function runAside(suite: Suite): Promise<Tally> {
  console.log(`── ${suite.name} …`);
  const { exitCode, output } = await execute(suite.command, 'pipe');
  console.log(`\n── ${suite.name} ──\n${output}`);
  return finish(suite, exitCode);
}

async function runInSight(suite: Suite): Promise<Tally> {
  console.log(`\n── ${suite.name} ──`);
  const { exitCode } = await execute(suite.command, 'inherit');
  return finish(suite, exitCode);
}

function finish(suite: Suite, exitCode: number | null): Tally {
  const tally = suite.tally(exitCode);
  console.log(`── ${suite.name}: ${formatTally(tally)}`);
  return tally;
}

/** @returns Exit code; null when the program was ended by a signal or not found. */
function execute(
  [program = '', ...args]: readonly string[],
  stdio: 'pipe' | 'inherit',
): Promise<{ exitCode: number | null; output: string }> {
  const bin = join(import.meta.dirname, '..', 'node_modules', '.bin', program);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(bin, args, { stdio: ['ignore', stdio, stdio], env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => {
    child.on('error', ({ message }) => {
      resolve({ exitCode: null, output: output + message });
    });
    child.on('close', (exitCode) => {
      resolve({ exitCode, output });
    });
  });
}
