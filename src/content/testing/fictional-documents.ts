import fc from 'fast-check';
import type { ContentFile } from '../../lib/library/types.ts';
import { documentFile, ISSUER, TOPIC } from '../../lib/validation/corpus-for-tests.ts';

/** Random fictional libraries: every kind of document and of unit, in every order. Tests only. */

const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k'];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** Names that editors may give to a place, good and bad. */
const PLACE_NAMES = [
  ...['đoạn nguyên nhân', 'phần mở đầu, đoạn thứ ba', 'lời dẫn', 'đoạn 2 Điều 1', 'điểm mới'],
  ...['Điều 1', 'khoản 2 và khoản 3', 'Quyết định này', '“lời trích”', '…', 'phần kết', 'Phụ lục'],
  ...['Nghị quyết 25', 'các khoản trên', 'toàn văn', 'đoạn 5/2031', 'Mẫu số 01', 'mục tiêu: đọc'],
];

/** Titles of instruments, good and bad. */
const INSTRUMENT_TITLES = [
  ...['QUY CHẾ Đọc sách', 'Quy chế đọc sách', 'QUY ĐỊNH về mượn sách', 'Hướng dẫn khung'],
  ...['Bộ tiêu chí thôn đọc sách', 'DANH MỤC sách', 'Sổ tay thủ thư', 'Quy chế. Phần 2', ''],
  ...['Quy chế phối hợp ban hành kèm theo Nghị quyết', 'Quy trình mượn sách (mẫu)', 'Điều lệ Hội'],
];

const SUBJECTS = [
  ...['đọc sách', 'giờ mở cửa thư viện', 'thực hiện Luật Thư viện', 'sửa đổi Điều 5'],
  ...['“Tháng đọc sách”; mượn sách (kể cả sách cũ)', 'nhiệm kỳ 2030–2035', 'A/B. 5%', 'Sách'],
];

const count = (max: number) => fc.integer({ min: 0, max });

/** One list of labels below a unit, with what stands below each of them. */
function listOf(labels: readonly string[], below: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  return count(labels.length).chain((length) =>
    fc
      .array(below, { minLength: length, maxLength: length })
      .map((each) => each.flatMap((blocks, i) => [`**${labels[i] ?? ''}** Đọc sách:`, ...blocks])),
  );
}

const nothing = fc.constant<string[]>([]);
const pluses = listOf(['+', '+'], nothing);
const dashes = listOf(['-', '-', '-'], pluses);
const romans = listOf(['i)', 'ii)', 'iii)'], nothing);
const lettered = listOf(['a.1)', 'a.2)'], nothing);
const tiers = fc.oneof(nothing, nothing, dashes, romans, lettered);
const points = fc.oneof(
  listOf(
    LETTERS.map((letter) => `${letter})`),
    tiers,
  ),
  listOf(['1)', '2)', '3)'], tiers),
  listOf(['a1)', 'aa)', 'đđ)'], nothing),
  dashes,
);
const decimals = listOf(['1.1.', '1.2.'], listOf(['1.2.1.', '1.2.2.'], points));
const numbers = fc.oneof(
  listOf(['1.', '2.', '2a.', '3.', '12.'], points),
  fc.tuple(listOf(['1.'], decimals), listOf(['2.', '3.'], points)).map((lists) => lists.flat()),
);

/** Places that an editor has named. */
const named = (prefix: string) =>
  fc
    .uniqueArray(fc.constantFrom(...PLACE_NAMES), { maxLength: 2 })
    .map((names) =>
      names.flatMap((name, i) => [
        `<Anchor id="${prefix}_${String(i + 2)}" label="${name.replaceAll('"', '')}" />`,
        'Một đoạn.',
      ]),
    );

const articles = (from: number) =>
  fc
    .array(fc.tuple(fc.boolean(), fc.oneof(numbers, points, nothing)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((bodies) =>
      bodies.flatMap(([isInserted, blocks], i) => [
        `### Điều ${String(from + i)}${isInserted ? 'a' : ''}. Việc đọc sách`,
        ...blocks,
      ]),
    );

/** Groups of articles, numbered through. */
function grouped(names: readonly string[]): fc.Arbitrary<string[]> {
  return count(names.length).chain((length) =>
    fc
      .tuple(...Array.from({ length }, (_, i) => articles(i * 10 + 1)))
      .map((groups) =>
        groups.flatMap((blocks, i) => [`## ${names[i] ?? ''}`, 'ĐỌC SÁCH', ...blocks]),
      ),
  );
}

const resolutionBody = fc.oneof(
  listOf(
    ROMAN.map((roman) => `${roman}.`),
    numbers,
  ),
  listOf(
    ['A.', 'B.', 'C.'],
    listOf(
      ROMAN.slice(0, 3).map((roman) => `${roman}.`),
      numbers,
    ),
  ),
  listOf(['Phần thứ nhất', 'Phần thứ hai'], listOf(['I.', 'II.'], points)),
);

const body = fc.oneof(
  articles(1),
  grouped(ROMAN.map((roman) => `Chương ${roman}`)),
  grouped(['Chương I', 'Mục 1', 'Mục 2', 'Tiểu mục 1', 'Chương II', 'Mục 1']),
  grouped(['Phần thứ nhất', 'Chương I', 'Chương II', 'Phần thứ hai', 'Chương I', 'Mục 1']),
  numbers,
  resolutionBody,
);

const wrap = (tag: string, blocks: readonly string[]): string[] => [
  `<${tag}>`,
  ...blocks,
  `</${tag}>`,
];

const annexes = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'Phụ lục I',
        'PHỤ LỤC SỐ 02',
        'Phụ lục 3',
        'Phụ lục A',
        'PHỤ LỤC',
        'Phụ lục',
        'Mẫu số 01',
        'Biểu mẫu 2a',
      ),
      fc.oneof(nothing, body),
    ),
    { maxLength: 3 },
  )
  .map((all) =>
    all.flatMap(([name, blocks]) => wrap('Annex', [`# ${name}`, 'Đọc sách', ...blocks])),
  );

