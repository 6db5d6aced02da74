import { describe, expect, test } from 'vitest';
import { checkText } from './check.ts';
import { fictionalIndex, TODAY } from './testing/fictional-library.ts';

const index = fictionalIndex();

/** Items in one line each: `quote → doc#anchor verdict =candidates`. */
function check(text: string, asOf = TODAY): string[] {
  return checkText(text, index, { asOf }).map(({ quote, doc, provision, verdict, candidates }) => {
    const target = provision === null ? (doc ?? '-') : `${doc ?? '-'}#${provision}`;
    const among = candidates.length === 0 ? '' : ` =${candidates.join()}`;
    return `${quote} → ${target} ${verdict}${among}`;
  });
}

describe('documents by number', () => {
  test.each([
    ['full', 'Nghị quyết số 925-NQ/TW ngày 03/6/2033', '925-nq-tw-2033 ok'],
    ['comma before the date', 'Nghị quyết số 925-NQ/TW, ngày 22/8/2038', '925-nq-tw-2038 ok'],
    ['date in words', 'Chỉ thị 949-CT/TW ngày 20 tháng 10 năm 2035', '949-ct-tw-2035 ok'],
    ['dashed date', 'Chỉ thị 949-CT/TW, ngày 20-10-2035', '949-ct-tw-2035 ok'],
    ['colon', 'Chỉ thị số: 949-CT/TW', '949-ct-tw-2035 ok'],
    ['year in brackets', 'NQ 925-NQ/TW (2033)', '925-nq-tw-2033 ok'],
    ['month in brackets', 'NQ 925-NQ/TW (8/2038)', '925-nq-tw-2038 ok'],
    ['term in brackets', 'Nghị quyết 925-NQ/TW (khóa XIX)', '925-nq-tw-2038 ok'],
    ['no codes', 'Quyết định 923', '923-qd-tw-2036 ok'],
    ['type of the instrument issued with it', 'QC 923', '923-qd-tw-2036 ok'],
    ['doubled type', 'Quyết định QĐ 923-QĐ/TW', '923-qd-tw-2036 ok'],
    ['lost slash', 'Quyết định 923-QĐTW', '923-qd-tw-2036 ok'],
    ['TƯ for TW', 'Chỉ thị 949-CT/TƯ', '949-ct-tw-2035 ok'],
    ['leading zero', 'Nghị định 0959/2033/NĐ-CP', '959-2033-nd-cp ok'],
    ['number and year only', 'Luật 95/2032', '95-2032-qh20 ok'],
    ['misread zero', 'Quyết định 99O-QĐ/TW', '990-qd-tw-2031 superseded'],
    ['slash and dash exchanged', 'Quyết định 923/QĐ-TW', '923-qd-tw-2036 wrong-number-form'],
    ['a dash for the slash', 'Quyết định 923-QĐ-TW', '923-qd-tw-2036 wrong-number-form'],
    [
      'one part of the date differs',
      'Chỉ thị 949-CT/TW ngày 20/10/2036',
      '949-ct-tw-2035 wrong-date',
    ],
    [
      'a number that restarts, another date',
      'Chỉ thị 949-CT/TW ngày 01/02/2012',
      '- unknown-document',
    ],
    ['other type', 'Chỉ thị số 923-QĐ/TW ngày 30/7/2036', '923-qd-tw-2036 wrong-type'],
    ['nobody bears the number', 'Kết luận số 977-KL/TW', '- unknown-document'],
  ])('%s: %s', (_, text, expected) => {
    expect(check(`Xã Minh Trí học ${text}.`)).toEqual([`${text} → ${expected}`]);
  });

  test('a bare number with several bearers is never guessed', () => {
    expect(check('Nghị quyết 925-NQ/TW đã cũ.')).toEqual([
      'Nghị quyết 925-NQ/TW → - ambiguous =925-nq-tw-2038,925-nq-tw-2033',
    ]);
  });

  test.each([
    ['the subject', 'Nghị quyết 925-NQ/TW về phong trào đọc sách', '925-nq-tw-2033'],
    ['the issuer', 'Nghị quyết 925-NQ/TW của Bộ Chính trị', '925-nq-tw-2038'],
    ['the term', 'Nghị quyết 925-NQ/TW của Trung ương khóa XVIII', '925-nq-tw-2033'],
    [
      'the sentence before',
      'Ngày 03/6/2033, Ban Chấp hành Trung ương ban hành Nghị quyết 925-NQ/TW',
      '925-nq-tw-2033',
    ],
  ])('a bare number is settled by %s', (_, text, doc) => {
    expect(check(text)).toEqual([`Nghị quyết 925-NQ/TW → ${doc} ok`]);
  });

  test('what a text said once settles thousands of bare numbers, by type and letters', () => {
    const said = 'Nghị quyết 925-NQ/TW ngày 03/6/2033. ';
    const lines = check(said + 'Nghị quyết 925-NQ/TW. NQ 925. Kết luận 925-KL/TW. '.repeat(2000));
    expect(new Set(lines.slice(1))).toEqual(
      new Set([
        'Nghị quyết 925-NQ/TW → 925-nq-tw-2033 ok',
        'NQ 925 → 925-nq-tw-2033 ok',
        'Kết luận 925-KL/TW → - unknown-document',
      ]),
    );
  });

  test('a bare number is settled by what the document before it carries out', () => {
    const before = 'Chỉ thị 949-CT/TW ngày 20/10/2035';
    expect(check(`${before} thực hiện Nghị quyết 925-NQ/TW`)[1]).toBe(
      'Nghị quyết 925-NQ/TW → 925-nq-tw-2033 ok',
    );
    expect(check(`${before}, rồi Nghị quyết 925-NQ/TW`)[1]).toContain('ambiguous');
    expect(check(`${before}. Thôn thực hiện Nghị quyết 925-NQ/TW`)[1]).toContain('ambiguous');
  });

  test('another subject means another document', () => {
    expect(check('Chỉ thị 949-CT/TW về đánh bắt xa bờ mùa bão')).toEqual([
      'Chỉ thị 949-CT/TW → - unknown-document',
    ]);
  });

  test.each([
    ['Chỉ thị số 923-QĐ/TW', 'wrong-type'],
    ['Quyết định số 923/QĐ-TW', 'wrong-number-form'],
    ['Quyết định số 923-QĐ/TW của Ban Bí thư', 'wrong-issuer'],
    ['Quyết định 923 của Ban Bí thư', 'wrong-issuer'],
    ['Quyết định số 923-QĐ/TW của Bộ Chính trị', 'ok'],
    ['Quyết định 923', 'ok'],
  ])('%s beside the full citation is judged by what it says: %s', (short, verdict) => {
    const full = 'Quyết định số 923-QĐ/TW ngày 30/7/2036';
    const verdicts = (text: string): string[] =>
      checkText(text, index, { asOf: TODAY }).map((item) => `${item.doc ?? '-'} ${item.verdict}`);
    const judged = `923-qd-tw-2036 ${verdict}`;
    expect(verdicts(`${short}. ${full}.`)).toEqual([judged, '923-qd-tw-2036 ok']);
    expect(verdicts(`${full}. ${short}.`)).toEqual(['923-qd-tw-2036 ok', judged]);
  });

  test('one of two bearers, told by the text, is judged by what the citation says', () => {
    const full = 'Nghị quyết số 925-NQ/TW ngày 03/6/2033';
    expect(check(`${full}. Nghị quyết 925/NQ-TW.`)[1]).toBe(
      'Nghị quyết 925/NQ-TW → 925-nq-tw-2033 wrong-number-form',
    );
  });

  test.each([
    'Thanh tra tỉnh',
    'Đoàn kiểm tra',
    'Kiểm toán Nhà nước',
    'Bộ Giáo dục',
    'Bộ Công an',
    'Hiệu trưởng',
    'Giám đốc Sở Y tế',
    'Tòa án nhân dân',
    'Công ty A',
    'nhà trường',
    'Tập đoàn',
  ])('a short number of %s is none of the library', (body) => {
    const full = 'Quyết định số 923-QĐ/TW ngày 30/7/2036';
    expect(check(`Quyết định 923 của ${body}.`)).toEqual(['Quyết định 923 → - unknown-document']);
    expect(check(`${full}. Quyết định 923 của ${body}.`)[1]).toBe(
      'Quyết định 923 → - unknown-document',
    );
    const verdict = body === 'Bộ Công an' ? 'wrong-issuer' : 'ok';
    expect(check(`Quyết định 923-QĐ/TW của ${body}.`)).toEqual([
      `Quyết định 923-QĐ/TW → 923-qd-tw-2036 ${verdict}`,
    ]);
  });

  test.each([
    ['Ban hành', 'Ban Tổ chức Trung ương', 'wrong-issuer'],
    ['Xem', 'Bộ Nội vụ', 'wrong-issuer'],
    ['Thực hiện', 'Ban Tổ chức Trung ương', 'ok'],
    ['Kết quả quán triệt', 'Ủy ban Kiểm tra Trung ương', 'ok'],
    ['Thực hiện', 'Ban Bí thư', 'wrong-issuer'],
  ])('%s a decision of %s: %s, for the body may be the one that works', (verb, body, verdict) => {
    const decision = 'Quyết định số 923-QĐ/TW ngày 30/7/2036';
    expect(check(`${verb} ${decision} của ${body}.`)).toEqual([
      `${decision} → 923-qd-tw-2036 ${verdict}`,
    ]);
  });

  test.each([
    'Luật số 95/2032/QH20 và Nghị định số 959/2033/NĐ-CP của Chính phủ',
    'Luật số 95/2032/QH20, Nghị định số 959/2033/NĐ-CP ngày 14/8/2033 của Chính phủ',
    'Chỉ thị 949-CT/TW, Quyết định số 923-QĐ/TW của Bộ Chính trị',
  ])('the issuer of the last document is not that of all: %s', (text) => {
    expect(check(`Học ${text}.`).map((line) => line.split(' ').at(-1))).toEqual(['ok', 'ok']);
  });

  test('the issuer of another document settles no number', () => {
    expect(check('Nghị quyết 925-NQ/TW và Quyết định 923-QĐ/TW của Bộ Chính trị.')).toEqual([
      'Nghị quyết 925-NQ/TW → - ambiguous =925-nq-tw-2038,925-nq-tw-2033',
      'Quyết định 923-QĐ/TW → 923-qd-tw-2036 ok',
    ]);
    expect(check('Nghị quyết 924-NQ/TW, 925-NQ/TW của Bộ Chính trị.')[1]).toBe(
      '925-NQ/TW → 925-nq-tw-2038 ok',
    );
  });

  test.each(['của Đảng ủy xã', 'xã Minh Trí', 'thành phố'])(
    'a regulation of its own that a place gives itself is none of the library: %s',
    (owner) => {
      expect(check(`Họ sửa Quy chế thư viện cộng đồng ${owner}.`)).toEqual([]);
    },
  );

  test.each([
    'Kết luận 923 sai phạm tại công ty.',
    'Quyết định 923 hộ được vay vốn.',
    'Quyết định 923 suất quà cho trẻ em.',
    'Chỉ thị 949 cán bộ xuống thôn.',
    'Quyết định 923 xyz cho xóm.',
    'Tòa quyết định 923 bị cáo.',
    'Thanh tra quyết định 923 sai phạm.',
    'Bộ quyết định 923 chỉ tiêu.',
    'Quyết định 923 ngày.',
    'Quyết định 923 ngày làm việc.',
  ])('what a verb counts is no number: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  test.each([
    'theo quyết định 923, cần',
    'theo quyết định 923 của Đảng',
    'quyết định 923 quy định',
  ])('a type in small letters goes on as a citation: %s', (text) => {
    expect(check(text)).toEqual(['quyết định 923 → 923-qd-tw-2036 ok']);
  });

  test.each([
    'Quyết định 923 mở ra hướng mới',
    'Quyết định 923 bị sửa',
    'Quyết định số 923 treo ở cửa',
    'QĐ 923 treo ở cửa',
  ])('%s: what follows is not counted', (text) => {
    expect(check(text).map((line) => line.split(' → ')[1])).toEqual(['923-qd-tw-2036 ok']);
  });

  test('what a word may count is a citation where the text cites it in full', () => {
    expect(check('Quyết định 923-QĐ/TW ngày 30/7/2036. Quyết định 923 soọc bà con.')).toHaveLength(
      2,
    );
  });

  test.each([
    ['the year of none of several bearers', '925-NQ/TW (2036)', '- unknown-document'],
    ['another day of the year of one', '925-NQ/TW ngày 01/02/2033', '925-nq-tw-2033 wrong-date'],
    ['one part of the date', '925-NQ/TW ngày 03/6/2034', '925-nq-tw-2033 wrong-date'],
    ['the term of one', '925-NQ/TW (khóa XVIII, 2034)', '925-nq-tw-2033 wrong-date'],
    ['a day near none', '925-NQ/TW ngày 01/02/2034', '- unknown-document'],
  ])('a date of several bearers: %s', (_, number, expected) => {
    expect(check(`Nghị quyết ${number}`)).toEqual([`Nghị quyết ${number} → ${expected}`]);
  });

  test.each([
    'của Hội nghị Trung ương 7 khóa XVIII',
    'của Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XVIII',
    '(TW7 khóa XVIII)',
    ', Hội nghị TW 7 (khóa XVIII)',
    'của Hội nghị Ban Chấp hành Trung ương lần thứ 7, khóa XVIII',
  ])('plenum and term settle a bare number: %s', (plenum) => {
    expect(check(`Nghị quyết số 925-NQ/TW ${plenum}`)).toEqual([
      'Nghị quyết số 925-NQ/TW → 925-nq-tw-2033 ok',
    ]);
  });

  test('"từ 01/7" names no plenum', () => {
    expect(check('Luật số 95/2032/QH20 từ 01/7/2036')).toEqual([
      'Luật số 95/2032/QH20 → 95-2032-qh20 ok',
    ]);
  });

  test('a plenum that issued it settles a bare number', () => {
    expect(check('Hội nghị Trung ương 7 khóa XVIII đã ban hành Nghị quyết 925-NQ/TW.')).toEqual([
      'Nghị quyết 925-NQ/TW → 925-nq-tw-2033 ok',
    ]);
  });

  test.each(['của Đảng Cộng sản Trung Quốc', 'của Đảng Nhân dân Cách mạng Lào'])(
    'another country numbers its own documents: %s',
    (body) => {
      expect(check(`Nghị quyết số 925-NQ/TW ngày 03/6/2033 ${body}`)).toEqual([
        'Nghị quyết số 925-NQ/TW ngày 03/6/2033 → - unknown-document',
      ]);
    },
  );

  test('a short number that each year has is not known, though one bearer is', () => {
    const [item] = checkText('Nghị định 959 quy định rõ.', index, { asOf: TODAY });
    expect(item).toMatchObject({ doc: null, verdict: 'unknown-document', candidates: [] });
    expect(item?.message).toContain('959/2033/NĐ-CP');
  });

  test('what was issued with "Quyết định này" is that of the decision cited before', () => {
    const full = 'Quyết định số 923-QĐ/TW ngày 30/7/2036';
    const unit = 'Điều 1 Quy chế ban hành kèm theo Quyết định này';
    expect(check(`Xã học ${full}. Theo ${unit}.`)).toEqual([
      `${full} → 923-qd-tw-2036 ok`,
      `${unit} → 923-qd-tw-2036#kt-d1 ok`,
    ]);
    expect(check(`Theo ${unit}.`)).toEqual([`${unit} → -#d1 ambiguous`]);
  });

  test.each(['chứng tỏ', 'cho thấy', 'thể hiện'])(
    'everyday "Điều này %s" is no article',
    (verb) => {
      const unit = 'Điều 5 Luật số 95/2032/QH20';
      expect(check(`Theo ${unit}. Điều này ${verb} dân tin.`)).toEqual([
        `${unit} → 95-2032-qh20#d5 ok`,
      ]);
      expect(check(`Theo ${unit}. Điều này quy định rõ.`)).toHaveLength(2);
    },
  );

  test('a number that begins anew each year, of another year, is another document', () => {
    expect(check('Nghị định 959 năm 2035')).toEqual([
      'Nghị định 959 năm 2035 → - unknown-document',
    ]);
    expect(check('Nghị định 959 năm 2033')).toEqual(['Nghị định 959 năm 2033 → 959-2033-nd-cp ok']);
  });

  test.each([
    'dự thảo Luật Thư viện cộng đồng',
    'Luật Thư viện cộng đồng (sửa đổi)',
    'Luật Thư viện cộng đồng sửa đổi năm 2040',
  ])('another law of the name is not the known one: %s', (text) => {
    expect(check(`Theo ${text}.`)).toEqual(['Luật Thư viện cộng đồng → - unknown-document']);
  });

  test.each([
    'Luật Thư viện cộng đồng của Lào',
    'Luật Thư viện cộng đồng Nhật Bản',
    'Điều 9 Hiến pháp Nhật Bản',
    'Luật Đất đai của nước Pháp',
  ])('a law of another country is no citation: %s', (text) => {
    expect(check(`Theo ${text}.`)).toEqual([]);
  });

  test.each([
    'Hợp đồng số 25/HĐ-KT ký ngày 03/6/2033',
    'Hợp đồng số 12/2033/HĐMB ngày 03/6/2033',
    'Giấy phép số 923/GP-BTTTT ngày 12/12/2033',
    'Giấy phép xuất bản số 43/GP-STTTT',
    'Bản án số: 23/2031/HS-ST ngày 30/7/2031',
  ])('a paper that nobody cites as law is no citation: %s', (text) => {
    expect(check(`Có ${text}.`)).toEqual([]);
  });

  test.each(['của Quốc hội', 'của Nhà nước ta', 'của nước ta', 'được sửa đổi năm 2040'])(
    'the known law stays known: Luật … %s',
    (text) => {
      expect(check(`Luật Thư viện cộng đồng ${text}.`)).toEqual([
        'Luật Thư viện cộng đồng → 95-2032-qh20 ok',
      ]);
    },
  );

  test('"Luật này" after two laws is not the one that the library has', () => {
    const law = 'Luật số 95/2032/QH20';
    expect(check(`Học ${law} và Luật Lưu trữ. Điều 5 Luật này nói rõ.`)).toEqual([
      `${law} → 95-2032-qh20 ok`,
      'Điều 5 Luật này → -#d5 ambiguous =95-2032-qh20',
    ]);
  });

  test('later mentions mean the document cited in full, before or after', () => {
    const full = 'Nghị quyết số 925-NQ/TW ngày 03/6/2033';
    expect(check(`Học Nghị quyết 925. Đó là ${full}. Nghị quyết 925-NQ/TW dài.`)).toEqual([
      'Nghị quyết 925 → 925-nq-tw-2033 ok',
      `${full} → 925-nq-tw-2033 ok`,
      'Nghị quyết 925-NQ/TW → 925-nq-tw-2033 ok',
    ]);
  });

  test('numbers that share their codes are one citation with two targets', () => {
    expect(check('(NQ 924, 925-NQ/TW ngày 03/6/2033)')).toEqual([
      'NQ 924, 925-NQ/TW ngày 03/6/2033 → 924-nq-tw-2033 ok',
      'NQ 924, 925-NQ/TW ngày 03/6/2033 → 925-nq-tw-2033 ok',
    ]);
  });

  test('before the plenum a date after a comma is that of the document', () => {
    const full = 'Nghị quyết số 977-NQ/TW, ngày 25/10/2037';
    expect(check(`${full}, Hội nghị Trung ương 6 khóa XIX`)).toEqual([
      `${full} → - unknown-document`,
    ]);
  });

  test('a date after a comma can belong to the next clause', () => {
    expect(check('Thực hiện Quyết định 923-QĐ/TW, ngày 15/8/2037, Tỉnh ủy họp.')).toEqual([
      'Quyết định 923-QĐ/TW → 923-qd-tw-2036 ok',
    ]);
  });

  test('a body of a province means its own document', () => {
    expect(check('UBND tỉnh ban hành Quyết định 923 về giá nước.')).toEqual([
      'Quyết định 923 → - unknown-document',
    ]);
  });

  test('the wrong body is named only where a central body is meant', () => {
    expect(check('Chỉ thị số 949-CT/TW ngày 20/10/2035 của Bộ Chính trị')).toEqual([
      'Chỉ thị số 949-CT/TW ngày 20/10/2035 → 949-ct-tw-2035 wrong-issuer',
    ]);
    expect(check('Chỉ thị số 949-CT/TW ngày 20/10/2035 của Đảng')).toEqual([
      'Chỉ thị số 949-CT/TW ngày 20/10/2035 → 949-ct-tw-2035 ok',
    ]);
  });
});

