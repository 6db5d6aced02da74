import { expect, test } from 'vitest';
import { checkText } from './check.ts';
import { formatReport } from './report.ts';
import { fictionalIndex, fictionalLibrary, TODAY } from './testing/fictional-library.ts';

test('a report names line, verdict, explanation and correction, then counts', () => {
  const text = 'Dòng đầu.\n\nTheo Chỉ thị 949-CT/TW ngày\n20/10/2036 và QĐ 923.';
  const items = checkText(text, fictionalIndex(), { asOf: TODAY });
  expect(formatReport(text, items, fictionalLibrary())).toBe(
    [
      'Dòng 3: “Chỉ thị 949-CT/TW ngày 20/10/2036” – SAI NGÀY',
      '  949-ct-tw-2035',
      '  Chỉ thị 949-CT/TW ban hành ngày 20/10/2035, bài ghi 20/10/2036.',
      '  Nên ghi: Chỉ thị số 949-CT/TW, ngày 20/10/2035',
      '',
      'Dòng 4: “QĐ 923” – đúng',
      '  923-qd-tw-2036',
      '  Quyết định 923-QĐ/TW, ngày 30/7/2036: viện dẫn đúng, đang có hiệu lực theo thư viện.',
      '',
      'Tìm thấy 2 viện dẫn. SAI NGÀY: 1; đúng: 1.',
    ].join('\n'),
  );
});

test('a text without citations', () => {
  expect(formatReport('Không có gì.', [], fictionalLibrary())).toBe('Tìm thấy 0 viện dẫn.');
});
