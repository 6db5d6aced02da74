import { describe, expect, test } from 'vitest';
import { formatAnchor } from './provision-path.ts';
import { readProvisionRun } from './provision-run.ts';
import { endOf, tokenize } from './tokens.ts';

/** Anchors of the run that begins a text, and the text that it takes. */
function read(text: string): { anchors: (string | null)[]; rest: string } | null {
  const tokens = tokenize(text);
  const run = readProvisionRun(tokens, 0);
  if (!run) return null;
  const anchors = run.targets.map((path) =>
    formatAnchor(path, { scope: null, numbersAtTop: false }),
  );
  return { anchors, rest: tokens.source.text.slice(endOf(tokens, run.end - 1)) };
}

describe('readProvisionRun', () => {
  test.each([
    ['bottom up', 'điểm a khoản 2 Điều 5', 'd5-2-a'],
    ['commas', 'Khoản 3, Điều 9, Mục 3, Chương II', 'd9-3'],
    ['top down', 'Điều 5 khoản 2 điểm a', 'd5-2-a'],
    ['top down, commas', 'Điều 5, khoản 2, điểm a', 'd5-2-a'],
    ['top down, bracket', 'Điều 1 (Khoản 2)', 'd1-2'],
    ['of', 'điểm a, Khoản 2 của Điều 5', 'd5-2-a'],
    ['dash', 'Khoản 2 - Điều 5', 'd5-2'],
    ['mục for điểm', 'mục a, khoản 2, điều 16', 'd16-2-a'],
    ['a point right under an article', 'điểm a Điều 5', 'd5-0-a'],
    ['đ is not d', 'điểm đ khoản 1 Điều 5', 'd5-1-dd'],
    ['inserted units', 'điểm a1 khoản 2a Điều 5b', 'd5b-2a-a1'],
    ['bracket of a point', 'điểm a) khoản 1 Điều 5', 'd5-1-a'],
    ['decimal under its khoản', 'Tiết a Điểm 2.1 Khoản 2 Điều 3', 'd3-2-1-a'],
    ['decimal under another', 'Điểm 1.3 Khoản 2 Điều 4', 'd4-2-1-3'],
    ['Roman section', 'điểm 2 mục III', 'm3-2'],
    ['Roman path', 'mục III.2.a', 'm3-2-a'],
    ['khoản of a Roman section', 'khoản 4, khoản 5 Mục II', 'm2-4 m2-5'],
    ['lettered part', 'phần B mục III điểm 2', 'pb-m3-2'],
    ['part by ordinal', 'Phần thứ hai', 'p2'],
    ['chapter, section, subsection', 'Tiểu mục 2 Mục 1 Chương III', 'c3-m1-t2'],
    ['counted paragraph', 'đoạn 2 khoản 1 Điều 5', 'd5-1_2'],
    ['counted dash', 'gạch đầu dòng thứ hai, điểm 3, mục II', 'm2-3_g2'],
    ['annex', 'mục II Phụ lục 1', 'pl1-m2'],
    ['list of numbers', 'điều 3, 4 và 5', 'd3 d4 d5'],
    ['list with semicolons', 'Điều 3; 4; 5', 'd3 d4 d5'],
    ['list of units', 'Điều 40, Điều 41 và Điều 42', 'd40 d41 d42'],
    ['points share the khoản', 'điểm a, b và c khoản 1 Điều 64', 'd64-1-a d64-1-b d64-1-c'],
    ['a point belongs to the next khoản only', 'điểm b khoản 1, khoản 2 Điều 5', 'd5-1-b d5-2'],
    ['and to its first number only', 'điểm s khoản 1, 2 Điều 51', 'd51-1-s d51-2'],
    ['a khoản to the next Điều only', 'khoản 1 Điều 1 và Điều 2', 'd1-1 d2'],
    ['two chains', 'khoản 1 Điều 5, khoản 2 và 3 Điều 6, Điều 7', 'd5-1 d6-2 d6-3 d7'],
    ['top-down chains', 'Điều 5 khoản 2, Điều 6 khoản 1', 'd5-2 d6-1'],
    ['qualifier and new unit', 'Điều 20, 21 và 27 Mục 2 Chương IV, Chương V', 'd20 d21 d27 c5'],
    [
      'annex numbers are no articles',
      'khoản 2 Điều 12, Điều 19, Phụ lục 1, 2 và 3',
      'd12-2 d19 pl1 pl2 pl3',
    ],
    ['range of units', 'Điều 5 đến Điều 7', 'd5 d6 d7'],
    ['range of numbers', 'Điều 5–7', 'd5 d6 d7'],
    ['range of khoản', 'khoản 2 đến khoản 4 Điều 8', 'd8-2 d8-3 d8-4'],
    ['range of letters with đ', 'điểm c đến điểm e khoản 1 Điều 5', 'd5-1-c d5-1-d d5-1-dd d5-1-e'],
    ['range between articles', 'khoản 2 Điều 5 đến khoản 3 Điều 7', 'd5-2 d7-3'],
    ['ordinal', 'Điều thứ mười hai', 'd12'],
    ['lost marks', 'diem a khoan 2 Dieu 5', 'd5-2-a'],
  ])('%s: %s', (_, text, anchors) => {
    expect(read(text)).toEqual({ anchors: anchors.split(' '), rest: '' });
  });

  test.each([
    ['a counted noun', 'Điều 4, 15 cán bộ', ', 15 cán bộ'],
    ['a symbol', 'Điều 5, 10/2031/QH20', ', 10/2031/QH20'],
    ['a date', 'Điều 5, 03/6/2031', ', 03/6/2031'],
    ['another sentence', 'Điều 5. Khoản 2', '. Khoản 2'],
    ['an empty line', 'khoản 2 Điều 5\n\nĐiều 6', '\n\nĐiều 6'],
    ['a heading', 'khoản 2 Điều 5.\nĐiều 6. Việc', '.\nĐiều 6. Việc'],
    ['an open bracket', 'Điều 5 (khoản 2 và hơn', ' (khoản 2 và hơn'],
  ])('stops before %s', (_, text, rest) => {
    expect(read(text)?.rest).toBe(rest);
  });

  test.each([
    'điều kiện',
    'khoản tiền',
    'mục tiêu',
    'điểm mới',
    'phần lớn',
    'chương trình',
    'Điều lệ',
    'điểm 9,5',
    'khoản 5.000 đồng',
    'Điều 25-NQ/TW',
    'tiết kiệm',
    'đoạn đường',
  ])('%s is no unit', (text) => {
    expect(read(text)?.anchors.some((anchor) => anchor?.startsWith('d')) ?? false).toBe(false);
  });
});
