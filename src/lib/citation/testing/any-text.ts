import fc from 'fast-check';

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
/** Texts of the fictional library's words, and of any. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
