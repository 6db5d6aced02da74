import { describe, expect, test } from 'vitest';
import { collapse, fold, slugify } from './fold.ts';

describe('fold', () => {
  test.each([
    ['Quyết định 290-QĐ/TW', 'quyet dinh 290-qd/tw', 'marks and đ go, punctuation stays'],
    ['Quyết định'.normalize('NFD'), 'quyet dinh', 'decomposed input gives the same'],
    ['hoà', 'hoa', 'either tone placement'],
    ['hòa', 'hoa', 'either tone placement'],
    ['NÐ-CP', 'nd-cp', 'Latin Eth is the look-alike of Đ'],
    ['dân\u200B vận\u00AD', 'dan van', 'invisible characters go'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe('slugify', () => {
  test.each([
    ['25-NQ/TW', '25-nq-tw'],
    ['Ủy ban Thường vụ Quốc hội', 'uy-ban-thuong-vu-quoc-hoi'],
    [' (chưa rõ) ', 'chua-ro'],
  ])('%s → %s', (text, expected) => {
    expect(slugify(text)).toBe(expected);
  });
});

describe('collapse', () => {
  test.each([
    ['04/2015/NĐ-CP', '42015ndcp'],
    ['4/2015/nd-cp', '42015ndcp'],
    ['290 qđ tw', '290qdtw'],
    ['10/2022/QH15', '102022qh15'],
    ['105-KL/TW', '105kltw'],
  ])('%s → %s', (text, expected) => {
    expect(collapse(text)).toBe(expected);
  });
});
