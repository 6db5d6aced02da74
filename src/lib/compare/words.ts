import { foldSyllable, marksOf } from '../search/syllables.ts';

/** A word of a text, for comparing. */
export interface Word {
  /** Equal for all spellings of one word; see {@link readWords}. */
  key: string;
  /** As written, with the marks and spaces up to the next word. */
  text: string;
}

/** Letters and figures with what may be hidden inside a word; a sign that carries meaning. */
const WORD =
  /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200F\u2060\uFEFF]*[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200F\u2060\uFEFF]*|[%‰°§<>=≤≥]/gu;

/**
 * The words of a text. Case, normal form, look-alike letters, the place of a tone mark (`hòa`,
 * `hoà`) and the free choice between i and y (`lý`, `lí`) make no other word; punctuation, quotation
 * signs, dashes and spaces are no words.
 *
 * @returns Their `text` joined is the whole text; empty when it has no word.
 * @example readWords('Hoà giải – ở cơ sở').map(({ key }) => key).length // 5
 */
export function readWords(text: string): Word[] {
  const matches = [...text.matchAll(WORD)];
  return matches.map(({ 0: word, index }, at) => ({
    key: keyOf(word),
    text: text.slice(at === 0 ? 0 : index, matches[at + 1]?.index ?? text.length),
  }));
}

/** Documents have few different words: each is folded once. */
const KEYS = new Map<string, string>();
const MOST_KEYS = 50_000;

function keyOf(word: string): string {
  const known = KEYS.get(word);
  if (known !== undefined) return known;
  if (KEYS.size >= MOST_KEYS) KEYS.clear();
  const key = `${foldSyllable(word)}|${marksOf(word)}`;
  KEYS.set(word, key);
  return key;
}
