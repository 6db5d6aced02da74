import { describe, expect, test } from 'vitest';
import { exchangeSeparators, properSymbol } from './proper-symbol.ts';

describe('properSymbol', () => {
  test.each([
    ['901-QĐ/TV', '901-QĐ/TV'],
    ['901–QĐ/TV', '901-QĐ/TV'],
    ['901 - qđ / tv', '901-QĐ/TV'],
    ['Số: 901-QĐ/TV', '901-QĐ/TV'],
    ['901 QĐ/TV', '901-QĐ/TV'],
    ['901-Q\u00D0/TV', '901-QĐ/TV'],
    ['901-CTR/TV', '901-CTr/TV'],
    ['90/2031/nđ-tv', '90/2031/NĐ-TV'],
    ['90/2031/QH20', '90/2031/QH20'],
    ['901-XY/KH', '901-XY/KH'],
    ['901-QĐ/TƯ', '901-QĐ/TW'],
    ['901', null],
    ['', null],
  ])('%s → %s', (text, expected) => {
    expect(properSymbol(text, ['TV'])).toBe(expected);
  });
});

describe('exchangeSeparators', () => {
  test.each([
    ['901/QĐ-TV', 'dang', '901-QĐ/TV'],
    ['901-QĐ/TV', 'nha-nuoc', '901/QĐ-TV'],
    ['901-QĐ/TV', 'dang', null],
    ['901/QĐ-TV', 'nha-nuoc', null],
    ['901/QĐ-TV', 'mat-tran', null],
    // The year says that the State wrote it; LCT is no code that both use.
    ['901/2031/QĐ-TV', 'dang', null],
    ['21-LCT/HĐT', 'nha-nuoc', null],
  ])('%s of %s → %s', (text, system, expected) => {
    expect(exchangeSeparators(text, system)).toBe(expected);
  });
});
