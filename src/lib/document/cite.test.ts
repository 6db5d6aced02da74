import { describe, expect, test } from 'vitest';
import { citableDocument, CITATION_STYLES, formatCitation, type CitationStyle } from './cite.ts';
import { documentSchema, type DocumentData } from './schema.ts';

const base = {
  type: 'quyet-dinh',
  system: 'dang',
  issuer: 'thu-vien',
  status: { value: 'unknown' },
};

function citable(slug: string, issuers: string[], front: Record<string, unknown>) {
  const data: DocumentData = documentSchema.parse({ ...base, ...front });
  return citableDocument({ slug, data }, issuers);
}

const decision = citable('901-qd-tv-2031', ['Ban Thư viện'], {
  symbol: '901-QĐ/TV',
  term: 'khóa II',
  title: 'Quyết định về việc ban hành Quy chế thư viện cộng đồng',
  issuedDate: '2031-03-04',
  issuedWith: { title: 'Quy chế thư viện cộng đồng' },
});
const resolution = citable('25-nq-tv-2033', ['Ban Chấp hành Thư viện'], {
  symbol: '25-NQ/TV',
  type: 'nghi-quyet',
  term: 'khóa XI',
  title: 'Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Thư viện khóa XI về đọc sách',
  issuedDate: '2033-06-03',
});
const law = citable('5-2031-qh20', ['Quốc hội'], {
  symbol: '5/2031/QH20',
  type: 'luat',
  system: 'nha-nuoc',
  term: 'Quốc hội khóa XX',
  title: 'Luật Thư viện cộng đồng',
  issuedDate: '2031-11-10',
});
const decree = citable('59-2032-nd-cp', ['Chính phủ'], {
  symbol: '59/2032/NĐ-CP',
  type: 'nghi-dinh',
  system: 'nha-nuoc',
  title: 'Nghị định quy định chi tiết một số điều của Luật Thư viện cộng đồng',
  issuedDate: '2032-02-05',
});

const kt = { id: 'kt', kind: 'attached', name: 'QUY CHẾ thư viện' } as const;
const pl1 = { id: 'pl1', kind: 'annex', name: 'Phụ lục I' } as const;
const point = { id: 'd4-1-dd', label: 'điểm đ khoản 1 Điều 4', scope: null };
const attachedPoint = { id: 'kt-d5-2-a', label: 'điểm a khoản 2 Điều 5', scope: kt };

describe('formatCitation', () => {
  test.each<[CitationStyle, string]>([
    [
      'party',
      'Quyết định số 901-QĐ/TV, ngày 04/3/2031 của Ban Thư viện khóa II về việc ban hành Quy chế thư viện cộng đồng',
    ],
    [
      'state',
      'Quyết định số 901-QĐ/TV ngày 04 tháng 3 năm 2031 của Ban Thư viện khóa II về việc ban hành Quy chế thư viện cộng đồng',
    ],
    ['short', 'Quyết định 901-QĐ/TV (2031)'],
    [
      'footnote',
      'Ban Thư viện khóa II: Quyết định số 901-QĐ/TV, ngày 04/3/2031 về việc ban hành Quy chế thư viện cộng đồng.',
    ],
    ['printed', '901-qd-tv-2031'],
  ])('a document, %s', (style, expected) => {
    expect(formatCitation(decision, null, style)).toBe(expected);
  });

  test.each<[CitationStyle, string]>([
    [
      'party',
      'điểm a, khoản 2, Điều 5 Quy chế thư viện cộng đồng ban hành kèm theo Quyết định số 901-QĐ/TV, ngày 04/3/2031 của Ban Thư viện khóa II',
    ],
    [
      'state',
      'điểm a khoản 2 Điều 5 Quy chế thư viện cộng đồng ban hành kèm theo Quyết định số 901-QĐ/TV ngày 04 tháng 3 năm 2031 của Ban Thư viện khóa II',
    ],
    ['short', 'điểm a, khoản 2, Điều 5 Quy chế ban hành kèm theo Quyết định 901-QĐ/TV (2031)'],
    [
      'footnote',
      'Ban Thư viện khóa II: điểm a, khoản 2, Điều 5 Quy chế thư viện cộng đồng ban hành kèm theo Quyết định số 901-QĐ/TV, ngày 04/3/2031.',
    ],
    ['printed', '901-qd-tv-2031#kt-d5-2-a'],
  ])('a provision of an attached instrument, %s', (style, expected) => {
    expect(formatCitation(decision, attachedPoint, style)).toBe(expected);
  });

  test.each<[CitationStyle, string]>([
    ['party', 'điểm đ, khoản 1, Điều 4 Luật Thư viện cộng đồng số 5/2031/QH20, ngày 10/11/2031'],
    [
      'state',
      'điểm đ khoản 1 Điều 4 Luật Thư viện cộng đồng số 5/2031/QH20 ngày 10 tháng 11 năm 2031',
    ],
    ['short', 'điểm đ khoản 1 Điều 4 Luật 5/2031/QH20'],
    [
      'footnote',
      'Quốc hội khóa XX: điểm đ khoản 1 Điều 4 Luật Thư viện cộng đồng số 5/2031/QH20, ngày 10/11/2031.',
    ],
    ['printed', '5-2031-qh20#d4-1-dd'],
  ])('a provision of a law, %s', (style, expected) => {
    expect(formatCitation(law, point, style)).toBe(expected);
  });

  test('a decree is cited by its number, with issuer and title', () => {
    expect(formatCitation(decree, point, 'state')).toBe(
      'điểm đ khoản 1 Điều 4 Nghị định số 59/2032/NĐ-CP ngày 05 tháng 02 năm 2032 của Chính phủ quy định chi tiết một số điều của Luật Thư viện cộng đồng',
    );
  });

  test.each([
    ['m3', 'mục III', 'mục III'],
    ['m3-2', 'điểm 2 mục III', 'mục III, điểm 2'],
    ['m3-2-a', 'tiết a điểm 2 mục III', 'mục III, điểm 2, tiết a'],
    ['pb-m3', 'mục III phần B', 'phần B, mục III'],
    ['d5', 'Điều 5', 'Điều 5'],
    ['mo_2', 'phần mở đầu, đoạn nguyên nhân', 'phần mở đầu, đoạn nguyên nhân'],
    ['c3-m1-t2', 'Tiểu mục 2 Mục 1 Chương III', 'Chương III, Mục 1, Tiểu mục 2'],
  ])('the Party writes %s as it is divided: %s', (id, label, units) => {
    expect(formatCitation(resolution, { id, label, scope: null }, 'party')).toBe(
      `${units} Nghị quyết số 25-NQ/TV, ngày 03/6/2033 của Ban Chấp hành Thư viện khóa XI về đọc sách`,
    );
  });

  test('an attached instrument as a whole, and an annex', () => {
    expect(
      formatCitation(decision, { id: 'kt', label: 'Quy chế kèm theo', scope: kt }, 'short'),
    ).toBe('toàn văn Quy chế ban hành kèm theo Quyết định 901-QĐ/TV (2031)');
    expect(formatCitation(decree, { id: 'pl1-m2', label: 'mục II', scope: pl1 }, 'short')).toBe(
      'mục II Phụ lục I ban hành kèm theo Nghị định 59/2032/NĐ-CP',
    );
    expect(formatCitation(decree, { id: 'pl1', label: 'Phụ lục I', scope: pl1 }, 'short')).toBe(
      'Phụ lục I ban hành kèm theo Nghị định 59/2032/NĐ-CP',
    );
  });

  test('an instrument without a record goes by its own title', () => {
    const second = { ...attachedPoint, id: 'kt2-d5-2-a', scope: { ...kt, id: 'kt2' } };
    expect(formatCitation(decision, second, 'state')).toContain(
      'Điều 5 QUY CHẾ thư viện ban hành kèm theo Quyết định số 901-QĐ/TV',
    );
  });
});

