import { expect, test } from 'vitest';
import table from '../../i18n/vi.json' with { type: 'json' };
import { fictionalLibrary, TODAY } from '../citation/testing/fictional-library.ts';
import { checkLecture, createChecker, type CheckedItem } from './check-lecture.ts';
import { formatCsv, formatTextReport, resultRows } from './export-result.ts';
import { FINDINGS, findingOf, isProblem, placesOf, worstOf } from './rank.ts';

const TEXT =
  'Mở đầu.\nTheo Nghị định 959/2033/NĐ/CP và Quyết định 990-QĐ/TW\nngày 25/02/2031, ta có hai việc.';

const result = await checkLecture(TEXT, TODAY, createChecker(fictionalLibrary()), () =>
  Promise.resolve(new Map()),
);

test('the table has a row for each citation, with its line and what to write', () => {
  const [head, first, second] = resultRows(TEXT, result, table.checker);
  expect(head).toHaveLength(8);
  expect(first?.slice(0, 3)).toEqual(['2', 'Nghị định 959/2033/NĐ/CP', 'sai cách viết số']);
  expect(first?.[6]).toBe('Nghị định 959/2033/NĐ-CP');
  expect(second?.slice(0, 2)).toEqual(['2', 'Quyết định 990-QĐ/TW ngày 25/02/2031']);
});

test('no cell of the CSV is a formula, and quotation marks are doubled', () => {
  expect(formatCsv([['=1+1', 'nói "đúng"', 'a,b']])).toBe(
    '\uFEFF"\'=1+1","nói ""đúng""","a,b"\r\n',
  );
});

test('the report says what is wrong and what to write', () => {
  const report = formatTextReport(TEXT, result, table.checker, ['Phiếu'], result.items);
  expect(report).toContain('1. Dòng 2: “Nghị định 959/2033/NĐ/CP” – sai cách viết số');
  expect(report).toContain('Nên ghi: Nghị định 959/2033/NĐ-CP');
});

test('the report ends with the notions of the text, which the table does not count', () => {
  const mention = {
    start: 9,
    end: 18,
    quote: 'Chăm\nxóm',
    notion: 'xom',
    name: 'Chăm xóm',
    count: 2,
  };
  const notions = [{ ...mention, url: '/khai-niem/xom.html', message: 'Cách gọi của xóm.' }];
  const withNotions = { ...result, notions };
  const report = formatTextReport(TEXT, withNotions, table.checker, ['Phiếu'], []);
  expect(report).toContain('không phải chỗ sai');
  expect(report).toContain('“Chăm xóm”, dòng 2, 2 lần.\r\n   Chăm xóm: khai-niem/xom.html\r\n');
  expect(resultRows(TEXT, withNotions, table.checker)).toHaveLength(3);
});

test('every finding has its word, and the gravest of a place is shown', () => {
  expect(Object.keys(table.checker.verdict).sort()).toEqual([...FINDINGS].sort());
  const item = (start: number, end: number, verdict: CheckedItem['verdict']): CheckedItem =>
    ({ start, end, verdict, quoted: null }) as CheckedItem;
  const items = [item(0, 9, 'ok'), item(4, 12, 'superseded'), item(20, 25, 'unknown-document')];
  const places = placesOf(items);
  expect(places).toEqual([
    { start: 0, end: 12, items: [0, 1] },
    { start: 20, end: 25, items: [2] },
  ]);
  expect(places.map((place) => worstOf(place, items))).toEqual(['superseded', 'unknown-document']);
  expect(items.map(isProblem)).toEqual([false, true, false]);
  const quoted = { fit: 'differs' } as CheckedItem['quoted'];
  expect(findingOf({ ...item(0, 9, 'ok'), quoted })).toBe('quotation');
  expect(findingOf({ ...item(0, 9, 'expired'), quoted })).toBe('expired');
});
