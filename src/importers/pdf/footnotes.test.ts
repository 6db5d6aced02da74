import { expect, test } from 'vitest';
import { findFootnotes } from './footnotes.ts';
import type { PdfLine } from './lines.ts';
import { lineText } from './lines.ts';

function line(text: string, y: number, size: number): PdfLine {
  const item = { text, x: 80, y, width: 300, size, font: null, endsLine: true };
  return { page: 1, items: [item], left: 80, right: 380, y, size };
}

const TEXT = [line('Điều 3. Kệ sách', 700, 14), line('1. Thư viện mở cửa mỗi ngày.', 680, 14)];

test.each([
  ['numbered lines in small type below the text', [line('1 Sửa đổi.', 90, 10)], ['1 Sửa đổi.']],
  ['each of several', [line('[1] Một.', 90, 10), line('dài.', 78, 10), line('2 Hai.', 66, 10)], 2],
  ['nothing in the type of the text', [line('2. Thư viện.', 90, 14)], []],
  ['nothing without a number', [line('Nơi nhận:', 90, 10)], []],
  ['nothing above the text', [line('1 Sửa đổi.', 690, 10)], []],
])('finds %s', (_, more, expected) => {
  const found = findFootnotes([[...TEXT, ...more]]).map(lineText);
  if (typeof expected === 'number') expect(found).toHaveLength(expected);
  else expect(found).toEqual(expected);
});