describe('documents by name', () => {
  test.each([
    ['Luật Thư viện cộng đồng năm 2032', '95-2032-qh20 ok'],
    ['Luật Thư viện cộng đồng số 95/2032/QH20', '95-2032-qh20 ok'],
    ['Luật Thư viện cộng đồng năm 2033', '95-2032-qh20 wrong-date'],
    ['Luật Thư viện cộng đồng năm 2019', '- unknown-document'],
    ['Luật Đất đai năm 2034', '- unknown-document'],
    ['Nghị quyết Trung ương 7 khóa XVIII', '925-nq-tw-2033 ok'],
    ['NQTW7 (khoá XVIII)', '925-nq-tw-2033 ok'],
    [
      'Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XVIII',
      '925-nq-tw-2033 ok',
    ],
    ['Quy chế đọc sách', '923-qd-tw-2036 ok'],
    ['Quy chế thư viện cộng đồng', '- ambiguous =923-qd-tw-2036,990-qd-tw-2031'],
  ])('%s', (text, expected) => {
    expect(check(`Bà con bàn về ${text}.`)).toEqual([`${text} → ${expected}`]);
  });

  test.each([
    ['Nghị quyết Đại hội XIII của Đảng', 'Nghị quyết Đại hội XIII'],
    ['Nghị quyết Đại hội lần thứ XIII', 'Nghị quyết Đại hội lần thứ XIII'],
    [
      'Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng',
      'Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII',
    ],
  ])('%s is a document that the library lacks', (text, quote) => {
    expect(check(`Học ${text}.`)).toEqual([`${quote} → - unknown-document`]);
  });

  test.each([
    'Nghị quyết Đại hội được in.',
    'Nghị quyết Đại hội Đảng bộ xã lần thứ V được in.',
    'Đại hội XIII họp.',
  ])('no document is named: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  test.each(['thực hiện', 'tuyên truyền', 'tìm hiểu'])(
    'a law that people only %s is no citation, but can be pointed to',
    (verb) => {
      const law = 'Luật Thư viện cộng đồng';
      expect(check(`Xã ${verb} ${law}.`)).toEqual([]);
      expect(check(`Xã ${verb} ${law} năm 2032.`)).toHaveLength(1);
      expect(check(`Xã ${verb} ${law}. Điều 5 của Luật này ngắn.`)).toEqual([
        'Điều 5 của Luật này → 95-2032-qh20#d5 ok',
      ]);
      const options = { asOf: TODAY, withTopics: true };
      expect(checkText(`Xã ${verb} ${law}.`, index, options)).toHaveLength(1);
    },
  );

  test('the title of a number is no second citation', () => {
    const number = 'Quyết định số 923-QĐ/TW ngày 30/7/2036';
    expect(check(`${number} của Bộ Chính trị ban hành Quy chế thư viện cộng đồng.`)).toEqual([
      `${number} → 923-qd-tw-2036 ok`,
    ]);
  });

  test('an instrument issued by a decision', () => {
    const unit = 'Điều 5 Quy chế thư viện cộng đồng ban hành theo Quyết định số 923-QĐ/TW';
    expect(check(`Theo ${unit}.`)).toEqual([`${unit} → 923-qd-tw-2036#kt-d5 ok`]);
  });

  test('rules written out in one line are no articles', () => {
    expect(check('Điều 1: Yêu sách. Điều 2: Giữ sách. Điều 3: Chép sách.')).toEqual([]);
  });

  test('a name that the text defines', () => {
    expect(check('Luật số 95/2032/QH20 (sau đây gọi là Luật Sách) dài. Luật Sách hay.')).toEqual([
      'Luật số 95/2032/QH20 → 95-2032-qh20 ok',
      'Luật Sách → 95-2032-qh20 ok',
    ]);
  });
});

