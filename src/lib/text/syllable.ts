/**
 * The shape of a Vietnamese syllable, by rule: initial, rhyme, tone. No word list.
 */

const INITIAL = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?';
const RHYMES = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ă|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây',
  'e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu',
  'i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu|iêng',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oe|oen|oeo|oet',
  'oc|oi|om|on|ong|oong|ooc|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ôông|ơ|ơi|ơm|ơn|ơp|ơt',
  'u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|uêt|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|up|ut|uơ',
  'uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|uyn|uyp|ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu',
  'y|yêm|yên|yêng|yêt|yêu|ynh|yt|ym|ych|ơng|uôu|uêu|uâ|uă|uăng',
].join('|');
const SHAPE = new RegExp(`^${INITIAL}(?:${RHYMES})$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Whether a word has the shape of a Vietnamese syllable: all letters known, at most one tone.
 *
 * @param word Any case and normal form.
 * @example isSyllable('nghiêng') // true; isSyllable('®iÒu') // false
 */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  if ((parts.match(TONES)?.length ?? 0) > 1) return false;
  return SHAPE.test(parts.replace(TONES, '').normalize('NFC'));
}

/**
 * Share of words that have the shape of a Vietnamese syllable.
 *
 * @returns 0–1, and the number of words; 0 of 0 words.
 */
export function syllableShare(text: string): { share: number; words: number } {
  return shareOf(wordsOf(text));
}

/**
 * The same among the words that can be syllables at all: not numbers of documents, addresses,
 * abbreviations, Roman numbers and single letters (`59/2023/NĐ-CP`, `UBND`, `IV`, `b)`). For
 * measuring how well a legacy encoding was read; a broken text can look like abbreviations, so that
 * these count as words where they are more than half.
 *
 * @example readableShare('UBND xã').share // 1
 */
export function readableShare(text: string): { share: number; words: number } {
  const all = wordsOf(text.replace(CODES, ' '));
  const words = all.filter((word) => !ABBREVIATION.test(word));
  return shareOf(words.length * 2 < all.length ? all : words);
}

/** Numbers of documents, addresses of mail and of pages. */
const CODES = /\S+@\S+|(?:https?:\/\/|www\.)\S+|\d+[\p{L}\d]*(?:[-–/][\p{L}\d&]+)+/gu;
const ABBREVIATION = /^(?:[A-ZĐ][A-ZĐƯ]{1,9}|[a-zđ]|[A-ZĐ]|QĐi|CTr|TTr|TTg)$/;

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\u00A1-\u00FF]+/gu) ?? [];
}

function shareOf(words: readonly string[]): { share: number; words: number } {
  const known = words.filter(isSyllable).length;
  return { share: words.length === 0 ? 0 : known / words.length, words: words.length };
}
