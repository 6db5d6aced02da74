import type { Library, LibraryDocument } from '../library/types.ts';
import type { Provision } from '../provision/types.ts';
import { ownText, plainText } from '../provision/text.ts';
import type { OfficialText } from './check-lecture.ts';

/** Official texts of some documents, by slug: what one file of them holds. */
export type TextsFile = Record<string, UnitText[]>;

/** Own text of one unit, without what is below it, in the order of the document. */
export type UnitText = [
  anchor: string,
  /** Index of the enclosing unit, −1 at the top. */
  parent: number,
  text: string,
];

/** Characters of one file, about 80 kB on the disk: few files, and no large one for one quotation. */
const FILE_SIZE = 300_000;

/**
 * Official texts of a library, packed into files.
 *
 * @returns Empty when no document has its text. The same library gives the same files.
 */
export function packTexts(library: Library): TextsFile[] {
  const files: TextsFile[] = [];
  let left = 0;
  for (const document of [...library.documents].sort(bySlug)) {
    if (!hasText(document)) continue;
    const units = unitTexts(document);
    if (left <= 0) {
      files.push({});
      left = FILE_SIZE;
    }
    const file = files.at(-1);
    if (file) file[document.slug] = units;
    left -= units.reduce((sum, [, , text]) => sum + text.length, 0);
  }
  return files;
}

function bySlug(a: LibraryDocument, b: LibraryDocument): number {
  return a.slug < b.slug ? -1 : 1;
}

function hasText({ data }: LibraryDocument): boolean {
  return data.text.state === 'full' || data.text.state === 'ocr-unchecked';
}

function unitTexts({ tree }: LibraryDocument): UnitText[] {
  const texts: UnitText[] = [['', -1, plainText(tree.preamble)]];
  const add = (unit: Provision, parent: number): void => {
    texts.push([unit.id, parent, ownText(unit)]);
    const place = texts.length - 1;
    for (const below of unit.children) add(below, place);
  };
  for (const unit of tree.children) add(unit, -1);
  return texts;
}

/** A document's text as the comparison asks for it. */
export function readOfficialText(units: readonly UnitText[]): OfficialText {
  return {
    textOf: (anchor) => {
      if (anchor === '') return units.map(([, , text]) => text).join('\n');
      const start = units.findIndex(([id]) => id === anchor);
      if (start < 0) return null;
      const inside = new Set([start]);
      const texts = [units[start]?.[2] ?? ''];
      for (let at = start + 1; inside.has(units[at]?.[1] ?? -1); at++) {
        inside.add(at);
        texts.push(units[at]?.[2] ?? '');
      }
      return texts.join('\n');
    },
  };
}
