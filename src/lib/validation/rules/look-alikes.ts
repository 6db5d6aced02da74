import { errorIn, type Rule } from '../context.ts';
import { hasLookAlike, maySuspect, replaceLookAlikes } from '../look-alikes.ts';
import { findWords, limitPlaces, nameCodePoints } from '../text-places.ts';

/** Letters are the ones they look like: nobody finds `51/TT-BTС` that ends in a Cyrillic letter. */
export const checkLookAlikes: Rule = ({ readings }) =>
  readings.flatMap((reading) => {
    const { text } = reading.file;
    if (!maySuspect(text)) return [];
    return limitPlaces(findWords(text, hasLookAlike)).map(({ word, line, column }) => {
      const proper = replaceLookAlikes(word);
      const wrong =
        Array.from(word).find((char, index) => char !== Array.from(proper)[index]) ?? '';
      const values = { word, proper, letter: wrong, code: nameCodePoints(wrong) };
      return errorIn(reading, 'letter-look-alike', { line, column }, values);
    });
  });
