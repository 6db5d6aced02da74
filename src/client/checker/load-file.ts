import { loadScript } from '../shared/load-script.ts';
import type { CheckerCode, PackedFile } from '../checker-worker/messages.ts';

declare global {
  interface Window {
    /** Filled by the files of the checker as they load, by name. */
    kiemTra?: Record<string, PackedFile>;
    /** Code of workers, by the name of their entry. */
    workers?: Record<string, CheckerCode>;
  }
}

/** A file of the site that does not load. */
export class LoadError extends Error {}

async function runScript(src: string): Promise<void> {
  await loadScript(src).catch(() => {
    throw new LoadError(src);
  });
}

/** Content of a file of the checker. @throws {LoadError} */
export async function loadPacked(name: string, src: string): Promise<PackedFile> {
  if (window.kiemTra?.[name] === undefined) await runScript(src);
  const packed = window.kiemTra?.[name];
  if (packed === undefined) throw new LoadError(src);
  return packed;
}

/** Code of the checker's worker. @throws {LoadError} */
export async function loadCode(src: string): Promise<CheckerCode> {
  if (!window.workers?.['checker-worker']) await runScript(src);
  const code = window.workers?.['checker-worker'];
  if (!code) throw new LoadError(src);
  return code;
}
