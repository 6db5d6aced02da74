import { describe, expect, test } from 'vitest';
import { normalizeText } from './normalize.ts';

describe('normalizeText', () => {
  test.each([
    ['925–NQ/TW', '925-NQ/TW', 'en dash'],
    ['925‑NQ∕TW', '925-NQ/TW', 'no-break hyphen, division slash'],
    ['925\u00ADNQ', '925-NQ', 'soft hyphen inside a number'],
    ['cộng\u00ADhòa', 'cộnghòa', 'soft hyphen inside a word'],
    ['NÐ-CP', 'NĐ-CP', 'Latin Eth'],
    ['BTС', 'BTC', 'Cyrillic Es'],
    ['Điều\u00A05', 'Điều 5', 'no-break space'],
    ['dân\u200Bvận\uFEFF', 'dânvận', 'invisible characters'],
    ['Điều 5¹', 'Điều 5', 'footnote mark'],
    ['a\r\nb\fc', 'a\nb\nc', 'line and page ends'],
    ['«x»', '“x”', 'angle quotes'],
    ['９２５', '925', 'full-width digits'],
  ])('%j reads %j (%s)', (given, reading) => {
    expect(normalizeText(given).text).toBe(reading);
  });

  test('composes marks and keeps the way back', () => {
    const given = `x ${'ề'.normalize('NFD')}u`;
    const { text, starts, ends } = normalizeText(given);
    expect(text).toBe('x ều');
    expect([...starts]).toEqual([0, 1, 2, 5]);
    expect([...ends]).toEqual([1, 2, 5, 6]);
  });
});
