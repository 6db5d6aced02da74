import { describe, expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

const SOURCE =
  '1. Thư viện mở cửa từ thứ hai đến thứ bảy; ngày lễ đóng cửa. 2. Người đọc được mượn không quá ba ' +
  'quyển sách trong mười ngày và phải trả lại đúng hạn.';

const errorsOf = (quotation: string): number | undefined => compareWords(quotation, SOURCE)?.errors;

describe('compareWords', () => {
  test.each([
    ['the words themselves', 'Người đọc được mượn không quá ba quyển sách', 0],
    ['another case and other marks', 'NGƯỜI ĐỌC – được mượn, không quá “ba” quyển sách', 0],
    ['letters taken apart', 'Người đọc được mượn'.normalize('NFD'), 0],
    ['a letter of an old font', 'Người \u00D0ọc được mượn', 0],
    ['an omission', 'Người đọc được mượn (...) và phải trả lại đúng hạn', 0],
    ['one word changed', 'Người đọc được mượn không quá năm quyển sách', 1],
    ['one word left out', 'Người đọc được mượn không ba quyển sách', 1],
    ['one word added', 'Người đọc được mượn không quá ba mươi quyển sách', 1],
    ['another tone', 'Ngươi đọc được mượn', 1],
    ['an omission the wrong way round', 'phải trả lại đúng hạn … Người đọc được mượn', 4],
  ])('%s', (_, quotation, errors) => {
    expect(errorsOf(quotation)).toBe(errors);
  });

  test('the place of a tone mark is typography', () => {
    expect(compareWords('hoà thuận, thuý', 'hòa thuận thúy')?.errors).toBe(0);
    expect(compareWords('hoa thuận', 'hòa thuận')?.errors).toBe(1);
  });

  test('shows both sides of what differs, with the marks of each', () => {
    expect(compareWords('được mượn không quá năm quyển, rồi', SOURCE)?.stretches).toEqual([
      { kind: 'same', quoted: 'được mượn không quá', source: 'được mượn không quá' },
      { kind: 'different', quoted: 'năm', source: 'ba' },
      { kind: 'same', quoted: 'quyển,', source: 'quyển' },
      { kind: 'different', quoted: 'rồi', source: '' },
    ]);
  });

  test('does not begin what would take too long', () => {
    expect(compareWords('từ '.repeat(10_000), 'từ '.repeat(10_000))).toBeNull();
    expect(compareWords('…', SOURCE)).toBeNull();
  });
});