const edges = (prefix: string) =>
  fc.tuple(
    fc.option(named(`${prefix}mo`).map((blocks) => wrap('Opening', ['Căn cứ.', ...blocks]))),
    fc.option(named(`${prefix}ket`).map((blocks) => wrap('Closing', ['Nơi nhận.', ...blocks]))),
  );

const instrument = (id: string) =>
  fc
    .tuple(fc.constantFrom(...INSTRUMENT_TITLES), edges(`${id}-`), body, annexes)
    .map(([title, [opening, closing], blocks, forms]) =>
      wrap('Attached', [
        ...(opening ?? []),
        ...(title === '' ? ['Một đoạn dài, không phải tên gọi.'] : [`# ${title}`]),
        ...blocks,
        ...(closing ?? []),
        ...forms,
      ]),
    );

const text = fc
  .tuple(
    edges(''),
    fc.oneof(
      body,
      body.chain((blocks) => named('x').map((places) => [...blocks, ...places])),
    ),
    fc.oneof(
      nothing,
      instrument('kt'),
      fc.tuple(instrument('kt'), instrument('kt2')).map((two) => two.flat()),
    ),
    annexes,
  )
  .map(([[opening, closing], blocks, instruments, forms]) =>
    [...(opening ?? []), ...blocks, ...(closing ?? []), ...instruments, ...forms].join('\n\n'),
  );

const KINDS = [
  ...[
    ['nghi-quyet', 'Nghị quyết', 'NQ'],
    ['chi-thi', 'Chỉ thị', 'CT'],
    ['ket-luan', 'Kết luận', 'KL'],
  ],
  ...[
    ['quyet-dinh', 'Quyết định', 'QĐ'],
    ['quy-dinh', 'Quy định', 'QĐ'],
    ['luat', 'Luật', 'L'],
  ],
  ...[
    ['huong-dan', 'Hướng dẫn', 'HD'],
    ['nghi-dinh', 'Nghị định', 'NĐ'],
    ['ke-hoach', 'Kế hoạch', 'KH'],
  ],
] as const;

const record = fc.record({
  kind: fc.constantFrom(...KINDS),
  number: fc.integer({ min: 900, max: 904 }),
  form: fc.constantFrom('party', 'state', 'none'),
  day: fc.constantFrom('2031-03-04', '2031-12-10', '2033-01-02'),
  dated: fc.constantFrom('day', 'day', 'year', 'announced', 'none'),
  subject: fc.constantFrom(...SUBJECTS),
  issuedWith: fc.option(fc.constantFrom(...INSTRUMENT_TITLES.filter((title) => title !== ''))),
  text,
});

function fileOf(
  place: number,
  values: typeof record extends fc.Arbitrary<infer T> ? T : never,
): ContentFile {
  const { kind, number, form, day, dated, subject, issuedWith, text: written } = values;
  const [type = '', name = '', code = ''] = kind;
  const year = day.slice(0, 4);
  const symbols = {
    party: `'${String(number)}-${code}/TV'`,
    state:
      type === 'luat'
        ? `'${String(number)}/${year}/QH20'`
        : `'${String(number)}/${year}/${code}-TV'`,
    none: 'null',
  };
  const when: Record<string, string | null> = { issuedDate: dated === 'day' ? day : 'null' };
  if (dated === 'year') when.issuedYear = year;
  if (dated === 'announced') when.announcedDate = day;
  const fields = {
    symbol: symbols[form],
    type,
    system: form === 'party' ? 'dang' : 'nha-nuoc',
    title: JSON.stringify(`${name} về ${subject}`),
    ...when,
    text: '{ state: full }',
    ...(issuedWith === null ? {} : { issuedWith: `{ title: ${JSON.stringify(issuedWith)} }` }),
  };
  return documentFile(`${type}/van-ban-${String(place)}-thu`, fields, `${written}\n`);
}

/** A few documents that are easily taken for one another. */
export const fictionalLibrary: fc.Arbitrary<ContentFile[]> = fc
  .array(record, { minLength: 1, maxLength: 4 })
  .map((records) => [...records.map((values, i) => fileOf(i, values)), ISSUER, TOPIC]);
