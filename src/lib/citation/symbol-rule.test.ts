import { describe, expect, test } from 'vitest';
import { symbolKeyOf } from './citation-index.ts';
import { readSymbol } from './symbol-rule.ts';
import { tokenize } from './tokens.ts';

function key(text: string, named: boolean): string | null {
  const tokens = tokenize(text);
  const match = readSymbol(tokens, 0, named);
  return match?.end === tokens.count ? symbolKeyOf(match.symbol) : null;
}

describe('readSymbol', () => {
  test.each([
    ['925-NQ/TW', '925|nq|tw'],
    ['16/CT-TTg', '16|ct|ttg'],
    ['59/2033/NĐ-CP', '59|2033|nd|cp'],
    ['10/2032/QH20', '10|2032|qh20'],
    ['19/2038/NQLT/CP-UBTUMTTQVN', '19|2038|nqlt|cp|ubtumttqvn'],
    ['79-CTr/BDVTW-BCSĐCP', '79|ctr|bdvtw|bcsdcp'],
    ['08B-NQ/HNTW', '8b|nq|hntw'],
    ['8b-nq/hntw', '8b|nq|hntw'],
    ['11-QĐi/TW', '11|qdi|tw'],
    ['925 - NQ / TW', '925|nq|tw'],
    ['925 NQ/TW', '925|nq|tw'],
    ['925NQ/TW', '925|nq|tw'],
    ['925-NQTW', '925|nq|tw'],
    ['925-NQ/TƯ', '925|nq|tw'],
    ['925-NQ/TU', '925|nq|tu'],
    ['0925-nq/tw', '925|nq|tw'],
    ['290 qd tw', '290|qd|tw'],
    ['12-kh / du', '12|kh|du'],
    ['47/2030/QĐ-BGD&ĐT', '47|2030|qd|bgddt'],
    ['33/2038/TT- BGTVT', '33|2038|tt|bgtvt'],
    ['5053-CV/VPTW/nb', '5053|cv|vptw|nb'],
    ['99O-QĐ/TW', '990|qd|tw'],
    ['l6/CT-TTg', '16|ct|ttg'],
    ['925-NQ/TVV', '925|nq|tw'],
  ])('%s', (text, expected) => {
    expect(key(text, false)).toBe(expected);
  });

  test.each([
    ['14-CP', '14|cp'],
    ['14/CP', '14|cp'],
    ['64 TC/TCT', '64|tc|tct'],
  ])('after a type word also %s', (text, expected) => {
    expect(key(text, true)).toBe(expected);
    expect(key(text, false)).toBeNull();
  });

  test.each([
    '03/6/2033',
    '24/7',
    '2-1',
    '925',
    '2033 NQ TW',
    '5 cán bộ',
    '12/2033 NQ',
    '84-OM',
    '3-A/5',
  ])('%s is none', (text) => {
    expect(key(text, false)).toBeNull();
  });
});
