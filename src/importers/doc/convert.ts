import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { confined, requireHelper, runHelper } from '../helper-programs.ts';
import { Refusal } from '../import-error.ts';

const TIMEOUT = 60_000;
/** Bytes of main memory; a document with many pictures takes about 220 MB. */
const MEMORY = 350 * 2 ** 20;

/**
 * Convert an office file with LibreOffice, in a folder and with a profile of its own: no macros, no
 * settings of the user, and where the machine allows it no network and limited memory.
 *
 * @param extension What the file is, without dot. @param format What it becomes.
 * @throws {Refusal} When LibreOffice is missing or cannot read the file.
 */
export async function convert(file: Buffer, extension: string, format: string): Promise<Buffer> {
  const office = await requireHelper('libreoffice');
  const folder = await mkdtemp(join(tmpdir(), 'nhap-'));
  try {
    const input = join(folder, `goc.${extension}`);
    await writeFile(input, file);
    const [command, ...before] = await confined(office);
    await runHelper(
      command,
      [
        ...before,
        `-env:UserInstallation=${pathToFileURL(join(folder, 'ho-so')).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        format,
        '--outdir',
        join(folder, 'ra'),
        input,
      ],
      { timeout: TIMEOUT, memory: MEMORY, cwd: folder },
    );
    return await readFile(join(folder, 'ra', `goc.${format.split(':')[0] ?? format}`));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('conversion-failed');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