describe('pointers', () => {
  test.each([
    ['Luật số 95/2032/QH20 có chín điều. Luật này dễ đọc.', 'Luật này → 95-2032-qh20 ok'],
    ['Chỉ thị 949-CT/TW hay. Chỉ thị nêu trên ngắn.', 'Chỉ thị nêu trên → 949-ct-tw-2035 ok'],
    ['Quyết định 923-QĐ/TW mới. Văn bản trên đã in.', 'Văn bản trên → 923-qd-tw-2036 ok'],
    ['Chỉ thị 949-CT/TW, tr. 5.\nSđd, tr. 9.', 'Sđd, tr. 9 → 949-ct-tw-2035 ok'],
    ['[1] Chỉ thị 949-CT/TW.\n[2] Xem chú thích 1.', 'Xem chú thích 1 → 949-ct-tw-2035 ok'],
  ])('%s', (text, expected) => {
    expect(check(text).at(-1)).toBe(expected);
  });

  test('give up when the sentence has two', () => {
    expect(check('Quyết định 990-QĐ/TW và Quyết định 923-QĐ/TW. Quyết định này hay.').at(-1)).toBe(
      'Quyết định này → - ambiguous =923-qd-tw-2036,990-qd-tw-2031',
    );
  });

  test('do not point past an unknown document', () => {
    const text =
      'Quyết định 923-QĐ/TW. Quyết định số 977-QĐ/TW ngày 01/02/2037. Quyết định này hay.';
    expect(check(text).at(-1)).toBe('Quyết định này → - unknown-document');
  });

  test('mean the text itself where it has articles', () => {
    const text = 'Căn cứ Luật số 95/2032/QH20.\nĐiều 1. Giờ mở cửa\nTheo Điều 2 của Luật này.';
    expect(check(text).at(-1)).toBe('Điều 2 của Luật này → -#d2 ok');
  });

  test.each([
    'ra nghị quyết.',
    'thông qua Nghị quyết về thu phí.',
    'ban hành nghị quyết chuyên đề.',
  ])('do not point past a document that has no number: %s', (text) => {
    const full = 'Nghị quyết số 925-NQ/TW ngày 03/6/2033';
    expect(check(`Học ${full}. Chi bộ ${text} Nghị quyết này hay.`)).toHaveLength(1);
    expect(check(`Học ${full}. Chi bộ ${text} Điều 5 Nghị quyết này hay.`)[1]).toBe(
      'Điều 5 Nghị quyết này → -#d5 ambiguous',
    );
  });

  test('point to the instrument that the decision before issued', () => {
    expect(check('Quyết định 923-QĐ/TW ban hành Quy chế về sách. Quy chế này ngắn.').at(-1)).toBe(
      'Quy chế này → 923-qd-tw-2036 ok',
    );
  });

  const two = 'Quyết định 990-QĐ/TW và Quyết định 923-QĐ/TW';
  test.each([
    [`${two}. Hai quyết định này hay.`, 'quyết định này'],
    [`${two}. Các quyết định trên cần được học.`, 'quyết định trên'],
  ])('of several documents mean all: %s', (text, quote) => {
    expect(check(text).slice(2)).toEqual([
      `${quote} → 990-qd-tw-2031 superseded`,
      `${quote} → 923-qd-tw-2036 ok`,
    ]);
  });

  test.each([
    `${two}. Ba quyết định này hay.`,
    'Quyết định 923-QĐ/TW hay. Các quyết định trên dài.',
    `${two}. Các quy định trên địa bàn chồng chéo.`,
  ])('of several documents mean none where the count does not fit: %s', (text) => {
    expect(check(text).length).toBeLessThan(3);
  });

  test('an everyday word points to nothing', () => {
    expect(check('Luật số 95/2032/QH20 hay. Bà con khen quyết định này.')).toHaveLength(1);
  });
});

