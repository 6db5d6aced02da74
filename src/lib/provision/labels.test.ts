import { describe, expect, test } from 'vitest';
import {
  numberToken,
  parseAnnexLabel,
  parseHeadingLabel,
  parseLabel,
  parseScale,
} from './labels.ts';

describe('parseLabel', () => {
  test.each([
    ['Phần thứ nhất', 'part', 'thứ nhất'],
    ['PHẦN THỨ HAI', 'part', 'THỨ HAI'],
    ['Phần B', 'part', 'B'],
    ['Chương IV', 'chapter', 'IV'],
    ['CHƯƠNG 4.', 'chapter', '4'],
    ['Chương VIIa', 'chapter', 'VIIa'],
    ['Mục 2', 'section', '2'],
    ['Mục III', 'section', 'III'],
    ['Tiểu mục 1', 'subsection', '1'],
    ['Điều 5.', 'article', '5'],
    ['Điều 5a:', 'article', '5a'],
    ['ĐIỀU 12 .', 'article', '12'],
    ['Điều thứ 2', 'article', 'thứ 2'],
    ['Điều thứ mười hai.', 'article', 'thứ mười hai'],
    ['A.', 'capital', 'A'],
    ['Đ -', 'capital', 'Đ'],
    ['C.', 'capital', 'C'],
    ['I.', 'roman', 'I'],
    ['XIV-', 'roman', 'XIV'],
    ['II/', 'roman', 'II'],
    ['III –', 'roman', 'III'],
    ['1.', 'arabic', '1'],
    ['2a.', 'arabic', '2a'],
    ['2đ.', 'arabic', '2đ'],
    ['3/', 'arabic', '3'],
    ['1)', 'arabic-paren', '1'],
    ['(1)', 'arabic-paren', '1'],
    ['1.1.', 'decimal2', '1.1'],
    ['1.1', 'decimal2', '1.1'],
    ['2.10.3.', 'decimal3', '2.10.3'],
    ['a)', 'letter', 'a'],
    ['đ)', 'letter', 'đ'],
    ['(e)', 'letter', 'e'],
    ['a1)', 'letter', 'a1'],
    ['aa)', 'letter', 'aa'],
    ['i)', 'letter', 'i'],
    ['a.', 'letter-dot', 'a'],
    ['a.1)', 'letter-number', 'a.1'],
    ['ii)', 'small-roman', 'ii'],
    ['(iv)', 'small-roman', 'iv'],
    ['-', 'dash', ''],
    ['–', 'dash', ''],
    ['+', 'plus', ''],
    ['•', 'bullet', ''],
  ])('%s is a label of form %s, number %j', (printed, form, number) => {
    expect(parseLabel(printed)).toMatchObject({ printed, form, number });
  });

  test.each([
    ['', 'nothing'],
    ['Điều', 'no number'],
    ['Điều V', 'articles are not numbered in Roman'],
    ['điều 5', 'lower case is a reference'],
    ['Mục lục', 'a word that begins like one'],
    ['Phần lớn', 'a word that begins like one'],
    ['Chương trình', 'a word that begins like one'],
    ['5.000', 'an amount'],
    ['2031', 'a year'],
    ['2031.', 'a year at the end of a sentence'],
    ['1', 'a bare number may be anything'],
    ['IIII.', 'no Roman number'],
    ['ab)', 'two letters'],
    ['Hộ nghèo', 'bold text'],
    ['Điều 5. Tên', 'more than a label'],
    ['Điều 5. ', 'a space is no part of a label'],
  ])('%j is none (%s)', (text) => {
    expect(parseLabel(text)).toBeNull();
  });
});

