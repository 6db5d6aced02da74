import { formatRoman } from '../../lib/text/numerals.ts';
import { Refusal } from '../import-error.ts';

/**
 * Print a number in one of Word's formats.
 *
 * @throws {Refusal} `number-format`: a format that nobody has taught us is not guessed.
 * @see ECMA-376 part 1, 17.18.59 (ST_NumberFormat)
 */
export function formatNumber(value: number, format: string, pattern = ''): string {
  switch (format) {
    case 'decimal':
    case 'decimalHalfWidth':
    case '':
      return String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'numberInDash':
      return `- ${value} -`;
    case 'upperRoman':
      return value > 0 ? formatRoman(value) : String(value);
    case 'lowerRoman':
      return value > 0 ? formatRoman(value).toLowerCase() : String(value);
    case 'upperLetter':
      return formatLetter(value);
    case 'lowerLetter':
      return formatLetter(value).toLowerCase();
    case 'none':
      return '';
    case 'custom':
      return formatPadded(value, pattern);
    default:
      throw new Refusal('number-format', { format });
  }
}

/** Word repeats the letter after z: aa, bb, cc. Its alphabet has no đ. */
function formatLetter(value: number): string {
  if (value < 1) return '';
  const letter = String.fromCharCode(65 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

/** `001, 002, 003, ...` */
function formatPadded(value: number, pattern: string): string {
  const first = /^0*1(?=,)/.exec(pattern)?.[0];
  if (first === undefined) throw new Refusal('number-format', { format: pattern });
  return String(value).padStart(first.length, '0');
}
