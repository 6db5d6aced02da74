import { formatRoman } from '../../lib/text/numerals.ts';
import { Refusal } from '../import-error.ts';

/** Word counts no further. */
const LARGEST = 32_767;

/**
 * Print a number in one of Word's formats.
 *
 * @throws {Refusal} `number-format`: what Word would print depends on more than the file, or is in
 *   a script that nobody has taught us; it is not guessed.
 * @see ECMA-376 part 1, 17.18.59 (ST_NumberFormat)
 */
export function formatNumber(value: number, format: string, pattern = ''): string {
  if (value > LARGEST || value < 0) throw refusal(String(value), 'range');
  const print = FORMATS[format];
  if (print) return print(value);
  if (format === 'custom') return formatPadded(value, pattern);
  throw refusal(format, LANGUAGE_FORMATS.has(format) ? 'language' : causeOfScript(format));
}

const FORMATS: Partial<Record<string, (value: number) => string>> = {
  '': String,
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedCircle: (value) => enclose(value, 20),
  decimalEnclosedCircleChinese: (value) => enclose(value, 10),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  upperRoman: (value) => (value > 0 ? formatRoman(value) : String(value)),
  lowerRoman: (value) => (value > 0 ? formatRoman(value).toLowerCase() : String(value)),
  upperLetter: (value) => repeated(value, UPPER),
  lowerLetter: (value) => repeated(value, LOWER),
  chicago: (value) => repeated(value, ['*', '†', '‡', '§']),
  vietnameseCounting: countInWords,
  // A level with a sign of its own prints that sign and no number.
  bullet: () => '',
  none: () => '',
};

/** Words, or endings of words, of the language in which Word itself is set up. */
const LANGUAGE_FORMATS = new Set(['ordinal', 'cardinalText', 'ordinalText']);

function causeOfScript(format: string): string {
  const isKnown =
    /^(?:aiueo|arabic|chinese|chosung|ganada|hebrew|hindi|ideograph|iroha|japanese|korean|russian|taiwanese|thai)/.test(
      format,
    );
  return isKnown ? 'script' : 'unknown';
}

function refusal(format: string, cause: string): Refusal {
  return new Refusal('number-format', { format, cause: `number-${cause}` });
}

/** The alphabet of Word, which has no đ. */
const UPPER = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const LOWER = Array.from('abcdefghijklmnopqrstuvwxyz');

/** The sign at a place; after the last one each is doubled, then tripled: aa, bb, cc. */
function repeated(value: number, signs: readonly string[]): string {
  if (value < 1) return '';
  const sign = signs[(value - 1) % signs.length] ?? '';
  return sign.repeat(Math.floor((value - 1) / signs.length) + 1);
}

/** A number in a ring, as far as there are such characters. */
function enclose(value: number, last: number): string {
  return value >= 1 && value <= last ? String.fromCharCode(0x2460 + value - 1) : String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

const VIETNAMESE = 'một hai ba bốn năm sáu bảy tám chín mười'.split(' ');

/** Above ten the spelling is not fixed: "mười lăm", "mười năm". */
function countInWords(value: number): string {
  const word = VIETNAMESE[value - 1];
  if (word === undefined) throw refusal('vietnameseCounting', 'language');
  return word;
}

/** `001, 002, 003, ...` */
function formatPadded(value: number, pattern: string): string {
  const first = /^0*1(?=,)/.exec(pattern)?.[0];
  if (first === undefined) throw refusal(pattern, 'unknown');
  return String(value).padStart(first.length, '0');
}
