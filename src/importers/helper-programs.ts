import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Refusal } from './import-error.ts';

/** Programs that the importer uses when they are there, by the names they go under. */
const PROGRAMS = {
  libreoffice: ['soffice', 'libreoffice'],
  antiword: ['antiword'],
  pdftotext: ['pdftotext'],
  pdftoppm: ['pdftoppm'],
  pdfsig: ['pdfsig'],
  tesseract: ['tesseract'],
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
}

/**
 * Run a helper program, without a shell.
 *
 * @returns Its output; null when it failed or took too long.
 */
export function runHelper(
  path: string,
  args: readonly string[],
  { timeout, maxOutput = 64 * 2 ** 20, cwd, env }: RunOptions,
): Promise<Buffer | null> {
  return new Promise((resolve) => {
    execFile(
      path,
      [...args],
      {
        timeout,
        maxBuffer: maxOutput,
        encoding: 'buffer',
        killSignal: 'SIGKILL',
        ...(cwd === undefined ? {} : { cwd }),
        env: { ...process.env, ...env },
      },
      (error, stdout) => {
        resolve(error ? null : stdout);
      },
    );
  });
}

/** First line that a program says about its version. */
export async function helperVersion(path: string, argument: string): Promise<string> {
  const output = await runHelper(path, [argument], { timeout: 20_000 });
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
