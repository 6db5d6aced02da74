import { errorIn, isInImportedText, warningIn, type Rule } from '../context.ts';
import { hasLookAlike, maySuspect, replaceLookAlikes } from '../look-alikes.ts';
import { findWords, limitPlaces, nameCodePoints } from '../text-places.ts';

/**
 * Letters are the ones they look like: nobody finds `51/TT-BTС` that ends in a Cyrillic letter. In
 * an imported text that is only a warning: its letters are the original's.
 */
export const checkLookAlikes: Rule = ({ readings }) =>
  readings.flatMap((reading) => {
    const { text } = reading.file;
    if (!maySuspect(text)) return [];
    return limitPlaces(findWords(text, hasLookAlike)).map(({ word, line, column }) => {
      const proper = replaceLookAlikes(word);
      const wrong =
        Array.from(word).find((char, index) => char !== Array.from(proper)[index]) ?? '';
      const values = { word, proper, letter: wrong, code: nameCodePoints(wrong) };
      const report = isInImportedText(reading, line) ? warningIn : errorIn;
      return report(reading, 'letter-look-alike', { line, column }, values);
    });
  });
