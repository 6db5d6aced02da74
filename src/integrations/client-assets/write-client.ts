import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../verify/output-file.ts';
import type { ClientAsset } from './bundle-client.ts';

/**
 * Write the client scripts that a page names; a file that only other scripts import is none.
 *
 * @param directory The output, with its pages.
 */
export async function writeClient(
  directory: string,
  bundles: Iterable<ClientAsset>,
): Promise<void> {
  const waiting = new Set(bundles);
  for (const path of await listFiles(directory)) {
    if (waiting.size === 0) return;
    if (!path.endsWith('.html')) continue;
    const html = await readFile(join(directory, path), 'utf8');
    for (const bundle of [...waiting].filter(({ fileName }) => html.includes(fileName))) {
      waiting.delete(bundle);
      const file = join(directory, bundle.fileName);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bundle.code);
    }
  }
}
