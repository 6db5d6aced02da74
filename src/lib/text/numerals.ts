const ROMAN_DIGITS: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/**
 * Value of a Roman numeral in capitals.
 *
 * @returns A positive integer, or null when the text is not a well-formed numeral.
 * @example parseRoman('XIV') // 14
 */
export function parseRoman(text: string): number | null {
  if (!/^[IVXLCDM]+$/.test(text)) return null;
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN_DIGITS[text.charAt(i)] ?? 0;
    const next = ROMAN_DIGITS[text.charAt(i + 1)] ?? 0;
    total += value < next ? -value : value;
  }
  return formatRoman(total) === text ? total : null;
}

const ROMAN_STEPS: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/**
 * Roman numeral of a positive integer, the inverse of {@link parseRoman}.
 *
 * @example formatRoman(14) // 'XIV'
 */
export function formatRoman(value: number): string {
  let rest = value;
  let text = '';
  for (const [step, digits] of ROMAN_STEPS) {
    while (rest >= step) {
      text += digits;
      rest -= step;
    }
  }
  return text;
}

/** Ordinal words after "thứ": "Phần thứ nhất", "Điều thứ mười hai". Index = value. */
const ORDINAL_WORDS = [
  '',
  'nhất',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
] as const;

/** How 1–9 read after "mươi": hai mươi mốt, ba mươi tư, bốn mươi lăm. */
const UNITS_AFTER_TENS = [
  '',
  'mốt',
  'hai',
  'ba',
  'tư',
  'lăm',
  'sáu',
  'bảy',
  'tám',
  'chín',
] as const;

/**
 * Value of an ordinal word as printed after "thứ".
 *
 * @param text NFC, any case, without "thứ".
 * @returns 1–99, or null when it is no such word.
 * @example parseOrdinal('mười hai') // 12
 */
export function parseOrdinal(text: string): number | null {
  const word = text.trim().toLowerCase().replace(/\s+/g, ' ').replace('bẩy', 'bảy');
  const simple = ORDINAL_WORDS.indexOf(word as (typeof ORDINAL_WORDS)[number]);
  if (simple > 0) return simple;
  const compound = /^(?:(\S+) )?mươi?(?: (\S+))?$|^mười (\S+)$/.exec(word);
  if (!compound) return null;
  const [, tensWord, unitAfterTens, unitAfterTen] = compound;
  const tens = tensWord === undefined ? 1 : parseUnit(tensWord);
  const unitWord = unitAfterTens ?? unitAfterTen;
  const unit = unitWord === undefined ? 0 : parseUnit(unitWord);
  return tens === null || unit === null ? null : tens * 10 + unit;
}

/**
 * Ordinal word as printed after "thứ", the inverse of {@link parseOrdinal}.
 *
 * @param value 1–99; other values are written in digits.
 * @example formatOrdinal(21) // 'hai mươi mốt'
 */
export function formatOrdinal(value: number): string {
  if (value < 1 || value > 99) return String(value);
  if (value <= 10) return ORDINAL_WORDS[value] ?? String(value);
  const tens = Math.floor(value / 10);
  const lead = tens === 1 ? 'mười' : `${ORDINAL_WORDS[tens] ?? ''} mươi`;
  const unit = UNITS_AFTER_TENS[value % 10] ?? '';
  if (unit === '') return lead;
  return `${lead} ${tens === 1 && value % 10 === 1 ? 'một' : unit}`;
}

/** "mốt", "lăm", "bốn" are how một, năm, tư read inside a compound. */
function parseUnit(word: string): number | null {
  if (word === 'mốt' || word === 'một') return 1;
  if (word === 'lăm') return 5;
  if (word === 'bốn') return 4;
  const value = ORDINAL_WORDS.indexOf(word as (typeof ORDINAL_WORDS)[number]);
  return value > 0 && value < 10 ? value : null;
}
