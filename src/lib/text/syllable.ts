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
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\u00A1-\u00FF]+/gu) ?? [];
  const known = words.filter(isSyllable).length;
  return { share: words.length === 0 ? 0 : known / words.length, words: words.length };
}
