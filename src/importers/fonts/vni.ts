/**
 * VNI for Windows, the encoding of the `VNI-…` fonts: a base letter, then a mark that Word stores
 * as a Latin-1 character; some letters are one character.
 */

/** Marks after a base letter, and the combining marks they stand for. */
const MARKS: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};

/** Letters that are one character. */
const LETTERS: Record<string, string> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

/** A base letter and its mark. Which marks a letter takes keeps a word like "Noël" from harm. */
const PAIR = /([aAeEoO])([ùøûõïâáàåãä])|([aA])([êéèúüë])|([uUyYôÔöÖ])([ùøûõï])/giu;

/**
 * Decode a text that was typed in a VNI font.
 *
 * @param text As stored, NFC.
 * @returns NFC.
 * @example decodeVni('chöùc') // 'chức'
 */
export function decodeVni(text: string): string {
  return text
    .normalize('NFC')
    .replace(PAIR, (_, a = '', b = '', c = '', d = '', e = '', f = '') => {
      const base = letter(String(a) + String(c) + String(e));
      return base + (MARKS[(String(b) + String(d) + String(f)).toLowerCase()] ?? '');
    })
    .replace(/[ñôöíìæóòîÑÔÖÍÌÆÓÒÎ](?![\u0300-\u0323])/gu, letter)
    .normalize('NFC');
}

/** Whether a font is of the VNI family. */
export function isVniFont(font: string): boolean {
  return /^vni[- ]/i.test(font);
}

function letter(character: string): string {
  const small = LETTERS[character.toLowerCase()];
  if (small === undefined) return character;
  return character === character.toLowerCase() ? small : small.toUpperCase();
}
