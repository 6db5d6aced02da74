import type { SearchManifest, SearchTable } from './index-format.ts';
import { Postings, type PositionSource, type ReadFile } from './postings.ts';
import { TextStore, type TextSource } from './text-store.ts';

/** An index that has been opened: what an engine answers from. */
export interface SearchSource {
  table: SearchTable;
  postings: PositionSource;
  texts: TextSource;
}

/** @param read Gives decompressed files of the search folder. */
export function openSource(
  manifest: SearchManifest,
  table: SearchTable,
  read: ReadFile,
): SearchSource {
  return { table, postings: new Postings(manifest, read), texts: new TextStore(manifest, read) };
}
