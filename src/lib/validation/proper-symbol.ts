import { parseSymbol } from '../document/symbol.ts';
import { DOCUMENT_TYPES } from '../document/types.ts';
import { fold } from '../text/fold.ts';

/** Every abbreviation of a type. */
export const TYPE_CODES: readonly string[] = [
  ...new Set(Object.values(DOCUMENT_TYPES).flatMap(({ codes }) => [...codes] as string[])),
];

/**
 * A number in the form in which it is printed, as near as typography and spelling allow:
 * hyphens for other dashes, no spaces, no leading "Số:", `TW` for `TƯ`, `Đ` for its look-alike,
 * abbreviations in their own capitals.
 *
 * @param bodyCodes Abbreviations of the bodies that issued the document.
 * @returns null when no number in proper form comes of it.
 * @example properSymbol('Số: 901 – qđ/tv', ['TV']) // '901-QĐ/TV'
 */
export function properSymbol(text: string, bodyCodes: readonly string[]): string | null {
  const joined = text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[\u2010-\u2015\u2212\uFE63\uFF0D]/g, '-')
    .replace(/[\u2044\u2215\uFF0F]/g, '/')
    .replace(/^\s*số\s*:?\s*/iu, '')
    .trim()
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/^(\d+[A-ZĐ]?)\s+(?=\p{L})/u, '$1-')
    .replace(/TƯ(?!\p{L})/gu, 'TW');
  const symbol = parseSymbol(joined);
  if (!symbol) return null;
  const typeCode = symbol.typeCode && respell(symbol.typeCode, TYPE_CODES);
  const bodyCode = respell(symbol.bodyCode, bodyCodes);
  const separator = symbol.form === 'party' ? '-' : '/';
  const proper = joined
    .slice(0, joined.length - symbol.bodyCode.length)
    .replace(`${separator}${symbol.typeCode ?? ''}`, `${separator}${typeCode ?? ''}`);
  return proper + bodyCode;
}

/**
 * A number with slash and hyphen exchanged: Party documents write `901-QĐ/TV`, the State's
 * administrative ones `901/QĐ-TV`.
 *
 * @param system Whose document it is.
 * @returns null when the separators are as they should be, or the form is not one of the two.
 */
export function exchangeSeparators(text: string, system: string): string | null {
  const symbol = parseSymbol(text);
  if (symbol?.typeCode == null || symbol.year !== null) return null;
  if (!TYPE_CODES.includes(symbol.typeCode)) return null;
  const { number, typeCode, bodyCode, form } = symbol;
  if (system === 'dang' && form === 'state') return `${number}-${typeCode}/${bodyCode}`;
  if (system === 'nha-nuoc' && form === 'party') return `${number}/${typeCode}-${bodyCode}`;
  return null;
}

/** The known code that is written with these letters, whatever its case and marks. */
function respell(code: string, known: readonly string[]): string {
  if (known.includes(code)) return code;
  return known.find((candidate) => fold(candidate) === fold(code)) ?? code;
}
