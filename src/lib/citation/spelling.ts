import type { Lexeme } from './tokens.ts';

/** A syllable as it should be spelled, taken apart for comparison. */
export interface Spelling {
  base: string;
  letters: string;
  tone: string;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /\p{M}/gu;

/**
 * Take a syllable apart.
 *
 * @param syllable NFC, any case.
 * @example spell('Điều') // { base: 'dieu', letters: 'điêu', tone: '\u0300' }
 */
export function spell(syllable: string): Spelling {
  const split = syllable.toLowerCase().normalize('NFD');
  return {
    base: split.replace(MARKS, '').replace(/đ/g, 'd'),
    letters: split.replace(TONES, '').normalize('NFC'),
    tone: (split.match(TONES) ?? []).join(''),
  };
}

/**
 * Whether a word can be read as a syllable: the same, with the tone on another vowel (`khỏan`,
 * `hoà`), or with marks lost (`Dieu`, `Điêu`, `thực hiên`). A different mark is another word.
 *
 * @example reads(lexeme of 'diem', spell('điểm')) // true
 * @example reads(lexeme of 'điếm', spell('điểm')) // false
 */
export function reads(word: Lexeme, syllable: Spelling): boolean {
  if (word.base !== syllable.base) return false;
  if (word.tone !== '' && word.tone !== syllable.tone) return false;
  if (word.letters === syllable.letters) return true;
  for (let i = 0; i < syllable.letters.length; i++) {
    const letter = word.letters.charAt(i);
    if (letter !== syllable.letters.charAt(i) && letter !== syllable.base.charAt(i)) return false;
  }
  return word.letters.length === syllable.letters.length;
}
