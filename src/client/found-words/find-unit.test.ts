import { describe, expect, test } from 'vitest';
import { findUnit, hasUnitNumber, isAddress } from './find-unit.ts';

const labels = [
  ['c1', 'Chương I'],
  ['d1', 'Điều 1'],
  ['d5', 'Điều 5'],
  ['d5-2', 'khoản 2 Điều 5'],
  ['d5-2-d', 'điểm d khoản 2 Điều 5'],
  ['d5-2-dd', 'điểm đ khoản 2 Điều 5'],
  ['d5a', 'Điều 5a'],
  ['m3', 'mục III'],
  ['m3-2', 'khoản 2 mục III'],
  ['m3-9-dd', 'điểm đ khoản 9 mục III'],
  ['kt', 'Quy chế kèm theo', 'Quy chế kèm theo'],
  ['kt-d5', 'Điều 5', 'Quy chế kèm theo'],
  ['kt-d7', 'Điều 7', 'Quy chế kèm theo'],
] as const;
const units = labels.map(([id, label, scopeLabel = null]) => ({ id, label, scopeLabel }));

describe('findUnit', () => {
  test.each([
    ['Điều 5', 'd5'],
    ['dieu 5', 'd5'],
    ['điều 5.', 'd5'],
    ['5', 'd5'],
    ['5a', 'd5a'],
    ['iii', 'm3'],
    ['chuong i', 'c1'],
    ['khoản 2, Điều 5', 'd5-2'],
    ['Điều 5 khoản 2', 'd5-2'],
    ['điểm d khoản 2 điều 5', 'd5-2-d'],
    ['điểm đ khoản 2 điều 5', 'd5-2-dd'],
    ['điểm đ điều 5', 'd5-2-dd'],
    ['mục III khoản 2', 'm3-2'],
    ['diem d khoan 9 muc iii', 'm3-9-dd'],
    ['d5-2-dd', 'd5-2-dd'],
    ['quy chế', 'kt'],
    ['Điều 5 Quy chế', 'kt-d5'],
    ['quy che dieu 5', 'kt-d5'],
    ['điều 7', 'kt-d7'],
  ])('%s → %s', (query, id) => {
    expect(findUnit(query, units)?.id).toBe(id);
  });

  test.each(['', '  ', 'Điều 9', 'khoản 3 Điều 5', 'Điều 5 Điều 1', 'chữ'])(
    'nothing for %j',
    (query) => {
      expect(findUnit(query, units)).toBeNull();
    },
  );
});

test.each([
  ['điều 5', true],
  ['5a', true],
  ['khoản 2, điều 10', true],
  ['điểm đ điều 5', true],
  ['phần thứ nhất', true],
  ['chương iv', true],
  ['kt-d5-2', true],
  ['quy chế', false],
  ['theo', false],
  ['tự quản', false],
])('hasUnitNumber(%j) is %j', (text, expected) => {
  expect(hasUnitNumber(text)).toBe(expected);
});

test.each([
  ['Điều 99', true],
  ['dieu 99', true],
  ['khoản 2, Điều 99', true],
  ['điều 5 quy chế', false],
  ['điều kiện', false],
  ['điều 5 và khối xóm', false],
])('isAddress(%j) is %j', (text, expected) => {
  expect(isAddress(text)).toBe(expected);
});
