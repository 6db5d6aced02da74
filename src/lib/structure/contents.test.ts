import { describe, expect, test } from 'vitest';
import { findContents } from './contents.ts';
import { toLines } from './lines.ts';
import { parseStructure } from './parse-structure.ts';
import { findSign } from './signs.ts';
import { toParagraphs } from './testing/paragraphs.ts';

const BODY = `Chương I QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Văn bản này nói về tủ sách.
Điều 2. Đối tượng
1. Người đọc.
2. Người giữ sách.
Chương II TỔ CHỨC
Điều 3. Thi hành
Có hiệu lực từ ngày ký.`;

function contentsOf(text: string): string[] {
  const lines = toLines(toParagraphs(text));
  const contents = findContents(
    lines,
    lines.map((line) => findSign(line.text)),
  );
  return lines.filter(({ index }) => contents[index]).map((line) => line.text);
}

function articleLines(text: string): string[] {
  const lines = toLines(toParagraphs(text));
  const { roles } = parseStructure(lines);
  return lines
    .filter(({ index }) => {
      const role = roles[index];
      return role?.kind === 'unit' && role.label.form === 'article';
    })
    .map((line) => line.text);
}

const ARTICLES = ['Điều 1. Phạm vi', 'Điều 2. Đối tượng', 'Điều 3. Thi hành'];

describe('a printed list of contents', () => {
  test.each([
    [
      'with chapters and page numbers',
      `MỤC LỤC
Chương I QUY ĐỊNH CHUNG 1
Điều 1. Phạm vi ..... 1
Điều 2. Đối tượng ..... 1
Chương II TỔ CHỨC 2
Điều 3. Thi hành ..... 2`,
    ],
    ['of articles alone', 'Mục lục\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\nĐiều 3. Thi hành'],
    [
      'without a heading',
      `Chương I QUY ĐỊNH CHUNG 1
Điều 1. Phạm vi 1
Điều 2. Đối tượng 1
Chương II TỔ CHỨC 2
Điều 3. Thi hành 2`,
    ],
    [
      'with titles on two lines',
      `MỤC LỤC
Điều 1. Phạm vi
của văn bản 1
Điều 2. Đối tượng 1
Điều 3. Thi hành 2`,
    ],
  ])('%s is no unit, before the text or after it', (_, contents) => {
    const entries = contents.split('\n').filter((line) => /^(?:Chương|Điều)/.test(line));
    for (const text of [`${contents}\n${BODY}`, `${BODY}\n${contents}`]) {
      expect(contentsOf(text)).toEqual(expect.arrayContaining(entries));
      expect(articleLines(text)).toEqual(ARTICLES);
    }
  });

  test.each([
    ['no list', BODY],
    ['articles without text below them', 'Điều 1. Một\nĐiều 2. Hai\nĐiều 3. Ba'],
    ['a heading over the text itself', `MỤC LỤC\n${BODY}`],
    [
      'titles that end in figures',
      [1, 2, 3, 4, 5, 6].map((number) => `Điều ${number}. Bãi bỏ khoản ${number}`).join('\n'),
    ],
  ])('is not seen in %s', (_, text) => {
    expect(contentsOf(text)).toEqual([]);
  });
});
