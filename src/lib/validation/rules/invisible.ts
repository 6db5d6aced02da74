import { errorIn, isInImportedText, warningIn, type Rule } from '../context.ts';
import { findWords, limitPlaces, nameCodePoints, type WordInFile } from '../text-places.ts';
import type { Reading } from '../../library/types.ts';

/** Zero-width characters, soft hyphens, byte order marks, direction marks, control characters. */
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Nothing stands in a text that nobody can see. An imported text is only warned about: it keeps
 * what the original holds.
 */
export const checkInvisible: Rule = ({ readings }) =>
  readings.flatMap((reading) => {
    const { text } = reading.file;
    if (!INVISIBLE.test(text.slice(1)) && !INVISIBLE.test(text.slice(0, 1).replace('\uFEFF', ''))) {
      return [];
    }
    const words = findInvisible(text).filter((found) => !isParsers(reading, found));
    return limitPlaces(words).map(({ word, line, column }) => {
      const char = INVISIBLE.exec(word)?.[0] ?? '';
      const values = { word: word.replace(INVISIBLE, ''), code: nameCodePoints(char) };
      const report = isInImportedText(reading, line) ? warningIn : errorIn;
      return report(reading, 'character-invisible', { line, column }, values);
    });
  });

/** Control characters in the body of a document are for its parser to report. */
function isParsers({ collection, front }: Reading, { word, line }: WordInFile): boolean {
  return collection === 'van-ban' && line >= front.bodyLine && CONTROL.test(word);
}

function findInvisible(text: string): ReturnType<typeof findWords> {
  // The mark at the very start is no part of the text.
  const shown = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const inWords = findWords(shown, (word) => INVISIBLE.test(word));
  const lines = new Set(inWords.map(({ line }) => line));
  const alone = shown.split('\n').flatMap((line, index) => {
    const column = line.search(INVISIBLE) + 1;
    return column > 0 && !lines.has(index + 1)
      ? [{ word: line.charAt(column - 1), line: index + 1, column }]
      : [];
  });
  return [...inWords, ...alone].sort((a, b) => a.line - b.line);
}
