/**
 * Canonical composition (NFC), the only form in which text is stored and shown.
 *
 * @example toNfc('Đie\u0302\u0300u') // 'Điều'
 */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/** True when the text is already in NFC. */
export function isNfc(text: string): boolean {
  return text === text.normalize('NFC');
}
