import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText } from './check.ts';
import { fictionalIndex, TODAY } from './testing/fictional-library.ts';
import type { CitationItem } from './types.ts';

const index = fictionalIndex();

/** What citations are made of, in any order, with what breaks them. */
const FRAGMENTS = [
  ...['Điều', 'khoản', 'điểm', 'mục', 'Chương', 'Phần thứ', 'Phụ lục', 'gạch đầu dòng', 'này'],
  ...['5', '5a', 'III', 'III.2', 'đ', 'hai', '2.1', '0', '99999999999', '¹', '[1]'],
  ...['Nghị quyết', 'QĐ', 'NQTW7', 'Luật Thư viện cộng đồng', 'Quy chế', 'văn bản', 'số', 'số:'],
  ...['925-NQ/TW', '923/QĐ-TW', '95/2032/QH20', '916', 'ngày 03/6/2033', '(2033)', '(khóa XIX)'],
  ...[
    'của Bộ Chính trị',
    'về phong trào đọc sách',
    'ban hành kèm theo',
    'sau đây gọi là',
    'Sđd',
    'xem chú thích 1',
  ],
  ...[
    'và',
    'đến',
    'từ',
    'của',
    ',',
    ';',
    '.',
    ':',
    '(',
    ')',
    '“',
    '”',
    '"',
    '-',
    '/',
    '\n',
    '\n\n',
    '\uFEFF',
    '\u0301',
    '\u00AD',
    '\uD800',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('any text: spans lie in it, in order, and overlap only as one run', () => {
  fc.assert(
    fc.property(text, (given) => {
      const items = checkText(given, index, { asOf: TODAY });
      for (const { start, end, quote } of items) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(quote).toBe(given.slice(start, end));
        expect(end).toBeLessThanOrEqual(given.length);
      }
      items.slice(1).forEach((item, i) => {
        expect(isAfter(items[i], item)).toBe(true);
      });
    }),
    { numRuns: 3000, examples: [['95/2032/QH20\u0301NQTW7']] },
  );
});

function isAfter(before: CitationItem | undefined, item: CitationItem): boolean {
  const sameRun = before?.start === item.start && before.end === item.end;
  return before === undefined || sameRun || before.end <= item.start;
}

test('candidates stand beside the verdict “ambiguous” only, and a document beside no other', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const { verdict, doc, candidates, kind, provision } of checkText(given, index, {
        asOf: TODAY,
      })) {
        if (verdict !== 'ambiguous') expect(candidates).toEqual([]);
        if (verdict === 'ambiguous' || verdict === 'unknown-document') expect(doc).toBeNull();
        if (kind === 'document') expect(provision).toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});
