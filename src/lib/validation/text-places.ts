import type { Place } from '../library/front-matter.ts';

/** A word of a file with its place. */
export interface WordInFile extends Place {
  word: string;
}

/** A word for the reader of a report: letters with their marks, and what is typed inside a word. */
const WORD = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200F\u2060\uFEFF]+/gu;

/**
 * Words of a file that something is wrong with.
 *
 * @param isWrong Asked for each word once.
 * @returns At most one per line, in the order of the file: a line of a decomposed text would else
 *   fill the report by itself.
 */
export function findWords(text: string, isWrong: (word: string) => boolean): WordInFile[] {
  return text.split('\n').flatMap((line, index) => {
    for (const { 0: word, index: start } of line.matchAll(WORD)) {
      if (isWrong(word)) return [{ word, line: index + 1, column: start + 1 }];
    }
    return [];
  });
}

/** Report at most so many lines of one file for one reason. */
const MOST_LINES = 5;

/**
 * The first places of many.
 *
 * @returns The places to report; `more` of the last one is the number of those left out.
 */
export function limitPlaces<T>(places: readonly T[]): (T & { more: number })[] {
  const left = Math.max(places.length - MOST_LINES, 0);
  const shown = places.slice(0, MOST_LINES);
  return shown.map((place, index) => ({ ...place, more: index === shown.length - 1 ? left : 0 }));
}

/**
 * Code points of a text, to show what cannot be seen.
 *
 * @example nameCodePoints('a\u200B') // 'U+0061 U+200B'
 */
export function nameCodePoints(text: string): string {
  return Array.from(text)
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
