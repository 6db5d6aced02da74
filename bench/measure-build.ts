import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What one build costs. */
export interface BuildRow {
  what: string;
  /** User and system time of the command and everything it starts, in seconds. */
  'CPU s': number;
  'wall s': number;
}

/** Build the site of a corpus, as `npm run build` does. */
export function measureBuild(
  content: string,
  out: string,
  what = 'this library',
): Promise<BuildRow> {
  return measureCommand(what, ['npm', 'run', 'build'], process.cwd(), {
    SITE_CONTENT: content,
    SITE_OUT: out,
  });
}

/** Write one word more into one text of a corpus that has been built, and build it again. */
export async function measureRebuild(content: string, out: string): Promise<BuildRow> {
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
): Promise<BuildRow> {
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
  return { what, 'CPU s': round(childSeconds(times)), 'wall s': round(wall) };
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
