import { expect, test } from 'vitest';
import { rawText } from '../../lib/structure/source.ts';
import { parseTsv, toOcrParagraphs } from './paragraphs.ts';

/** Rows as Tesseract writes them: level, page, block, paragraph, line, word, left, top, width, … */
function tsv(lines: readonly { left: number; words: string }[]): string {
  return lines
    .flatMap(({ left, words }, line) =>
      words
        .split(' ')
        .map((word, index) =>
          ['5', '1', '1', '1', line + 1, index + 1, left + index * 100, 0, 100, 20, 95, word].join(
            '\t',
          ),
        ),
    )
    .join('\n');
}

test('lines of a scan are joined up to a short line, an indent or a label', () => {
  const words = parseTsv(
    tsv([
      { left: 150, words: 'Điều 1. Mở thư viện xã Minh' },
      { left: 100, words: 'Trí.' },
      { left: 150, words: '1. Một phòng đọc có bàn ghế' },
      { left: 100, words: 'và đèn.' },
    ]),
  );
  expect(toOcrParagraphs(words, 3).map((block) => [rawText(block), block.locator])).toEqual([
    ['Điều 1. Mở thư viện xã Minh Trí.', 'trang 3'],
    ['1. Một phòng đọc có bàn ghế và đèn.', 'trang 3'],
  ]);
});
