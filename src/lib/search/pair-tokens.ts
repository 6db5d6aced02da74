/**
 * Pair tokens: what the index holds in place of syllables. There are fewer than 2,000 folded
 * syllables, so each stands in nearly every document; a pair of neighbours stands in few. The last
 * syllable of a sentence stands alone in its token.
 *
 * `z`, which Vietnamese does not use, builds the joint; a literal z is written `zy`.
 */
const JOINT = 'zz';

/**
 * Token of two neighbours.
 *
 * @example pairToken('dan', 'van') // 'danzzvan'
 * @param first Key of a syllable.
 * @param second Key of the next one, or '' at the end of a sentence.
 */
export function pairToken(first: string, second: string): string {
  return tokenPrefix(first) + escapeZ(second);
}

/** What every token of a syllable begins with, whatever follows. @example tokenPrefix('dan') // 'danzz' */
export function tokenPrefix(first: string): string {
  return escapeZ(first) + JOINT;
}

/** What tokens begin with whose first syllable begins so. @example openPrefix('da') // 'da' */
export function openPrefix(letters: string): string {
  return escapeZ(letters);
}

function escapeZ(key: string): string {
  return key.includes('z') ? key.replaceAll('z', 'zy') : key;
}
