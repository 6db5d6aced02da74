import { describe, expect, test } from 'vitest';
import { isSyllable, readableShare, syllableShare } from './syllable.ts';

describe('isSyllable', () => {
  test.each(['nghiêng', 'Quyết', 'ĐIỀU', 'thuở', 'ủy', 'uỷ', 'a', 'khuếch'])('%s', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  test.each(['®iÒu', 'website', 'TT', 'th\u00ADư', 'bảnn'])('not %s', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});

describe('share of syllables', () => {
  test('counts every word, or those alone that can be syllables', () => {
    const text = 'b) UBND xã Minh Trí, số 90/2031/NĐ-TV, mục IV; thu@minhtri.vn, www.minhtri.vn';
    expect(syllableShare(text).share).toBeLessThan(0.6);
    expect(readableShare(text)).toEqual({ share: 1, words: 5 });
  });

  test('a foreign word stays one that is not known', () => {
    expect(readableShare('thư viện website').share).toBeCloseTo(2 / 3);
  });

  test('a text that is nearly all abbreviations is measured as it stands', () => {
    expect(readableShare('BXQ TRNG KLMT thư').share).toBe(0.25);
  });

  test('no words', () => {
    expect(readableShare('12 / 34')).toEqual({ share: 0, words: 0 });
  });
});
