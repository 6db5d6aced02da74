import { parseSymbol } from '../document/symbol.ts';
import { DOCUMENT_TYPES } from '../document/types.ts';
import { fold } from '../text/fold.ts';
import { findTerms } from './find-terms.ts';
import type { SearchDocument } from './index-format.ts';
import { splitSyllables } from './syllables.ts';

/**
 * The number table: every way of writing a document's number leads to all its bearers, because a
 * number is not an identity.
 */
export interface NumberIndex {
  /** Documents by their number without leading zeros and letter. @example '8' of 08B-NQ/HNTW */
  byNumber: Map<string, NumberedDocument[]>;
  /** Documents by their whole number written as one word. @example '102022qh15' */
  byWhole: Map<string, NumberedDocument[]>;
  /** Every word of type that stands before a number, folded; the longest has this many syllables. */
  typeWords: Set<string>;
  longestTypeWord: number;
  /** Every code that stands after a number, folded. @example 'qd', 'tw' */
  codes: Set<string>;
}

/** A document's number, taken apart and folded. */
export interface NumberedDocument {
  /** Index of the document. */
  document: number;
  number: string;
  /** Letter after the number. @example 'b' of 08B-NQ/HNTW */
  letter: string;
  /** What follows the number, in printed order. @example ['2022', 'qh15'] */
  pieces: string[];
  /** Year of issue, or null. */
  year: string | null;
  /** Its term of office, Arabic digits, or null. */
  office: string | null;
  /** Congresses that its names name. */
  congresses: ReadonlySet<string>;
  /** Words that may stand before its number. @example 'quyet dinh', 'qd', 'quy che' */
  typeWords: Set<string>;
}

/** Build the number table of all documents that have a number. */
export function buildNumberIndex(documents: readonly SearchDocument[]): NumberIndex {
  const index: NumberIndex = {
    byNumber: new Map(),
    byWhole: new Map(),
    typeWords: new Set(TYPE_WORDS),
    longestTypeWord: 1,
    codes: new Set(TYPE_CODES),
  };
  documents.forEach((document, position) => {
    const numbered = takeApart(document, position);
    if (numbered === null) return;
    const { number, letter, pieces } = numbered;
    append(index.byNumber, number, numbered);
    append(index.byWhole, number + letter + pieces.join(''), numbered);
    for (const word of numbered.typeWords) index.typeWords.add(word);
    for (const piece of numbered.pieces) index.codes.add(piece);
  });
  for (const word of index.typeWords) {
    index.longestTypeWord = Math.max(index.longestTypeWord, word.split(' ').length);
  }
  return index;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** A type's folded name, and the folded words by which it may be called: its name and its codes. */
interface FoldedType {
  name: string;
  words: string[];
  codes: readonly string[];
}

const FOLDED_TYPES = new Map<string, FoldedType>(
  Object.entries(DOCUMENT_TYPES).map(([slug, { name, codes }]) => [
    slug,
    { name: foldWords(name), words: [name, ...codes].map(foldWords), codes },
  ]),
);

/** The longest name first. */
const BY_LENGTH: readonly FoldedType[] = [...FOLDED_TYPES.values()].sort(
  (a, b) => b.name.length - a.name.length,
);

/** Names of types and their codes, folded. */
const TYPE_WORDS: readonly string[] = BY_LENGTH.flatMap(({ words }) => words);

const TYPE_CODES = BY_LENGTH.flatMap(({ codes }) => codes.map(foldWords));

function namesOf({ title, shortTitle, aliases }: SearchDocument): string {
  return [title, shortTitle ?? '', ...aliases].join('\n');
}

function takeApart(document: SearchDocument, position: number): NumberedDocument | null {
  if (document.symbol === null) return null;
  const parts = splitSyllables(document.symbol).map(({ key }) => key);
  const [, number, letter = ''] = /^0*(\d+)([a-z]?)$/.exec(parts[0] ?? '') ?? [];
  if (number === undefined) return null;
  return {
    document: position,
    number,
    letter,
    pieces: parts.slice(1),
    year: document.date?.slice(0, 4) ?? null,
    office: [...findTerms(splitSyllables(document.term ?? '')).terms][0] ?? null,
    congresses: findTerms(splitSyllables(namesOf(document))).congresses,
    typeWords: typeWordsOf(document),
  };
}

const typeWords = new WeakMap<SearchDocument, Set<string>>();

/**
 * Folded words by which a document's type may be called: name and code, and those of the instrument
 * issued with it. Found once for a document.
 */
export function typeWordsOf(document: SearchDocument): Set<string> {
  const known = typeWords.get(document) ?? findTypeWords(document);
  typeWords.set(document, known);
  return known;
}

function findTypeWords(document: SearchDocument): Set<string> {
  const names = [document.title, document.issuedWith, document.shortTitle, ...document.aliases];
  const leading = names.flatMap((name) => (name === null ? [] : leadingTypeWord(name)));
  const known = FOLDED_TYPES.get(document.type);
  const code = document.symbol === null ? null : (parseSymbol(document.symbol)?.typeCode ?? null);
  return new Set([
    ...leading,
    foldWords(document.typeName),
    ...(known ? [known.name] : []),
    ...(code === null ? [] : [foldWords(code), ...typesWithCode(code)]),
  ]);
}

/** The longest name of a type that a text begins with, and its codes. */
function leadingTypeWord(text: string): readonly string[] {
  const folded = `${foldWords(text)} `;
  return BY_LENGTH.find(({ name }) => folded.startsWith(`${name} `))?.words ?? [];
}

/** `QĐ` is written on decisions and on the Party's regulations. */
function typesWithCode(code: string): string[] {
  return BY_LENGTH.filter(({ codes }) => codes.includes(code)).map(({ name }) => name);
}

/** Folded syllables joined by single spaces. */
export function foldWords(text: string): string {
  return splitSyllables(fold(text))
    .map(({ key }) => key)
    .join(' ');
}
