import { describe, expect, test } from 'vitest';
import { documentSlug, parseSymbol, symbolKey } from './symbol.ts';

describe('parseSymbol', () => {
  test.each([
    ['901-NQ/TW', '901', null, 'NQ', 'TW', 'party'],
    ['08B-NQ/HNTW', '08B', null, 'NQ', 'HNTW', 'party'],
    ['79-CTr/BDVTW-BCSĐCP', '79', null, 'CTr', 'BDVTW-BCSĐCP', 'party'],
    ['11-QĐi/TW', '11', null, 'QĐi', 'TW', 'party'],
    ['16/CT-TTg', '16', null, 'CT', 'TTg', 'state'],
    ['59/2023/NĐ-CP', '59', 2023, 'NĐ', 'CP', 'state'],
    ['34/2007/PL-UBTVQH11', '34', 2007, 'PL', 'UBTVQH11', 'state'],
    ['10/2022/QH15', '10', 2022, null, 'QH15', 'state'],
    ['19/2008/NQLT/CP-UBTUMTTQVN', '19', 2008, 'NQLT', 'CP-UBTUMTTQVN', 'state'],
  ])('%s', (printed, number, year, typeCode, bodyCode, form) => {
    expect(parseSymbol(printed)).toEqual({ printed, number, year, typeCode, bodyCode, form });
  });

  test.each(['', '25', 'NQ/TW', '25 NQ TW', '290/QĐ', '25-NQ'])('refuses %j', (text) => {
    expect(parseSymbol(text)).toBeNull();
  });
});

test('every spelling of a symbol has one key', () => {
  const spellings = ['290-QĐ/TW', '290 qd tw', '290/QĐ-TW', '0290-QĐ/TW', '290QĐTW'];
  expect(new Set(spellings.map(symbolKey))).toEqual(new Set(['290qdtw']));
});

describe('documentSlug', () => {
  test.each([
    ['25-NQ/TW', 2013, '25-nq-tw-2013'],
    ['16/CT-TTg', 2016, '16-ct-ttg-2016'],
    ['10/2022/QH15', 2022, '10-2022-qh15'],
    ['18/2026/QĐ-TTg', 2026, '18-2026-qd-ttg'],
    ['18/QĐ-TTg', 2026, '18-qd-ttg-2026'],
    ['25-NQ/TW', null, '25-nq-tw'],
  ])('%s of %s → %s', (symbol, year, slug) => {
    expect(documentSlug(symbol, year)).toBe(slug);
  });
});
