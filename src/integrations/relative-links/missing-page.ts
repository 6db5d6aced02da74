import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { absolutizeHtml } from '../serve/absolutize.ts';

/** Page that a server answers with for what is not there, at whatever address was asked for. */
export const MISSING_PAGE = '404.html';

/**
 * Make the page for what is not there work below every address of the server that a site is built
 * for: it is the only page that does not stand where it is asked for.
 *
 * @param output The output, its addresses made relative.
 * @param address Public address of the site.
 */
export async function rootMissingPage(output: string, address: string): Promise<void> {
  const file = join(output, MISSING_PAGE);
  const base = new URL('.', address).pathname;
  await writeFile(file, absolutizeHtml(await readFile(file), MISSING_PAGE, base));
}
