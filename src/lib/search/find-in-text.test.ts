import { describe, expect, test } from 'vitest';
import { excerptOf, findInText, readBlock } from './find-in-text.ts';

/** Blocks, the last two of one provision. */
const TEXTS: readonly (readonly [unit: number, text: string])[] = [
  [0, 'Điều 1. Khối xóm tự quản ở xã Minh Trí'],
  [1, 'Trưởng xóm hoà giải việc nhỏ. Dân vận là việc của mọi người.'],
  [2, 'Khối trưởng gặp dân. Vận động nuôi ong theo Quyết định 901-QĐ/TV và Điều 12.'],
  [3, 'Tổ ong có trách nhiệm với đàn ong.'],
  [3, 'Sổ ghi ý kiến do khối xóm giữ.'],
];
const blocks = TEXTS.map(([unit, text]) => readBlock(text, unit));

const found = (query: string): string[] =>
  findInText(blocks, query).hits.map(
    ({ block, start, end }) => `${block}:${blocks[block]?.text.slice(start, end) ?? ''}`,
  );

describe('findInText', () => {
  test.each([
    ['words without diacritics', 'khoi xom', ['0:Khối xóm', '4:khối xóm']],
    ['the place of the tone is free', 'hòa giải', ['1:hoà giải']],
    ['decomposed letters', 'hòa giải'.normalize('NFD'), ['1:hoà giải']],
    ['d finds đ', 'dan ong', ['3:đàn ong']],
    ['đ does not find d', 'đân vận', []],
    ['diacritics that were typed count', 'dân', ['1:Dân', '2:dân']],
    ['not across the end of a sentence', 'dân vận', ['1:Dân vận']],
    ['a number of a document', '901 qd/tv', ['2:901-QĐ/TV']],
    ['a place that the text cites', 'điều 12', ['2:Điều 12']],
    ['an unfinished word', 'trách nhi', ['3:trách nhi'.replace('nhi', 'nhiệm')]],
    ['an unfinished word with diacritics', 'trách nhiệ', ['3:trách nhiệm']],
    ['a finished word is no beginning', 'trưởng', ['1:Trưởng', '2:trưởng']],
    ['a word and a blank is finished', 'trách nhi ', []],
    ['single digits', '1', ['0:1']],
    ['no single letter', 'đ', []],
    ['nothing', '  ', []],
    ['a phrase in quotation marks', '"khối xóm"', ['0:Khối xóm', '4:khối xóm']],
    ['a phrase whose mark is not closed yet', '“tự quản', ['0:tự quản']],
    ['a quoted phrase is not taken apart', '"quản tự xóm khối"', []],
    ['two phrases of one provision', '"đàn ong" "khối xóm"', ['3:đàn ong', '4:khối xóm']],
    ['two phrases of two provisions', '"hoà giải" "đàn ong"', []],
    ['words apart in one provision', 'tổ ong ghi ý kiến', ['3:Tổ ong', '4:ghi ý kiến']],
    ['words apart in two provisions', 'hoà giải đàn ong', []],
  ])('%s: %s', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test('says whether the words follow each other', () => {
    expect(findInText(blocks, 'tự quản').how).toBe('phrase');
    expect(findInText(blocks, 'tổ ong ghi ý kiến').how).toBe('apart');
  });
});

describe('excerptOf', () => {
  test('short texts are whole', () => {
    expect(excerptOf('Khối xóm tự quản', { start: 5, end: 8 })).toEqual({
      before: 'Khối ',
      match: 'xóm',
      after: ' tự quản',
    });
  });

  test('long ones are cut between words', () => {
    const text = `${'việc nhỏ '.repeat(20)}khối xóm${' việc lớn'.repeat(20)}`;
    const { before, match, after } = excerptOf(text, { start: 180, end: 188 });
    expect(match).toBe('khối xóm');
    expect(before).toMatch(/^… (?:việc |nhỏ )+$/);
    expect(after).toMatch(/^(?: việc| lớn)+ …$/);
  });

  test('a line break is a blank', () => {
    expect(excerptOf('Khối\nxóm', { start: 0, end: 8 }).match).toBe('Khối xóm');
  });
});
