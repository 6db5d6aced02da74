/** Letters that look like others on the screen, and those they stand for. */
const LOOK_ALIKES = new Map<string, string>([
  ...pairs('ÐƉðɖđĐ', 'ĐĐđđđĐ'),
  // Cyrillic
  ...pairs('АВЕКМНОРСТУХаеорсухіІјЈѕЅһ', 'ABEKMHOPCTYXaeopcyxiIjJsSh'),
  // Greek
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEZHIKMNOPTYXo'),
]);

/** Any letter that a look-alike may be among; a quick first test. */
const SUSPECT = /[ÐƉðɖ\u0370-\u03FF\u0400-\u04FF\uFF01-\uFF5E]/;
const ETH = /[ÐƉðɖ]/;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[\p{Script=Greek}\p{Script=Cyrillic}]/u;
const GREEK = /\p{Script=Greek}/u;
const FULL_WIDTH = /[\uFF01-\uFF5E]/;

/** Whether a text is worth looking at word by word. */
export function maySuspect(text: string): boolean {
  return SUSPECT.test(text);
}

/**
 * Whether a word has a letter that passes for another: eth for đ, a Cyrillic or Greek letter
 * that looks Latin in a Latin word, or a word wholly of Cyrillic letters that all look Latin. A word in Greek or Cyrillic
 * that could not be read as a Latin one is left alone.
 */
export function hasLookAlike(word: string): boolean {
  if (!SUSPECT.test(word)) return false;
  if (ETH.test(word) || FULL_WIDTH.test(word)) return true;
  const foreign = Array.from(word).filter((char) => FOREIGN.test(char));
  if (foreign.length === 0) return false;
  // `kΩ` and `ΔT` are read as what they are.
  if (LATIN.test(word)) return foreign.some((char) => LOOK_ALIKES.has(char));
  // A lone Greek letter is a mathematician's, a lone Cyrillic one is a slip.
  const isSign = word.length === 1 && GREEK.test(word);
  return !isSign && foreign.every((char) => LOOK_ALIKES.has(char));
}

/**
 * The word with the letters that were meant.
 *
 * @example replaceLookAlikes('ТT') // 'TT'
 */
export function replaceLookAlikes(word: string): string {
  return Array.from(word)
    .map((char) =>
      FULL_WIDTH.test(char) ? char.normalize('NFKC') : (LOOK_ALIKES.get(char) ?? char),
    )
    .join('');
}

function pairs(from: string, to: string): [string, string][] {
  const targets = Array.from(to);
  return Array.from(from).map((char, index) => [char, targets[index] ?? char]);
}
