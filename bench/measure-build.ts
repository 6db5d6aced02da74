import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseProfile, PHASES, type PhaseCost } from '../src/integrations/profile/build-profile.ts';

/** What one build costs. */
export interface BuildRow {
  what: string;
  /** User and system time of the command and everything it starts, in seconds. */
  'CPU s': number;
  'wall s': number;
}

/** A build of this library, and what its phases cost. */
export interface MeasuredBuild {
  row: BuildRow;
  phases: PhaseCost[];
}

/** Build the site of a corpus, as `npm run build` does. */
export async function measureBuild(
  content: string,
  out: string,
  what = 'this library',
): Promise<MeasuredBuild> {
  const command = ['npm', 'run', 'build'];
  const env = { SITE_CONTENT: content, SITE_OUT: out, SITE_PROFILE: '1' };
  const { row, said } = await measureCommand(what, command, process.cwd(), env);
  return { row, phases: parseProfile(said) };
}

/** CPU seconds of each phase, a column for each build; what is no part of the process stands apart. */
export function phaseRows(builds: readonly MeasuredBuild[]): Record<string, string | number>[] {
  const rows = Object.entries(PHASES).map(([phase, name]) => ({
    'CPU s': name,
    ...perBuild(({ phases }) => phases.find((cost) => cost.phase === phase)?.seconds ?? NaN),
  }));
  const apart = perBuild(({ row, phases }) => {
    return row['CPU s'] - phases.reduce((sum, { seconds }) => sum + seconds, 0);
  });
  return [...rows, { 'CPU s': 'npm, and the process before and after', ...apart }];

  function perBuild(seconds: (build: MeasuredBuild) => number): Record<string, number> {
    return Object.fromEntries(
      builds.map((build) => [build.row.what, Math.round(seconds(build) * 100) / 100]),
    );
  }
}

/** Write one word more into one text of a corpus that has been built, and build it again. */
export async function measureRebuild(content: string, out: string): Promise<MeasuredBuild> {
  const folder = join(content, 'van-ban');
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    if (!path.endsWith('.mdx')) continue;
    const file = join(folder, path);
    const text = await readFile(file, 'utf8');
    const changed = text.replace(' thực hiện ', ' nay thực hiện ');
    if (changed === text) continue;
    await writeFile(file, changed);
    return measureBuild(content, out, 'this library, one word changed');
  }
  throw new Error(`${folder} has no text with the word that is changed`);
}

/** A command that has been measured. */
export interface MeasuredCommand {
  row: BuildRow;
  /** The end of what it said. */
  said: string;
}

/**
 * Run a command and measure it. The shell's `times` counts what the command's own children used.
 *
 * @throws When the command fails, with the end of what it said.
 */
export async function measureCommand(
  what: string,
  command: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<MeasuredCommand> {
  const script = '"$@" 1>&2; code=$?; times; exit $code';
  const child = spawn('sh', ['-c', script, 'sh', ...command], {
    cwd,
    env: { ...process.env, ...env },
  });
  const start = performance.now();
  let said = '';
  let times = '';
  child.stdout.on('data', (part: Buffer) => (times += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-3000)));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${said}`);
  const wall = (performance.now() - start) / 1000;
  const row = { what, 'CPU s': round(childSeconds(times)), 'wall s': round(wall) };
  return { row, said };
}

/** The second line of `times`: user and system time of the children, as `1m2.34s`. */
function childSeconds(times: string): number {
  const line = times.trim().split('\n')[1] ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