describe('provisions', () => {
  test.each([
    ['khoản 2 Điều 5 Luật Thư viện cộng đồng', '95-2032-qh20#d5-2 ok'],
    ['Điều 5 Luật Thư viện cộng đồng năm 2032', '95-2032-qh20#d5 ok'],
    ['Luật Thư viện cộng đồng năm 2032 (khoản 2 Điều 5)', '95-2032-qh20#d5-2 ok'],
    ['QĐ 923, Điều 1', '923-qd-tw-2036#d1 ok'],
    [
      'điểm đ khoản 2 Điều 5 Quy chế ban hành kèm theo Quyết định 923-QĐ/TW',
      '923-qd-tw-2036#kt-d5-2-dd ok',
    ],
    ['Điều 11 Quy chế 923', '923-qd-tw-2036#kt-d11 ok'],
    ['Điều 30 Quy chế 923', '923-qd-tw-2036#kt-d30 unknown-provision'],
    ['Điều 12 Luật số 95/2032/QH20', '95-2032-qh20#d12 unknown-provision'],
    ['Điều 4 Quyết định 990-QĐ/TW', '990-qd-tw-2031#d4 unknown-provision'],
    ['Điều 2 Quyết định 990-QĐ/TW', '990-qd-tw-2031#d2 superseded'],
    ['mục III.2 Nghị quyết 925-NQ/TW (2033)', '925-nq-tw-2033#m3-2 ok'],
    ['mục V Nghị quyết 925-NQ/TW (2033)', '925-nq-tw-2033#m5 unknown-provision'],
    ['điểm 3 Chỉ thị 949-CT/TW', '949-ct-tw-2035#n3 ok'],
    ['Điều 9 Hiến pháp năm 2033', '-#d9 unknown-document'],
    ['Điều 41 Điều lệ Đảng', '-#d41 unknown-document'],
  ])('%s', (text, expected) => {
    expect(check(`Theo ${text}.`)).toEqual([`${text} → ${expected}`]);
  });

  test.each([
    ['units', (i: number) => `điểm a khoản 1 Điều ${String(i)}`, 'd9-1-a'],
    ['articles', (i: number) => `Điều ${String(i)}`, 'd9'],
    ['numbers', (i: number) => (i === 1 ? 'Điều 1' : String(i)), 'd9'],
  ])('a long list of %s keeps every item with its document', (_, item, ninth) => {
    const list = Array.from({ length: 130 }, (__, i) => item(i + 1)).join(', ');
    const found = checkText(`${list} Luật số 95/2032/QH20.`, index, { asOf: TODAY });
    expect(found).toHaveLength(130);
    expect(new Set(found.map(({ doc }) => doc))).toEqual(new Set(['95-2032-qh20']));
    expect(found[8]).toMatchObject({ provision: ninth, verdict: 'ok' });
    expect(found[129]?.verdict).toBe('unknown-provision');
  });

  test.each([
    ['Điều 1 đến Điều 999999', ['d1 ok', 'd999999 unknown-provision']],
    ['Điều 1–500', ['d1 ok', 'd500 unknown-provision']],
    ['Điều 0', ['d0 unknown-provision']],
    ['khoản 0 Điều 5', ['d5-0 unknown-provision']],
  ])('of units that no text has the structure tells: %s', (units, expected) => {
    const text = `${units} Luật số 95/2032/QH20`;
    expect(check(text)).toEqual(expected.map((unit) => `${text} → 95-2032-qh20#${unit}`));
  });

  test('a long list keeps its units where ranges are cut', () => {
    const ranges = Array.from({ length: 80 }, () => 'Điều 1–290 Luật số 95/2032/QH20').join('. ');
    const list = Array.from({ length: 40 }, (_, i) => `Điều ${String(i + 1)}`).join(', ');
    expect(check(`${ranges}. ${list} Luật số 95/2032/QH20.`).slice(-40)).toHaveLength(40);
    expect(check(ranges).length).toBeLessThan(20_100);
  });

  test.each([
    ['Theo Điều 5 Luật này thì được.', ['Điều 5 Luật này → -#d5 ambiguous']],
    ['Theo khoản 2 Điều 5 thì được.', ['khoản 2 Điều 5 → -#d5-2 ambiguous']],
    ['Luật này hay.', []],
    ['Điều 1: yêu nước. Điều 2: yêu dân.', []],
    ['Điều 1 là yêu nước.', []],
    ['Điều 0 là số không.', []],
  ])('units of a document that the text never names: %s', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  test('a list beyond all measure is left alone as a whole', () => {
    const list = Array.from({ length: 501 }, (_, i) => `Điều ${String(i + 1)}`).join(', ');
    const law = 'Luật số 95/2032/QH20';
    expect(check(`${list} ${law}.`)).toEqual([`${law} → 95-2032-qh20 ok`]);
    expect(check(`${law}, ${list}.`)).toEqual([`${law} → 95-2032-qh20 ok`]);
  });

  test('a long list of numbers shares its codes', () => {
    const list = Array.from({ length: 20 }, (_, i) => String(i + 911)).join(', ');
    const found = checkText(`Quyết định số ${list}-QĐ/TW.`, index, { asOf: TODAY });
    expect(found.map(({ doc }) => doc).filter((doc) => doc !== null)).toEqual(['923-qd-tw-2036']);
    expect(found).toHaveLength(20);
  });

  test('a run has one item per target', () => {
    expect(check('từ Điều 2 đến Điều 4 Luật số 95/2032/QH20')).toEqual(
      ['d2', 'd3', 'd4'].map(
        (id) => `Điều 2 đến Điều 4 Luật số 95/2032/QH20 → 95-2032-qh20#${id} ok`,
      ),
    );
  });

  test('without a document: the only one cited so far', () => {
    expect(check('Luật số 95/2032/QH20 dễ đọc. Điều 5 quy định giờ.').at(-1)).toBe(
      'Điều 5 → 95-2032-qh20#d5 ok',
    );
  });

  test('without a document: two cited, so none', () => {
    const text = 'Luật số 95/2032/QH20 và Nghị định 959/2033/NĐ-CP. Điều 5 quy định giờ.';
    expect(check(text).at(-1)).toBe('Điều 5 → -#d5 ambiguous =959-2033-nd-cp,95-2032-qh20');
  });

  test('“Điều này” is the article of the text, or the one cited last', () => {
    expect(check('Điều 7. Việc\n1. Đọc.\n2. Việc nêu tại khoản 1 Điều này.')).toEqual([
      'khoản 1 Điều này → -#d7-1 ok',
    ]);
    expect(check('Điều 3 Luật số 95/2032/QH20 hay; khoản 2 Điều này dài.').at(-1)).toBe(
      'khoản 2 Điều này → 95-2032-qh20#d3-2 ok',
    );
  });

  test('what an article amends is the law it names', () => {
    const text =
      'Điều 1. Sửa đổi, bổ sung một số điều của Luật Thư viện cộng đồng\n1. Sửa đổi khoản 2 Điều 5 như sau: “2. Theo Điều 6.”';
    expect(check(text)).toEqual([
      'Luật Thư viện cộng đồng → 95-2032-qh20 ok',
      'khoản 2 Điều 5 → 95-2032-qh20#d5-2 ok',
    ]);
  });
});

describe('force on a day', () => {
  test.each([
    ['2036-07-29', 'ok'],
    ['2036-07-30', 'superseded'],
  ])('%s: %s', (asOf, verdict) => {
    expect(check('QĐ 990', asOf)).toEqual([`QĐ 990 → 990-qd-tw-2031 ${verdict}`]);
  });
});

describe('no citation', () => {
  test.each([
    ['a quotation that amends', 'Sửa đổi như sau: “Theo Điều 5 Luật số 95/2032/QH20.”'],
    [
      'the history of a text',
      'Mức ấy (đã được sửa đổi, bổ sung bởi Điều 2 Luật số 95/2032/QH20) cũ.',
    ],
    ['a place of insertion', 'Bổ sung Điều 5a vào sau Điều 5.'],
    ['a title behind its chapter', 'Sách có Chương I Quy định chung, Chương II Quy chế riêng.'],
    ['a heading', 'Điều 5. Giờ mở cửa\nChương II\nQUY ĐỊNH RIÊNG'],
    ['the number of the text', 'Số: 923-QĐ/TW\nMinh Trí, ngày 30 tháng 7 năm 2036'],
    [
      'everyday words',
      'một số điều, điều kiện, khoản tiền 5 triệu, mục tiêu 3, điểm 9, phần lớn, Điều lệ',
    ],
    ['an amount', 'Quyết định 5.000 đồng, kế hoạch 3 năm, kết luận 2 việc'],
    ['an address', 'https://vi-du.vn/quyet-dinh-923-QD-TW-2036.html'],
    ['a phone number', 'Gọi 024-3825/1234'],
    ['the code of a file', 'Mã hồ sơ 923-QD-2036 và 923-QĐ-2036'],
  ])('%s', (_, text) => {
    expect(check(text)).toEqual([]);
  });
});

test('offsets refer to the text as given', () => {
  const text = `\uFEFFĐọc ${'Điều 5'.normalize('NFD')}\u00A0Luật  Thư viện\r\ncộng đồng năm 2032 nhé`;
  const [item] = checkText(text, index, { asOf: TODAY });
  expect(item && text.slice(item.start, item.end)).toBe(item?.quote);
  expect(item?.quote.endsWith('năm 2032')).toBe(true);
  expect(item?.provision).toBe('d5');
});

test('messages explain', () => {
  const explain = (text: string): string =>
    checkText(text, index, { asOf: TODAY })[0]?.message ?? '';
  expect(explain('QĐ 990')).toBe(
    'Quyết định 990-QĐ/TW đã được thay thế bởi Quyết định 923-QĐ/TW, ngày 30/7/2036.',
  );
  expect(explain('Chỉ thị 949-CT/TW ngày 20/10/2036')).toBe(
    'Chỉ thị 949-CT/TW ban hành ngày 20/10/2035, bài ghi 20/10/2036.',
  );
  expect(explain('Điều 30 Quy chế 923')).toContain('không có Điều 30');
  expect(explain('khoản 1 Điều 1 và Điều 2 Luật số 95/2032/QH20')).toContain('hai cách');
  expect(explain('Điều 1 và Điều 2 Luật số 95/2032/QH20')).not.toContain('hai cách');
});
