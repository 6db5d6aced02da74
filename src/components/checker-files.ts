import { gzipSync } from 'node:zlib';
import { buildPatterns } from '../lib/checker/official-texts.ts';
import { narrowLibrary } from '../lib/checker/portable-library.ts';
import type { Library } from '../lib/library/types.ts';
import { encodeDense } from '../lib/search/dense-text.ts';
import { documentText } from '../lib/search/document-text.ts';

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

/** Code of the script: gzipped JSON in UTF-16, since file:// lets a page read nothing else. */
export function checkerScript({ name, content }: CheckerFile): Buffer<ArrayBuffer> {
  const packed = gzipSync(JSON.stringify(content), { level: 9 });
  // Byte 9 names the operating system that compressed; 255 is "unknown".
  packed[9] = 255;
  const code = `(self.kiemTra??={})[${JSON.stringify(name)}]="${encodeDense(packed)}";\n`;
  return Buffer.from(`\uFEFF${code}`, 'utf16le');
}
