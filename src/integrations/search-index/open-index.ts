import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  INDEX_FORMAT,
  MANIFEST_FILE,
  SEARCH_FOLDER,
  type SearchTable,
} from '../../lib/search/index-format.ts';
import { SearchEngine } from '../../lib/search/search-engine.ts';
import { openSource } from '../../lib/search/search-source.ts';
import { readManifest, readSearchFile } from './search-files.ts';

/** Whether a folder holds a site with a search index. */
export function hasIndex(output: string): boolean {
  return existsSync(join(output, SEARCH_FOLDER, MANIFEST_FILE));
}

/**
 * The search engine of a built site, as the browser runs it.
 *
 * @param output Root of the site.
 * @throws When the index is missing, damaged or of another format.
 */
export async function openIndex(output: string): Promise<SearchEngine> {
  const manifest = await readManifest(output);
  if (manifest.format !== INDEX_FORMAT) {
    throw new Error(`search index of format ${manifest.format}, expected ${INDEX_FORMAT}`);
  }
  const bytes = await readSearchFile(output, manifest.table);
  const table = JSON.parse(new TextDecoder().decode(bytes)) as SearchTable;
  return new SearchEngine(openSource(manifest, table, (name) => readSearchFile(output, name)));
}