describe('parseHeadingLabel', () => {
  test.each([
    ['Chương I QUY ĐỊNH CHUNG', 'Chương I', 'QUY ĐỊNH CHUNG'],
    ['Chương I VIỆC CHUNG', 'Chương I', 'VIỆC CHUNG'],
    ['Chương II. TÊN', 'Chương II.', 'TÊN'],
    ['Chương II - TÊN', 'Chương II -', 'TÊN'],
    ['Phần thứ nhất NHỮNG VẤN ĐỀ', 'Phần thứ nhất', 'NHỮNG VẤN ĐỀ'],
    ['Phần thứ hai Năm 2040', 'Phần thứ hai', 'Năm 2040'],
    ['PHẦN THỨ NHẤT TÌNH HÌNH', 'PHẦN THỨ NHẤT', 'TÌNH HÌNH'],
    ['Phần B MỤC TIÊU', 'Phần B', 'MỤC TIÊU'],
    ['Mục 3', 'Mục 3', ''],
    ['Điều 5. Tên', 'Điều 5.', 'Tên'],
    ['Điều 5 Tên', 'Điều 5', 'Tên'],
    ['I. TÌNH HÌNH', 'I.', 'TÌNH HÌNH'],
    ['I- TÌNH HÌNH', 'I-', 'TÌNH HÌNH'],
    ['II - MỤC TIÊU', 'II -', 'MỤC TIÊU'],
    ['A. MỞ ĐẦU', 'A.', 'MỞ ĐẦU'],
    ['1. Mục tiêu', '1.', 'Mục tiêu'],
    ['1.1. Cụ thể', '1.1.', 'Cụ thể'],
  ])('%s', (text, printed, rest) => {
    const found = parseHeadingLabel(text);
    expect(found?.label.printed).toBe(printed);
    expect(found?.rest).toBe(rest);
  });

  test.each([
    'QUY ĐỊNH CHUNG',
    'Mục tiêu, quan điểm',
    'Phần lớn các thôn',
    'Điều 5.Tên',
    'Chương trình',
    'A MỞ ĐẦU',
    '2031 là năm đọc sách',
    'V',
  ])('%s has none', (text) => {
    expect(parseHeadingLabel(text)).toBeNull();
  });
});

describe('parseAnnexLabel', () => {
  test.each([
    ['PHỤ LỤC', 'PHỤ LỤC', '', ''],
    ['Phụ lục I DANH MỤC', 'Phụ lục I', 'I', 'DANH MỤC'],
    ['PHỤ LỤC SỐ 02: DANH MỤC', 'PHỤ LỤC SỐ 02:', '02', 'DANH MỤC'],
    ['Phụ lục 1a', 'Phụ lục 1a', '1a', ''],
    ['Mẫu số 01 SỔ MƯỢN', 'Mẫu số 01', '01', 'SỔ MƯỢN'],
    ['Phụ lục CÁC BIỂU', 'Phụ lục', '', 'CÁC BIỂU'],
  ])('%s', (text, printed, number, rest) => {
    expect(parseAnnexLabel(text)).toMatchObject({ printed, number, rest });
  });

  test.each(['Danh mục', 'Mẫu đơn', 'Phụ lụcI'])('%s is no annex', (text) => {
    expect(parseAnnexLabel(text)).toBeNull();
  });
});

describe('numberToken', () => {
  test.each([
    ['5', '5'],
    ['05', '5'],
    ['5a', '5a'],
    ['2đ', '2dd'],
    ['đ', 'dd'],
    ['d', 'd'],
    ['III', '3'],
    ['VIIa', '7a'],
    ['B', 'b'],
    ['C', 'c'],
    ['Đ', 'dd'],
    ['thứ hai', '2'],
    ['THỨ MƯỜI HAI', '12'],
    ['thứ 2', '2'],
  ])('%s → %s', (number, token) => {
    expect(numberToken(number)).toBe(token);
  });
});

describe('parseScale', () => {
  test('reads words, numbers, letters and dashes', () => {
    const scale = [
      'Phần',
      'Chương',
      'Mục',
      'Tiểu mục',
      'Điều',
      'A.',
      'I.',
      '1.',
      '1.1.',
      'a)',
      'i)',
      '-',
      '+',
    ];
    expect(parseScale(scale)).toEqual({
      forms: [
        ...['part', 'chapter', 'section', 'subsection', 'article', 'capital', 'roman', 'arabic'],
        ...['decimal2', 'letter', 'small-roman', 'dash', 'plus'],
      ],
      unknown: [],
    });
  });

  test('says what it does not know', () => {
    expect(parseScale(['khoản', '1']).unknown).toEqual(['khoản']);
  });
});
