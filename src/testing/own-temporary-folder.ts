import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'] as const;
/** Names of things that are told; of more only their number. */
const MOST_NAMED = 10;

/**
 * Give a whole test run one temporary folder: tests, the programs that they start and the profiles of
 * browsers write there. It goes at the end, also of a run that is broken off by Ctrl+C.
 *
 * @returns What removes it, and says what tests have left in it.
 */
export default function setup(): () => void {
  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  const folder = mkdtempSync(join(tmpdir(), 'thu-vien-test-'));
  for (const name of VARIABLES) process.env[name] = folder;
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const end = (): void => {
    process.exit(1);
  };
  process.once('exit', remove).once('SIGTERM', end).once('SIGHUP', end);
  return () => {
    process.off('exit', remove).off('SIGTERM', end).off('SIGHUP', end);
    const left = describeLeft(readdirSync(folder));
    if (left !== null) console.warn(left);
    remove();
    for (const [name, value] of before)
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  };
}

/**
 * What was left behind, by the part of the names that does not change from run to run.
 *
 * @returns null when nothing was.
 * @example describeLeft(['verify-a1B2c3', 'verify-d4E5f6']) // '… verify- (2)'
 */
export function describeLeft(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const counts = new Map<string, number>();
  for (const name of names) {
    const kind = name.replace(/(?<=[-_.])[A-Za-z0-9]{6,}$/, '');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => `${kind} (${count})`);
  const more = kinds.length > MOST_NAMED ? `, ${kinds.length - MOST_NAMED} more` : '';
  return `left in the temporary folder: ${kinds.slice(0, MOST_NAMED).join(', ')}${more}`;
}
