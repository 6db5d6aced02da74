import type { DocumentType } from '../document/types.ts';
import { readTypeWord } from './document-rule.ts';
import { addPhrase, createPhrases, matchPhrase, type PhraseBook } from './phrases.ts';
import { GAP, gapAt, isCapital, isUnmarked, lexemeAt, type Tokens } from './tokens.ts';
import { isWord, WORDS } from './words.ts';

/** A document cited by pointing back. */
export interface PointingDocument {
  start: number;
  end: number;
  /** Types that the word stands for; empty: any ("văn bản này"). */
  types: readonly DocumentType[];
  /** Written with a capital: then it is not the everyday word ("quy định này"). */
  capital: boolean;
  /** `this`: can be the text itself; `above`: something cited before; `bare`: the type word alone. */
  pointer: 'this' | 'above' | 'bare';
  /** How many documents: "hai quyết định này" 2, "các nghị quyết trên" null, for it is not said. */
  count: number | null;
}

const POINTERS: PhraseBook<'this' | 'above'> = createPhrases();
for (const phrase of ['này']) addPhrase(POINTERS, phrase, 'this');
for (const phrase of [
  'nêu trên',
  'nói trên',
  'kể trên',
  'dẫn trên',
  'vừa nêu',
  'vừa dẫn',
  'trên đây',
  'đã nêu',
  'đã nêu trên',
  'trên',
  'đó',
  'ấy',
]) {
  addPhrase(POINTERS, phrase, 'above');
}

const COUNTS: readonly (readonly [words: typeof WORDS.two, count: number | null])[] = [
  [WORDS.two, 2],
  [WORDS.three, 3],
  [WORDS.four, 4],
  [WORDS.plural, null],
];

/** A type word with a pointer: `Nghị quyết này`, `Chỉ thị nêu trên`, `văn bản trên`, `hai luật này`. */
export function readPointingDocument(tokens: Tokens, at: number): PointingDocument | null {
  const type = readTypeWord(tokens, at);
  if (!type || type.value.short) return null;
  const pointer = matchPhrase(POINTERS, tokens, type.end);
  if (!pointer) return null;
  // In a text with marks "nay" is no "này", and "Luật Đo lường" no "Luật đó".
  if (isUnmarked(tokens, type.end, pointer.end) && !isUnmarked(tokens, at, type.end)) return null;
  if (isPlaceWord(tokens, type.end, pointer.end)) return null;
  const { types } = type.value;
  return {
    start: at,
    end: pointer.end,
    types,
    capital: isCapital(tokens, at),
    pointer: pointer.value,
    count: countBefore(tokens, at),
  };
}

function countBefore(tokens: Tokens, at: number): number | null {
  const known = COUNTS.find(([words]) => isWord(tokens, at - 1, words));
  return known ? known[1] : 1;
}

/** "trên địa bàn", "trên cơ sở": the word begins the next phrase. */
function isPlaceWord(tokens: Tokens, from: number, end: number): boolean {
  if (end - from > 1 || lexemeAt(tokens, from).base !== 'tren') return false;
  const next = lexemeAt(tokens, end);
  return (
    next.kind !== 'mark' &&
    !isWord(tokens, end, WORDS.afterPointer) &&
    gapAt(tokens, end) < GAP.line
  );
}

/** The type word alone, as the target of a provision: "khoản 2 Điều 5 của Luật". */
export function readBareType(tokens: Tokens, at: number): PointingDocument | null {
  const type = readTypeWord(tokens, at);
  if (!type || type.value.short || type.value.types.length === 0) return null;
  const { types } = type.value;
  return { start: at, end: type.end, types, capital: true, pointer: 'bare', count: 1 };
}

/** `Sđd, tr. 12`, `xem chú thích 3` */
export interface NotePointer {
  start: number;
  end: number;
  /** Number of the note that is pointed to; null for "Sđd", the work cited last. */
  note: number | null;
}

/** A pointer of footnotes. */
export function readNotePointer(tokens: Tokens, at: number): NotePointer | null {
  if (lexemeAt(tokens, at).base === 'sdd')
    return { start: at, end: skipPages(tokens, at + 1), note: null };
  if (!isWord(tokens, at, WORDS.see)) return null;
  const word = isWord(tokens, at + 1, WORDS.noteBegin) && isWord(tokens, at + 2, WORDS.noteEnd);
  const number = lexemeAt(tokens, at + 3);
  if (!word || number.kind !== 'number') return null;
  return { start: at, end: at + 4, note: Number(number.base) };
}

/** `, tr. 12`, `, tr.12-15` */
function skipPages(tokens: Tokens, at: number): number {
  let end = lexemeAt(tokens, at).base === ',' ? at + 1 : at;
  if (lexemeAt(tokens, end).base !== 'tr' && lexemeAt(tokens, end).base !== 'trang') return at;
  end++;
  if (lexemeAt(tokens, end).base === '.') end++;
  if (lexemeAt(tokens, end).kind !== 'number') return at;
  const ranged =
    lexemeAt(tokens, end + 1).base === '-' && lexemeAt(tokens, end + 2).kind === 'number';
  return ranged ? end + 3 : end + 1;
}
