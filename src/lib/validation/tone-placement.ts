/** Two vowels that end a syllable, the tone on the second: `hoà`, `khoẻ`, `uỷ`, `THUỶ`. */
const LATE_TONE = /(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/giu;
const TONES = /[\u0300\u0301\u0309\u0303\u0323]/;

/**
 * The text with the tone on the first of two closing vowels, as this library writes its own words:
 * `hòa`, `khỏe`, `ủy`. `quý` and `hoàn` stay: there the second vowel is the main one.
 *
 * @param text NFC.
 * @returns The same text when nothing is to change.
 * @example placeTones('Uỷ ban hoà giải') // 'Ủy ban hòa giải'
 */
export function placeTones(text: string): string {
  return text.replace(LATE_TONE, (vowels) => {
    const decomposed = vowels.normalize('NFD');
    const tone = TONES.exec(decomposed)?.[0] ?? '';
    const [first = '', second = ''] = decomposed.replace(TONES, '');
    return (first + tone + second).normalize('NFC');
  });
}
