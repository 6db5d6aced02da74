import { isNfc, toNfc } from '../../text/normalize.ts';
import { errorIn, type Rule } from '../context.ts';
import { findWords, limitPlaces } from '../text-places.ts';

/** All text is composed (NFC): otherwise equal words are found apart and compare unequal. */
export const checkNormalForm: Rule = ({ readings }) =>
  readings.flatMap((reading) => {
    const { text } = reading.file;
    if (isNfc(text)) return [];
    return limitPlaces(findDecomposed(text)).map(({ word, more, line, column }) =>
      errorIn(
        reading,
        more > 0 ? 'text-not-nfc-more' : 'text-not-nfc',
        { line, column },
        {
          word: toNfc(word),
          more: String(more),
        },
      ),
    );
  });

/** At most one word per line; the whole line where the mark stands outside of words. */
function findDecomposed(text: string): ReturnType<typeof findWords> {
  return text.split('\n').flatMap((line, index) => {
    if (isNfc(line)) return [];
    const [found] = findWords(line, (word) => !isNfc(word));
    return [{ word: found?.word ?? line.trim(), line: index + 1, column: found?.column ?? 1 }];
  });
}
