/**
 * Bytes as text for a classic script in UTF-16: two bytes a character, where base64 needs nearly
 * three. What a string literal, a decoder or a tool on the way might change is written in two
 * characters; of random bytes that is one pair in twenty-six.
 */

/** Two bytes that cannot stand as one character: their high byte is added to this… */
const ESCAPE = 0xff00;
/** …and their low byte to this, in a character that follows. */
const LOW = 0x100;
/** The last character when the number of bytes is odd: it holds one byte. */
const ODD = 0xfe00;

/** Text of bytes. @returns Nothing that must be escaped in a string literal. */
export function encodeDense(bytes: Uint8Array): string {
  const units: number[] = [];
  const parts: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const high = bytes[at] ?? 0;
    const low = bytes[at + 1] ?? 0;
    if (isSafe((high << 8) | low)) units.push((high << 8) | low);
    else units.push(ESCAPE | high, LOW | low);
    if (units.length > 8000) parts.push(String.fromCharCode(...units.splice(0)));
  }
  if (bytes.length % 2 === 1) units.push(ODD | (bytes.at(-1) ?? 0));
  return parts.join('') + String.fromCharCode(...units);
}

/** The inverse of {@link encodeDense}. */
export function decodeDense(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= ESCAPE) {
      bytes[length++] = unit & 0xff;
      bytes[length++] = text.charCodeAt(++at) & 0xff;
    } else if (unit >= ODD) {
      bytes[length++] = unit & 0xff;
    } else {
      bytes[length++] = unit >> 8;
      bytes[length++] = unit & 0xff;
    }
  }
  return bytes.slice(0, length);
}

/** No control character or quotation mark, no line end, no half of a pair, no private sign of ours. */
function isSafe(unit: number): boolean {
  if (unit < 0x100 || unit === 0x2028 || unit === 0x2029) return false;
  return unit < 0xd800 || (unit >= 0xe000 && unit < ODD);
}

/** Whether bytes are compressed. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
