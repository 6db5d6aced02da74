import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { confined, requireHelper, runHelper } from '../helper-programs.ts';
import { inTemporaryFolder } from '../../content/temporary-folder.ts';
import { Refusal } from '../import-error.ts';

const TIMEOUT = 60_000;
/** Bytes of main memory; a document with many pictures takes about 220 MB. */
const MEMORY = 350 * 2 ** 20;

/**
 * Convert an office file with LibreOffice, in a folder and with a profile of its own: no macros, no
 * settings of the user, and where the machine allows it no network and limited memory.
 *
 * @param extension What the file is, without dot. @param format What it becomes.
 * @param memory Bytes of main memory that LibreOffice may hold.
 * @throws {Refusal} When LibreOffice is missing, cannot read the file, or needs too much memory or time.
 */
export async function convert(
  file: Buffer,
  extension: string,
  format: string,
  memory = MEMORY,
): Promise<Buffer> {
  const office = await requireHelper('libreoffice');
  return inTemporaryFolder('nhap-', async (folder) => {
    const input = join(folder, `goc.${extension}`);
    await writeFile(input, file);
    const [command, ...before] = await confined(office);
    let why = 'failed';
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
      {
        timeout: TIMEOUT,
        memory,
        cwd: folder,
        env: { TMPDIR: folder },
        onEnded: (reason) => (why = reason),
      },
    );
    try {
      return await readFile(join(folder, 'ra', `goc.${format.split(':')[0] ?? format}`));
    } catch {
      throw new Refusal(`conversion-${why}`, {
        megabytes: String(Math.round(memory / 2 ** 20)),
        seconds: String(TIMEOUT / 1000),
      });
    }
  });
}
