import { derive } from '../library/derived.ts';
import type { Library, LibraryDocument } from '../library/types.ts';
import type { Provision } from '../provision/types.ts';
import { ownText, plainText } from '../provision/text.ts';
import { REGIONS, type SearchText } from '../search/index-format.ts';
import type { OfficialText } from './check-lecture.ts';

/**
 * How the official texts of a library are put together from what search keeps of them, by slug. The
 * words themselves are in the search folder already: a second copy would weigh a fifth of it.
 */
export type TextPatterns = Record<string, TextPattern>;

/** Of one document. */
export type TextPattern = [
  /** Characters of the whole text: with another text of the same document they do not fit. */
  length: number,
  /** Own text of what stands before the units, then of each unit, in the order of the document. */
  units: UnitPattern[],
];

/**
 * Text as it stands, and numbers: leave out so many segments of the unit, and put the next one here.
 *
 * @example ['2. ', 0]
 */
export type UnitPattern = (string | number)[];

/**
 * Patterns of all official texts.
 *
 * @param searchTextOf What search keeps of a document; not asked for one whose pattern is known.
 * @returns Empty when no document has its text.
 */
export function buildPatterns(
  library: Library,
  searchTextOf: (document: LibraryDocument) => SearchText,
): TextPatterns {
  const patterns = library.documents.filter(hasText).map((document) => {
    const make = () => patternOf(document, searchTextOf(document));
    return [document.slug, derive(document.tree, 'text-pattern', make)] as const;
  });
  return Object.fromEntries(patterns);
}

function patternOf(document: LibraryDocument, searchText: SearchText): TextPattern {
  const segments = segmentsOf(searchText);
  const texts = unitTexts(document);
  return [lengthOf(texts), texts.map((text, place) => toPattern(text, segments[place] ?? []))];
}

function hasText({ data }: LibraryDocument): boolean {
  return data.text.state === 'full' || data.text.state === 'ocr-unchecked';
}

/** Own text of what stands before the units and of each unit, in the order of the document. */
function unitTexts({ tree }: LibraryDocument): string[] {
  const below = (units: readonly Provision[]): string[] =>
    units.flatMap((unit) => [ownText(unit), ...below(unit.children)]);
  return [plainText(tree.preamble), ...below(tree.children)];
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** A piece of a unit as search keeps it. */
interface Segment {
  text: string;
  /** May be official: a heading or a text, no summary and no note. */
  isText: boolean;
}

/** Segments of what stands before the units, then of each unit. */
function segmentsOf({ provisions, segments }: SearchText): Segment[][] {
  const places: Segment[][] = Array.from({ length: provisions.length + 1 }, () => []);
  for (const [region, provision, , text] of segments) {
    const name = REGIONS[region];
    places[provision + 1]?.push({ text, isText: name === 'heading' || name === 'text' });
  }
  return places;
}

function toPattern(text: string, segments: readonly Segment[]): UnitPattern {
  const pattern: UnitPattern = [];
  let done = 0;
  let left = 0;
  for (const segment of segments) {
    const found = segment.isText && segment.text !== '' ? text.indexOf(segment.text, done) : -1;
    if (found < 0) {
      left++;
      continue;
    }
    if (found > done) pattern.push(text.slice(done, found));
    pattern.push(left);
    left = 0;
    done = found + segment.text.length;
  }
  if (done < text.length) pattern.push(text.slice(done));
  return pattern;
}

/**
 * A document's text as the comparison asks for it, the inverse of {@link buildPatterns}.
 *
 * @returns null when pattern and text are not of the same edition.
 */
export function readOfficialText(
  [length, patterns]: TextPattern,
  text: SearchText,
): OfficialText | null {
  const segments = segmentsOf(text);
  const texts = patterns.map((pattern, place) => fillPattern(pattern, segments[place] ?? []));
  if (texts.length !== segments.length || lengthOf(texts) !== length) return null;
  const { provisions } = text;
  return {
    textOf: (anchor) => {
      if (anchor === '') return texts.join('\n');
      const start = provisions.findIndex(([id]) => id === anchor);
      if (start < 0) return null;
      const inside = new Set([start]);
      for (let at = start + 1; inside.has(provisions[at]?.[3] ?? -1); at++) inside.add(at);
      return [...inside].map((at) => texts[at + 1] ?? '').join('\n');
    },
  };
}

function fillPattern(pattern: UnitPattern, segments: readonly Segment[]): string {
  let next = 0;
  return pattern
    .map((part) => {
      if (typeof part === 'string') return part;
      next += part + 1;
      return segments[next - 1]?.text ?? '';
    })
    .join('');
}
