import { expect, test } from 'vitest';
import type { Library } from '../lib/library/types.ts';
import { findSigner } from './signer.ts';

const library = {
  issuers: new Map([
    [
      'thu-vien',
      { data: { name: 'Thư viện xã Minh Trí', aliases: ['TVX', 'Ban Đọc sách Trung ương'] } },
    ],
  ]),
} as unknown as Pick<Library, 'issuers'>;

test.each([
  ['a body that everyone knows', ['CHỦ TỊCH QUỐC HỘI', 'Nguyễn Văn Thử'], 'Chủ tịch Quốc hội'],
  [
    'a body of the library',
    ['GIÁM ĐỐC THƯ VIỆN XÃ MINH TRÍ', 'Nguyễn Văn Thử'],
    'Giám đốc Thư viện xã Minh Trí',
  ],
  [
    'an alias',
    ['TRƯỞNG BAN ĐỌC SÁCH TRUNG ƯƠNG', 'Nguyễn Văn Thử'],
    'Trưởng Ban Đọc sách Trung ương',
  ],
  [
    'another place of the tone',
    ['PHÓ CHỦ TỊCH UỶ BAN NHÂN DÂN', 'Nguyễn Văn Thử'],
    'Phó chủ tịch Uỷ ban nhân dân',
  ],
  [
    'a plain office',
    ['TM. BAN BÍ THƯ', 'PHÓ CHỦ TỊCH THƯỜNG TRỰC', 'Nguyễn Văn Thử'],
    'Phó chủ tịch thường trực',
  ],
  [
    'a name that nobody knows',
    ['CHỦ TỊCH HỘI BẠN ĐỌC MINH TRÍ', 'Nguyễn Văn Thử'],
    'CHỦ TỊCH HỘI BẠN ĐỌC MINH TRÍ',
  ],
])('the case of an office: %s', (_, foot, position) => {
  expect(findSigner(foot, '', library)).toEqual({ name: 'Nguyễn Văn Thử', position });
});

test('an office as the document itself writes it', () => {
  const all = 'Giao Chủ tịch Hội bạn đọc Minh Trí thi hành.';
  expect(findSigner(['CHỦ TỊCH HỘI BẠN ĐỌC MINH TRÍ', 'Nguyễn Văn Thử'], all, library)).toEqual({
    name: 'Nguyễn Văn Thử',
    position: 'Chủ tịch Hội bạn đọc Minh Trí',
  });
});

test('a name in capitals, below an office', () => {
  const foot = ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'NGUYỄN THỊ ÁNH'];
  expect(findSigner(foot, '', library)).toEqual({
    name: 'Nguyễn Thị Ánh',
    position: 'Phó giám đốc',
  });
  expect(findSigner(['THƯ VIỆN XÃ', 'NGUYỄN THỊ ÁNH'], '', library)).toBeNull();
  expect(findSigner(['GIÁM ĐỐC', 'HỘI ĐỒNG'], '', library)).toBeNull();
});
