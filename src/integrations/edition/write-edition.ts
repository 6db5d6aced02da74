import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CHECKSUMS_FILE, formatChecksums, type Checksums } from '../../lib/edition/checksums.ts';
import { EDITION_FILE } from '../../lib/edition/kit.ts';
import { WINDOWS_CHECK_FILE, windowsCheck } from '../../lib/edition/windows-check.ts';
import { WINDOWS_CHECK_WORDS } from '../../lib/edition/words.ts';
import { editionRecord, type Edition } from '../../lib/library/edition.ts';
import { listFiles } from '../verify/output-file.ts';
import { writeServiceWorker } from '../offline/write-service-worker.ts';
import { hashFiles } from './hash-file.ts';

/** Write what names the edition to other programs. */
export async function writeEdition(edition: Edition, output: string): Promise<void> {
  const file = join(output, EDITION_FILE);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(editionRecord(edition), null, 1)}\n`);
}

/**
 * Write the list of digests, the check that uses it, and the service worker, which knows the edition
 * by it. Nothing of the output may change afterwards.
 *
 * @param worker Bundled script of the service worker.
 * @param known Digests of files that need not be read again.
 */
export async function writeChecksums(
  output: string,
  worker: string,
  known: Checksums = new Map(),
): Promise<void> {
  await writeFile(join(output, WINDOWS_CHECK_FILE), windowsCheck(WINDOWS_CHECK_WORDS));
  const paths = await listFiles(output);
  const others = hashFiles(
    output,
    paths.filter((path) => !known.has(path)),
  );
  const digestOf = (path: string) => known.get(path) ?? others.get(path) ?? '';
  const checksums = new Map(paths.map((path) => [path, digestOf(path)]));
  const all = await writeServiceWorker(output, checksums, worker);
  await writeFile(join(output, CHECKSUMS_FILE), formatChecksums(all));
}
