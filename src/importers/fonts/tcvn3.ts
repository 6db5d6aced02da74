/**
 * TCVN3 (TCVN 5712:1993, VN3), the encoding of the `.Vn…` fonts: one byte per letter, which Word
 * stores as the Latin-1 character of that byte. U+00AD is ư, U+00D0 is é.
 */

/** Letters of the bytes 0xA1–0xFE; a space: the byte is no letter. */
const LETTERS =
  'ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ';

const FIRST = 0xa1;
const TABLE = Array.from(LETTERS);

/**
 * Decode a text that was typed in a TCVN3 font.
 *
 * @param text As stored; characters outside 0xA1–0xFE stay.
 * @returns NFC.
 * @example decodeTcvn3('§iÒu') // 'Điều'
 */
export function decodeTcvn3(text: string): string {
  return text
    .replace(/[\u00A1-\u00FE]/g, (byte) => TABLE[byte.charCodeAt(0) - FIRST] ?? byte)
    .normalize('NFC');
}

/** Whether a font is of the TCVN3 family; its capitals are then another font, `.VnTimeH`. */
export function isTcvn3Font(font: string): boolean {
  return /^\.vn/i.test(font);
}

/** Fonts whose small letters look like capitals. */
export function isCapitalFont(font: string): boolean {
  return /^\.vn.*h$/i.test(font) && !/^\.vn(?:teknical|koala|shelley)h?$/i.test(font);
}
