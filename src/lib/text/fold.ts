/**
 * Folding: the loose forms of a text under which readers look things up.
 *
 * Never use a folded form as an anchor id: điểm d and điểm đ are two points.
 */

const COMBINING_MARKS = /\p{M}+/gu;
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;

/**
 * Lower case without diacritics, đ → d, invisible characters dropped; white space is kept.
 *
 * @param text Any text, NFC or NFD.
 * @returns A text of the same words. Its length may differ from the input's.
 * @example fold('Quyết định 290-QĐ/TW') // 'quyet dinh 290-qd/tw'
 */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replace(/[đðɖ]/g, 'd');
}

/**
 * The folded text's letters and digits joined by single hyphens: file names and addresses.
 *
 * @example slugify('Quyết định') // 'quyet-dinh'
 */
export function slugify(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * The folded letters and digits alone, each run of digits without leading zeros.
 *
 * @example collapse('04/2015/NĐ-CP') // '42015ndcp'
 */
export function collapse(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/(^|[^0-9])0+(?=[0-9])/g, '$1')
    .replace(/ /g, '');
}
