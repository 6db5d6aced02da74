import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeEnd } from '../content/temporary-folder.ts';
import { Refusal } from './import-error.ts';

/** Programs that the importer uses when they are there, by the names they go under. */
const PROGRAMS = {
  libreoffice: ['soffice', 'libreoffice'],
  antiword: ['antiword'],
  pdftotext: ['pdftotext'],
  pdftoppm: ['pdftoppm'],
  pdfsig: ['pdfsig'],
  tesseract: ['tesseract'],
  prlimit: ['prlimit'],
  unshare: ['unshare'],
} as const;

export type Helper = keyof typeof PROGRAMS;

/** Full path of a helper program; null when it is not installed. */
export async function findHelper(helper: Helper): Promise<string | null> {
  const names: readonly string[] = PROGRAMS[helper];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names)
    for (const folder of [...folders, ...PLACES])
      for (const suffix of process.platform === 'win32' ? ['.exe'] : ['']) {
        const path = join(folder, name + suffix);
        if (await isExecutable(path)) return path;
      }
  return null;
}

/**
 * Full path of a helper program that is needed.
 *
 * @throws {Refusal} `helper-missing-<name>`: with the way to get it and which other file to ask for.
 */
export async function requireHelper(helper: Helper): Promise<string> {
  const path = await findHelper(helper);
  if (path === null) throw new Refusal(`helper-missing-${helper}`);
  return path;
}

export interface RunOptions {
  /** Milliseconds after which the program is ended. */
  timeout: number;
  /** Bytes of output that are kept. */
  maxOutput?: number;
  cwd?: string;
  env?: Record<string, string>;
  /** Keep what it writes as errors too. */
  withErrors?: boolean;
  /** What it reads; nothing without. */
  input?: Buffer;
  /** Ends it before its time. */
  signal?: AbortSignal;
  /** Bytes of main memory that it and what it started may hold; watched on Linux only. */
  memory?: number;
  /** Told when it is ended for one of these reasons; the output is then null. */
  onEnded?: (why: 'time' | 'memory') => void;
}

/**
 * Run a helper program, without a shell. When its time is over, it and all that it started are
 * ended: office programs start by a script.
 *
 * @returns Its output; null when it failed, took too long or wrote too much.
 */
export function runHelper(
  path: string,
  args: readonly string[],
  {
    timeout,
    maxOutput = 64 * 2 ** 20,
    cwd,
    env,
    withErrors,
    input,
    signal,
    memory,
    onEnded,
  }: RunOptions,
): Promise<Buffer | null> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(null);
      return;
    }
    const child = spawn(path, [...args], {
      detached: hasGroups,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let isEnded = false;
    const end = (): void => {
      isEnded = true;
      endGroup(child);
    };
    const endFor = (why: 'time' | 'memory') => (): void => {
      end();
      onEnded?.(why);
    };
    const clock = setTimeout(endFor('time'), Math.min(timeout, LONGEST_TIMER));
    const watch = memory === undefined ? undefined : watchMemory(child, memory, endFor('memory'));
    // Its group is not that of the terminal: Ctrl+C would leave it running.
    const release = beforeEnd(end);
    signal?.addEventListener('abort', end);
    // A program that ends before it has read all is judged by how it ended.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const collect = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > maxOutput) end();
      else chunks.push(chunk);
    };
    child.stdout.on('data', collect);
    if (withErrors === true) child.stderr.on('data', collect);
    else child.stderr.resume();
    const settle = (isGood: boolean): void => {
      clearTimeout(clock);
      clearInterval(watch);
      signal?.removeEventListener('abort', end);
      release();
      resolve(isGood && !isEnded ? Buffer.concat(chunks) : null);
    };
    child.on('error', () => {
      settle(false);
    });
    child.on('close', (code) => {
      settle(code === 0);
    });
  });
}

/** Milliseconds; a longer timer would go off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

const hasGroups = process.platform !== 'win32';

function endGroup(child: ChildProcess): void {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Milliseconds between two looks at the memory of a program. */
const WATCH = 200;
/** Bytes of a page of memory, as Linux counts them. */
const PAGE = 4096;

function watchMemory(
  child: ChildProcess,
  limit: number,
  end: () => void,
): NodeJS.Timeout | undefined {
  const { pid } = child;
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  return setInterval(() => {
    if (groupMemory(pid) > limit) end();
  }, WATCH);
}

/** Bytes that all programs of a group hold. @see proc(5), /proc/pid/stat: fields 5 and 24 */
function groupMemory(group: number): number {
  let pages = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const line = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[2]) === group) pages += Number(fields[21]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return pages * PAGE;
}

/** Bytes of address space that a confined program may take: several times what it needs. */
const MOST_MEMORY = 3 * 2 ** 30;
/** Seconds of a processor that it may take, however long it waits for others. */
const MOST_CPU = 20;

/**
 * A command that runs a program with limited memory and time and without network, as far as this machine can
 * do that: by `prlimit` and `unshare` of Linux.
 *
 * @param memory Bytes of address space.
 */
export async function confined(path: string, memory = MOST_MEMORY): Promise<[string, ...string[]]> {
  const limit = await findHelper('prlimit');
  const limited = limit === null ? [path] : [limit, `--as=${memory}`, `--cpu=${MOST_CPU}`, path];
  const apart = await findHelper('unshare');
  const canPart = apart !== null && (await runHelper(apart, ['-rn', 'true'], { timeout: 5000 }));
  const command = canPart ? [apart, '-rn', ...limited] : limited;
  return command as [string, ...string[]];
}

/** First line that a program says about its version. */
export async function helperVersion(path: string, argument: string): Promise<string> {
  const output = await runHelper(path, [argument], { timeout: 20_000, withErrors: true });
  return output?.toString('utf8').split('\n')[0]?.trim() ?? '';
}

/** Where installers put programs without telling PATH. */
const PLACES =
  process.platform === 'win32'
    ? ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files\\Tesseract-OCR']
    : ['/Applications/LibreOffice.app/Contents/MacOS'];

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
