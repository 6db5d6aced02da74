import { gzipSync } from 'node:zlib';
import { packTexts, type TextsFile } from '../lib/checker/official-texts.ts';
import { narrowLibrary } from '../lib/checker/portable-library.ts';
import { encodeDense } from '../lib/search/dense-text.ts';
import type { Library } from '../lib/library/types.ts';

/** Name of the file with the records, below `/kiem-tra/`; texts are `loi-0`, `loi-1` and so on. */
export const LIBRARY_FILE = 'du-lieu';

/** A file of the checker: a classic script that leaves its content on the page. */
export interface CheckerFile {
  name: string;
  content: unknown;
}

/** Files that the checker loads: records first, then texts as they are needed. */
export function checkerFiles(library: Library): CheckerFile[] {
  return [
    { name: LIBRARY_FILE, content: narrowLibrary(library) },
    ...packTexts(library).map((content, i) => ({ name: textsFileName(i), content })),
  ];
}

export function textsFileName(place: number): string {
  return `loi-${place}`;
}

/** Slugs of each file of texts, so that a page knows which to load. */
export function textsOf(library: Library): { name: string; slugs: string[] }[] {
  return packTexts(library).map((file: TextsFile, i) => ({
    name: textsFileName(i),
    slugs: Object.keys(file),
  }));
}

/** Code of the script: gzipped JSON in UTF-16, since file:// lets a page read nothing else. */
export function checkerScript({ name, content }: CheckerFile): Buffer<ArrayBuffer> {
  const packed = gzipSync(JSON.stringify(content), { level: 9 });
  // Byte 9 names the operating system that compressed; 255 is "unknown".
  packed[9] = 255;
  const code = `(self.kiemTra??={})[${JSON.stringify(name)}]="${encodeDense(packed)}";\n`;
  return Buffer.from(`\uFEFF${code}`, 'utf16le');
}
