/**
 * Text of a script file: UTF-16 when its first two bytes say so, which outrank every other sign of an
 * encoding in browsers, else UTF-8.
 */
export function scriptText(bytes: Buffer): string {
  return isUtf16(bytes) ? bytes.toString('utf16le', 2) : bytes.toString('utf8');
}

/** Whether a file begins with the mark of UTF-16, low byte first. */
export function isUtf16(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}