describe('what a record does not know', () => {
  test('a number and a date are left out, and named as gaps', () => {
    const unnumbered = citable('qd-hop-nhat-2035', ['Ban Thư viện'], {
      symbol: null,
      title: 'Quyết định của Ban Thư viện về hợp nhất hai tủ sách',
      announcedDate: '2035-02-03',
    });
    expect(formatCitation(unnumbered, null, 'party')).toBe(
      'Quyết định của Ban Thư viện về hợp nhất hai tủ sách, công bố ngày 03/02/2035',
    );
    expect(unnumbered.gaps).toEqual(['symbol-unknown', 'date-unknown']);
  });

  test('of the date, the year alone', () => {
    const yearOnly = citable('7-kl-tv-2034', ['Ban Thư viện'], {
      symbol: '7-KL/TV',
      type: 'ket-luan',
      title: 'Kết luận về đọc sách',
      issuedYear: 2034,
    });
    expect(formatCitation(yearOnly, null, 'party')).toBe(
      'Kết luận số 7-KL/TV, năm 2034 của Ban Thư viện về đọc sách',
    );
    expect(formatCitation(yearOnly, null, 'short')).toBe('Kết luận 7-KL/TV (2034)');
    expect(yearOnly.gaps).toEqual(['date-unknown']);
  });

  test('an unverified title is not quoted', () => {
    const doubtful = citable('18-ct-tv-2032', ['Ban Thư viện'], {
      symbol: '18-CT/TV',
      type: 'chi-thi',
      title: 'Chỉ thị về giám sát (tên tạm ghi)',
      issuedDate: '2032-10-26',
      verification: { title: 'unverified', symbol: ['s1'], issuedDate: 'unverified' },
    });
    expect(formatCitation(doubtful, null, 'party')).toBe(
      'Chỉ thị số 18-CT/TV, ngày 26/10/2032 của Ban Thư viện',
    );
    expect(doubtful.gaps).toEqual(['date-unverified', 'title-unverified']);
  });
});

describe('issuers', () => {
  test('several are joined; "giữa …" in the title already names them', () => {
    const front = { symbol: '79-CTr/TV', type: 'chuong-trinh', typeName: 'Chương trình phối hợp' };
    const issuers = ['Ban A', 'Ban B', 'Ban C'];
    expect(
      formatCitation(
        citable('x', issuers, { ...front, title: 'Chương trình phối hợp về sách' }),
        null,
        'party',
      ),
    ).toBe('Chương trình phối hợp số 79-CTr/TV của Ban A, Ban B và Ban C về sách');
    expect(
      formatCitation(
        citable('x', issuers, { ...front, title: 'Chương trình phối hợp giữa A và B về sách' }),
        null,
        'party',
      ),
    ).toBe('Chương trình phối hợp số 79-CTr/TV giữa A và B về sách');
  });
});

test('every style gives one line without doubled spaces', () => {
  for (const document of [decision, resolution, law, decree]) {
    for (const style of CITATION_STYLES) {
      for (const provision of [null, point, attachedPoint]) {
        expect(formatCitation(document, provision, style)).not.toMatch(/ {2}|\n|^ | $|null/);
      }
    }
  }
});
