import { collapse, slugify } from '../text/fold.ts';

/**
 * A document's printed number (số ký hiệu), taken apart.
 *
 * A symbol is not an identity: Party numbers restart each term, Prime Minister directives each
 * year. Identity is symbol + date.
 */
export interface DocumentSymbol {
  /** As printed, NFC: `25-NQ/TW`, `59/2023/NĐ-CP`, `10/2022/QH15`. */
  printed: string;
  /** The leading number with its letter, as printed: `25`, `08B`, `04`. */
  number: string;
  /** The year inside the symbol, or null: `2023` of `59/2023/NĐ-CP`. */
  year: number | null;
  /** Abbreviation of the type, as printed: `NQ`, `QĐi`, `NĐ`; null in `10/2022/QH15`. */
  typeCode: string | null;
  /** Abbreviation of the issuing body, as printed: `TW`, `BDVTW-BCSĐCP`, `CP`, `QH15`. */
  bodyCode: string;
  /** `party`: number-TYPE/BODY. `state`: number[/year]/TYPE-BODY or number/year/QHnn. */
  form: 'party' | 'state';
}

/** `25-NQ/TW`, `08B-NQ/HNTW`, `79-CTr/BDVTW-BCSĐCP` */
const PARTY = /^(\d+[A-ZĐ]?)-([\p{L}&]+)\/([\p{L}\d&-]+)$/u;
/** `10/2022/QH15` */
const NATIONAL_ASSEMBLY = /^(\d+)\/(\d{4})\/((?:UBTV)?QH\d+)$/u;
/** `59/2023/NĐ-CP`, `16/CT-TTg`, `19/2008/NQLT/CP-UBTUMTTQVN` */
const STATE = /^(\d+[A-ZĐ]?)\/(?:(\d{4})\/)?([\p{L}&]+)[-/]([\p{L}\d&/-]+)$/u;

/**
 * Parse a symbol in its printed form; variants of spelling belong to the citation engine.
 *
 * @param text NFC.
 * @returns null when the text is not a symbol in proper form.
 * @example parseSymbol('25-NQ/TW') // { number: '25', typeCode: 'NQ', bodyCode: 'TW', form: 'party', … }
 */
export function parseSymbol(text: string): DocumentSymbol | null {
  const party = PARTY.exec(text);
  if (party) {
    const [, number = '', typeCode = '', bodyCode = ''] = party;
    return { printed: text, number, year: null, typeCode, bodyCode, form: 'party' };
  }
  const assembly = NATIONAL_ASSEMBLY.exec(text);
  if (assembly) {
    const [, number = '', year, bodyCode = ''] = assembly;
    return { printed: text, number, year: Number(year), typeCode: null, bodyCode, form: 'state' };
  }
  const state = STATE.exec(text);
  if (state) {
    const [, number = '', year, typeCode = '', bodyCode = ''] = state;
    return {
      printed: text,
      number,
      year: year === undefined ? null : Number(year),
      typeCode,
      bodyCode,
      form: 'state',
    };
  }
  return null;
}

/**
 * Key under which every spelling of one symbol meets; several documents can share it.
 *
 * @example symbolKey('290 qđ/tw') // '290qdtw'
 */
export function symbolKey(symbol: string): string {
  return collapse(symbol);
}

/**
 * Slug of a symbol alone: the name of its page of bearers under `/so/`.
 *
 * @example symbolSlug('25-NQ/TW') // '25-nq-tw'
 */
export function symbolSlug(symbol: string): string {
  return slugify(symbol);
}

/**
 * Slug of a document: folded symbol, and the year when the symbol does not hold it.
 *
 * @param year Year of issue, four digits, or null when unknown.
 * @example documentSlug('25-NQ/TW', 2013) // '25-nq-tw-2013'
 * @example documentSlug('10/2022/QH15', 2022) // '10-2022-qh15'
 */
export function documentSlug(symbol: string, year: number | null): string {
  const slug = symbolSlug(symbol);
  const hasYear = parseSymbol(symbol)?.year != null;
  return hasYear || year === null ? slug : `${slug}-${String(year)}`;
}
