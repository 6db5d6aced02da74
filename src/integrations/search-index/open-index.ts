import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  INDEX_FORMAT,
  MANIFEST_FILE,
  SEARCH_FOLDER,
  type SearchManifest,
  type SearchTable,
} from '../../lib/search/index-format.ts';
import { SearchEngine } from '../../lib/search/search-engine.ts';
import { openSource, type SearchSource } from '../../lib/search/search-source.ts';
import { readManifest, readSearchFile } from './search-files.ts';

/** Whether a folder holds a site with a search index. */
export function hasIndex(output: string): boolean {
  return existsSync(join(output, SEARCH_FOLDER, MANIFEST_FILE));
}

/**
 * The search engine of a built site alone, as the browser runs it.
 *
 * @param output Root of the site.
 * @throws When the index is missing, damaged or of another format.
 */
export async function openIndex(output: string): Promise<SearchEngine> {
  return new SearchEngine((await openSite(output)).source);
}

/**
 * The index of a built site.
 *
 * @param output Root of the site.
 * @throws When it is missing, damaged or of another format.
 */
export async function openSite(
  output: string,
): Promise<{ manifest: SearchManifest; source: SearchSource }> {
  const manifest = await readManifest(output);
  if (manifest.format !== INDEX_FORMAT) {
    throw new Error(`search index of format ${manifest.format}, expected ${INDEX_FORMAT}`);
  }
  const bytes = await readSearchFile(output, manifest.table);
  const table = JSON.parse(new TextDecoder().decode(bytes)) as SearchTable;
  const read = (name: string) => readSearchFile(output, name);
  return { manifest, source: openSource(manifest, table, read) };
}
