import { buildPatterns } from '../lib/checker/official-texts.ts';
import { narrowLibrary } from '../lib/checker/portable-library.ts';
import type { Library } from '../lib/library/types.ts';
import { documentText } from '../lib/search/document-text.ts';
import { packedScript } from './packed-script.ts';

/** Names of the files below `/kiem-tra/`: the records; how official texts are put together. */
export const LIBRARY_FILE = 'du-lieu';
export const PATTERNS_FILE = 'khuon-loi';

/** A file of the checker: a classic script that leaves its content on the page. */
export interface CheckerFile {
  name: string;
  content: unknown;
}

/** Files that the checker loads: records first, patterns when a quotation is to be compared. */
export function checkerFiles(library: Library): CheckerFile[] {
  // Nobody counts syllables here.
  const patterns = buildPatterns(library, (document) => documentText(document, () => 0));
  return [
    { name: LIBRARY_FILE, content: narrowLibrary(library) },
    { name: PATTERNS_FILE, content: patterns },
  ];
}

/** Bytes of the script. */
export function checkerScript({ name, content }: CheckerFile): Buffer<ArrayBuffer> {
  return packedScript(`(self.kiemTra??={})[${JSON.stringify(name)}]=`, content, ';');
}
