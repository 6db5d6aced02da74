/**
 * Bytes as text for a classic script in UTF-16, where base64 needs nearly three bytes for two. All
 * characters are used that no string literal, decoder or tool on the way might change; random bytes
 * grow by half a per cent.
 *
 * Two characters give the number of bytes, 14 bits each. Then follow the bits of the bytes, high ones
 * first, in a truncated binary code: the first {@link SHORT} signs stand for 15 bits, the others for
 * 16; zeros fill up the last one.
 */

/** Signs are characters from here on: no control character, quotation mark or backslash. */
const FIRST = 0x100;
/** Line ends. */
const LINE_END = 0x2028;
const LINE_ENDS = 2;
/** Halves of pairs. */
const HALF = 0xd800;
const HALVES = 0x800;
/** Marks and signs that say how a text is encoded stand behind. */
const END = 0xfe00;
/** Signs in all. */
const SIGNS = END - FIRST - LINE_ENDS - HALVES;
/** Those that stand for 15 bits. */
const SHORT = 0x10000 - SIGNS;
/** Characters of the length are from here on. */
const LENGTH = 0x4000;
const LENGTH_BITS = 14;

/** Text of bytes. @returns Nothing that must be escaped in a string literal. */
export function encodeDense(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(encodeDenseUtf16(bytes));
}

/** The same text in UTF-16, low bytes first. */
export function encodeDenseUtf16(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = bytes;
  const text = new Uint8Array(2 * (3 + Math.ceil((length * 8) / 15)));
  let end = 0;
  const put = (unit: number): void => {
    text[end++] = unit & 0xff;
    text[end++] = unit >>> 8;
  };
  put(LENGTH + (length >> LENGTH_BITS));
  put(LENGTH + (length & ((1 << LENGTH_BITS) - 1)));
  let held = 0;
  let bits = 0;
  for (let at = 0; at * 8 - bits < length * 8;) {
    for (; bits < 16; bits += 8) held = (held << 8) | (bytes[at++] ?? 0);
    const first = held >>> (bits - 15);
    const isShort = first < SHORT;
    bits -= isShort ? 15 : 16;
    put(characterOf(isShort ? first : (held >>> bits) - SHORT));
    held &= (1 << bits) - 1;
  }
  return text.subarray(0, end);
}

/** The inverse of {@link encodeDense}. */
export function decodeDense(text: string): Uint8Array<ArrayBuffer> {
  const high = text.charCodeAt(0) - LENGTH;
  const bytes = new Uint8Array((high << LENGTH_BITS) + text.charCodeAt(1) - LENGTH);
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let at = 2; at < text.length; at++) {
    const sign = signOf(text.charCodeAt(at));
    const isShort = sign < SHORT;
    held = isShort ? (held << 15) | sign : (held << 16) | (sign + SHORT);
    bits += isShort ? 15 : 16;
    for (; bits >= 8; bits -= 8) bytes[length++] = held >>> (bits - 8);
    held &= (1 << bits) - 1;
  }
  return bytes;
}

function characterOf(sign: number): number {
  let character = sign + FIRST;
  if (character >= LINE_END) character += LINE_ENDS;
  if (character >= HALF) character += HALVES;
  return character;
}

function signOf(character: number): number {
  if (character > HALF) return character - FIRST - LINE_ENDS - HALVES;
  return character > LINE_END ? character - FIRST - LINE_ENDS : character - FIRST;
}

/** Whether bytes are compressed. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
