import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeV1 } from '../provision/text.ts';
import { sourceStream } from '../fidelity/streams.ts';
import { bestChain } from './chain.ts';
import { toLines } from './lines.ts';
import { parseStructure } from './parse-structure.ts';
import type { Structure } from './parse-structure.ts';
import type { SourceRun } from './source.ts';
import { toParagraphs, toSource } from './testing/paragraphs.ts';
import { bodyText, writeBody } from './write-body.ts';
import type { WrittenBody } from './write-body.ts';

function importText(text: string): WrittenBody & { structure: Structure } {
  const lines = toLines(toParagraphs(text));
  const structure = parseStructure(lines);
  return { ...writeBody(lines, structure, []), structure };
}

function ids(text: string): string[] {
  return [...importText(text).tree.byId.keys()];
}

describe('bestChain', () => {
  const chain = (numbers: number[], scores: number[] = []): number[] =>
    bestChain(
      numbers.map((order, line) => ({ line, order, suffix: 0, score: scores[line] ?? 1 })),
    )?.items.map(({ line }) => line) ?? [];

  test.each([
    ['in order', [1, 2, 3], [], [0, 1, 2]],
    ['over a reference to another article', [1, 2, 65, 3], [], [0, 1, 2 + 1]],
    ['the real one of two', [1, 2, 3, 3, 4], [1, 1, -0.5, 1, 1], [0, 1, 3, 4]],
    ['over one gap that is worth it', [1, 2, 3, 5, 6, 7, 8], [], [0, 1, 2, 3, 4, 5, 6]],
    ['not over a gap to one stray number', [1, 2, 3, 9], [], [0, 1, 2]],
    ['nothing where nothing begins', [7], [], []],
  ])('%s', (_, numbers, scores, expected) => {
    expect(chain(numbers, scores)).toEqual(expected);
  });
});

describe('lines', () => {
  const run = (text: string, bold = false): SourceRun => ({
    ...{ text, bold },
    ...{ font: null, italic: false, caps: false },
  });
  const cut = (runs: SourceRun[]): string[] =>
    toLines(toParagraphs('x').map((paragraph) => ({ ...paragraph, runs }))).map(({ text }) => text);

  test.each([
    ['at the start of a run', [run('Tên', true), run('\n'), run('1. Một.')], ['Tên', '1. Một.']],
    ['after a space of another run', [run('Tên ', true), run('\nchữ')], ['Tên\nchữ']],
    ['before a space of another run', [run('Tên\n', true), run(' chữ')], ['Tên\nchữ']],
    [
      'after a space alone',
      [run('Tên', true), run(' '), run('\n', true), run('chữ')],
      ['Tên\nchữ'],
    ],
  ])('a soft line break stays %s', (_, runs, expected) => {
    expect(cut(runs)).toEqual(expected);
  });

  test.each([
    ['ends where its bold type ends', [run('Điều 1. Tên', true), run('\nChữ.')], 2],
    ['may fill two lines', [run('Điều 1. Tên\ndài', true), run('\nChữ.')], 2],
    ['does not end at a break inside it', [run('Điều 1. Tên\ndài', true)], 1],
    ['is not known without bold type', [run('Điều 1. Tên\nChữ.')], 1],
    ['is no bold word in the text', [run('Điều 1. Tên', true), run(' và\nchữ.')], 1],
  ])('the title of an article %s', (_, runs, count) => {
    expect(cut(runs)).toHaveLength(count);
  });
});

describe('numbering over more than one level', () => {
  test('decimals of three figures stand inside those of two', () => {
    const text = `
      ^*QUY ĐỊNH
      *1. Điều 1 (Khoản 2): Bạn đọc
      1.1. Về tuổi.
      1.1.1. Từ 6 tuổi.
      1.1.2. Đến 16 tuổi.
      a) Có thẻ;
      b) Có người lớn đi cùng.
      1.2. Về thẻ.
      1.2.1. Thẻ của thư viện.
      *2. Điều 3: Kho sách
      2.1- Mở kho
      2.2- Đóng kho
    `;
    expect(ids(text)).toEqual([
      ...['mo', 'n1', 'n1-1', 'n1-1-1', 'n1-1-2', 'n1-1-2-a', 'n1-1-2-b', 'n1-2', 'n1-2-1'],
      ...['n2', 'n2-1', 'n2-2'],
    ]);
  });

  test('chapters may run through the parts, as numbers may through the Roman ones', () => {
    const chapters = importText(`
      ^*LUẬT
      ^*THƯ VIỆN XÃ
      ^*PHẦN THỨ NHẤT
      ^*QUY ĐỊNH CHUNG
      ^*Chương I
      ^*PHẠM VI
      *Điều 1. Một
      ^*Chương II
      ^*NGUYÊN TẮC
      *Điều 2. Hai
      ^*PHẦN THỨ HAI
      ^*KHO SÁCH
      ^*Chương III
      ^*MỞ KHO
      *Điều 3. Ba
      ^*PHẦN THỨ BA
      ^*THI HÀNH
      ^*Chương IV
      ^*HIỆU LỰC
      *Điều 4. Bốn
    `);
    expect(chapters.structure.gaps).toEqual([]);
    expect(chapters.structure.leftovers).toEqual([]);
    const numbers = importText(`
      ^*KẾT LUẬN
      *I. TÌNH HÌNH
      1. Một.
      2. Hai.
      *II. NHIỆM VỤ
      3. Ba.
      4. Bốn.
    `);
    expect([...numbers.tree.byId.keys()]).toEqual([
      'mo',
      'm1',
      'm1-1',
      'm1-2',
      'm2',
      'm2-3',
      'm2-4',
    ]);
    expect(numbers.structure.gaps).toEqual([]);
  });

  test.each(['Lưu trữ thông tin số', 'Mở tài khoản', 'Cơ sở trọng điểm', 'Hồ sơ kèm theo'])(
    'a heading ends where it ends: %s',
    (title) => {
      expect(ids(`*Điều 1. ${title}\n1. Một.\n2. Hai.`)).toEqual(['d1', 'd1-1', 'd1-2']);
    },
  );

  test('an article that lost its label is told', () => {
    const text = `
      *Điều 1. Bạn đọc
      1. Một.
      2. Hai.
      *Giải thích từ ngữ
      1. Một.
      2. Hai.
      *Điều 2. Kho sách
      1. Một.
      *Lời in đậm.
      2. Hai.
    `;
    const lines = toLines(toParagraphs(text));
    expect(parseStructure(lines).unlabelled.map((at) => lines[at]?.text)).toEqual([
      'Giải thích từ ngữ',
    ]);
  });

  test.each([
    ['lists joined by a word', 'a) Một; hoặc\nb) Hai.', ['d1', 'd1-0-a', 'd1-0-b']],
    ['one letter left out', 'a) Một;\nb) Hai;\nd) Bốn.', ['d1', 'd1-0-a', 'd1-0-b', 'd1-0-d']],
    ['three letters left out', 'a) Một;\nb) Hai;\ne) Sáu.', ['d1', 'd1-0-a', 'd1-0-b']],
  ])('%s', (_, list, expected) => {
    expect(ids(`*Điều 1. Tên\nGồm:\n${list}`).filter((id) => id !== 'mo')).toEqual(expected);
  });
});

describe('a number that has lost its sign', () => {
  const unitsOf = (list: string) =>
    ids(`*Điều 1. Tủ sách\n${list}\n*Điều 2. Sổ\n1. Một.\n2. Hai.`).filter((id) =>
      id.startsWith('d1-'),
    );
  const POINTS = 'a) Thôn góp;\nb) Bạn đọc tặng.';

  test.each([
    ['one', `1. Tủ do thôn giữ.\n2 Sách từ các nguồn sau:\n${POINTS}\n3. Sách ghi sổ.`, '2'],
    ['one at the start', `1 Sách từ các nguồn sau:\n${POINTS}\n2. Sách ghi sổ.`, '1'],
    ['one at the start of two', '1 Sách từ nhà dân.\n2. Sách ghi sổ.', '1'],
    ['one with a comma', `1. Tủ do thôn giữ.\n2, Sách ghi sổ.\n3. Hết.`, '2,'],
    ['one below which points begin', `1. Tủ do thôn giữ.\n2 Sách từ:\n${POINTS}`, '2'],
    ['a letter', '1. Gồm:\na) Sách;\nb Báo;\nc) Tranh.\n2. Hết.', 'b'],
  ])('is %s between its neighbours', (_, list, printed) => {
    const { tree, structure } = importText(`*Điều 1. Tủ sách\n${list}\n*Điều 2. Sổ\nMột.`);
    const units = [...tree.byId.values()];
    expect(units.map((unit) => unit.printed?.printed)).toContain(printed);
    expect(structure.bare).toHaveLength(1);
    expect(normalizeV1(bodyText(importText(`*Điều 1. Tủ sách\n${list}`).body))).toBe(
      normalizeV1(`Điều 1. Tủ sách\n${list}`),
    );
  });

  test('has its own points', () => {
    expect(
      unitsOf(`1. Tủ do thôn giữ.\n2 Sách từ các nguồn sau:\n${POINTS}\n3. Sách ghi sổ.`),
    ).toEqual(['d1-1', 'd1-2', 'd1-2-a', 'd1-2-b', 'd1-3']);
  });

  test.each([
    ['at the end of a list', '1. Một.\n2. Hai.\n3 Tủ sách được giữ 10 năm.'],
    ['of another place', '1. Một.\n4 Tủ sách được giữ 10 năm.\n2. Hai.'],
    ['that the list has', '1. Một.\n2. Hai.\n2 Tủ sách được giữ.\n3. Ba.'],
    ['that stands there twice', '1. Một.\n2 Tủ sách.\n2 Kho sách.\n3. Ba.'],
    ['beside another one', '1. Một.\n2 Tủ sách.\n3 Kho sách.\n4. Bốn.'],
    ['before a small letter', '1. Một.\n2 tủ sách được giữ.\n3. Ba.'],
    ['of an address', '1. Một.\n2 Điều 5 của Quy chế.\n3. Ba.'],
    ['within a sentence', '1. Theo các khoản 1,\n2 Quy chế này.\n3. Ba.'],
    ['in a quotation', '1. Sửa như sau:\n“1. Một.\n2 Tủ sách.\n3. Ba.”\n2. Hai.'],
    ['without a list', '1 Tủ sách.\n2 Kho sách.'],
  ])('is text %s', (_, list) => {
    expect(importText(`*Điều 1. Tủ sách\n${list}\n*Điều 2. Sổ`).structure.bare).toEqual([]);
  });
});

describe('structure', () => {
  test('of a law: chapters with titles below, articles, khoản, điểm with đ', () => {
    const text = `
      ^*LUẬT
      ^*THƯ VIỆN XÃ
      Căn cứ Hiến pháp;
      Quốc hội ban hành Luật Thư viện xã.
      ^*Chương I
      ^*QUY ĐỊNH CHUNG
      *Điều 1. Phạm vi
      1. Thư viện gồm:
      d) Tủ sách thôn;
      a) Phòng đọc;
      b) Kho;
      c) Tủ sách;
      d) Tủ sách thôn;
      đ) Tủ sách lưu động.
      2. Theo quy định tại khoản
      1. Điều này.
      Điều 65 của Luật khác thì không.
      ^*Chương II
      ^*THI HÀNH
      *Điều 2. Hiệu lực
      Luật này có hiệu lực.
      Luật này đã được Quốc hội khóa XXX thông qua ngày 01 tháng 01 năm 2031.
      *CHỦ TỊCH QUỐC HỘI
    `;
    const { tree, body, structure } = importText(text);
    expect([...tree.byId.keys()]).toEqual([
      'mo',
      'c1',
      'd1',
      'd1-1',
      'd1-1-a',
      'd1-1-b',
      'd1-1-c',
      'd1-1-d',
      'd1-1-dd',
      'd1-2',
      'c2',
      'd2',
      'ket',
    ]);
    expect(tree.byId.get('c1')?.heading).toBe('QUY ĐỊNH CHUNG');
    expect(body).toContain('\n### Điều 1. Phạm vi\n');
    expect(structure.leftovers).toHaveLength(3);
  });

  test('of an amending law: quoted articles are quotations, not articles', () => {
    const { tree, body } = importText(`
      *Điều 1. Sửa đổi Luật Thư viện
      1. Sửa đổi Điều 3 như sau:
      “Điều 3. Kho
      1. Kho mở.
      2. Kho đóng.”.
      2. Bổ sung Điều 3a như sau:
      “Điều 3a. Sách
      1. Sách mới.”.
      *Điều 2. Hiệu lực
      Luật này có hiệu lực.
    `);
    expect([...tree.byId.keys()]).toEqual(['d1', 'd1-1', 'd1-2', 'd2']);
    expect(body).toContain('> 1\\. Kho mở.');
  });

  test('of a decision with a regulation attached: two numberings, two scopes', () => {
    expect(
      ids(`
        ^*QUYẾT ĐỊNH
        Căn cứ Luật Thư viện;
        ^QUYẾT ĐỊNH:
        Điều 1. Ban hành kèm theo Quyết định này Quy chế.
        Điều 2. Quyết định có hiệu lực.
        Nơi nhận:
        - Như Điều 2;
        ^*QUY CHẾ
        ^*THƯ VIỆN
        ^(Ban hành kèm theo Quyết định số 901-QĐ/TV)
        ^*Điều 1. Phạm vi
        1. Một.
        2. Hai.
        ^*Điều 2. Phòng
        Phòng đọc.
        ^*Điều 3. Kho
        Kho.
        ^*PHỤ LỤC I
        ^*DANH MỤC SÁCH
        1. Sách một.
        2. Sách hai.
      `),
    ).toEqual([
      'mo',
      'd1',
      'd2',
      'ket',
      'kt',
      'kt-d1',
      'kt-d1-1',
      'kt-d1-2',
      'kt-d2',
      'kt-d3',
      'pl1',
      'pl1-n1',
      'pl1-n2',
    ]);
  });

  test('of a Party document: Roman numbers, numbers, decimals, dashes that carry law', () => {
    const { tree, body } = importText(`
      ^*CHỈ THỊ
      ^*về thư viện xã
      Những năm qua, thư viện phát triển, nhưng còn hạn chế.
      *I. TÌNH HÌNH
      1. Kết quả
      1.1. Sách tăng.
      1.2. Bạn đọc tăng:
      - Ở thôn;
      - Ở xã.
      2. Hạn chế
      II. NHIỆM VỤ
      1. Các cấp ủy làm tốt việc sau:
      a) Một;
      b) Hai.
      Nơi nhận:
      - Các cấp ủy.
    `);
    expect([...tree.byId.keys()]).toEqual([
      'mo',
      'm1',
      'm1-1',
      'm1-1-1',
      'm1-1-2',
      'm1-1-2_g1',
      'm1-1-2_g2',
      'm1-2',
      'm2',
      'm2-1',
      'm2-1-a',
      'm2-1-b',
      'ket',
    ]);
    expect(body).toContain('</Opening>\n\nNhững năm qua');
    expect(body).toContain('## I. TÌNH HÌNH');
  });

  test.each([
    ['inserted units', 'Điều 1. A\nĐiều 1a. B\nĐiều 1b. C\nĐiều 2. D', ['d1', 'd1a', 'd1b', 'd2']],
    ['ordinal words', 'Điều thứ nhất\nMột.\nĐiều thứ hai\nHai.', ['d1', 'd2']],
    ['labels stuck to their text', 'Điều 1.Tên\n1.Nội dung\n2.Nội dung', ['d1', 'd1-1', 'd1-2']],
    ['khoản on the line of its Điều', 'Điều 1. 1. Một.\n2. Hai.', ['d1', 'd1-1', 'd1-2']],
    ['units after soft line breaks', 'Điều 1. Tên / 1. Một. / 2. Hai.', ['d1', 'd1-1', 'd1-2']],
    [
      'the alphabet of Word',
      'Điều 1. A\na) x\nb) x\nc) x\nd) x\ne) x\nf) x',
      ['d1', 'd1-0-a', 'd1-0-b', 'd1-0-c', 'd1-0-d', 'd1-0-e', 'd1-0-f'],
    ],
    [
      'Roman below a letter',
      'Điều 1. A\na) x:\ni) x\nii) x\niii) x\nb) x',
      ['d1', 'd1-0-a', 'd1-0-a-i', 'd1-0-a-ii', 'd1-0-a-iii', 'd1-0-b'],
    ],
    [
      'letters after h',
      `Điều 1. A\n${Array.from('abcdđeghik')
        .map((letter) => `${letter}) x`)
        .join('\n')}`,
      [
        'd1',
        ...['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h', 'i', 'k'].map((letter) => `d1-0-${letter}`),
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(ids(text).filter((id) => id !== 'mo')).toEqual(expected);
  });

  test('a missing article is told, and nothing is renumbered', () => {
    const { tree, structure } = importText(
      [1, 2, 3, 5, 6, 7].map((n) => `*Điều ${n}. Tên`).join('\n'),
    );
    expect([...tree.byId.keys()]).toEqual(['d1', 'd2', 'd3', 'd5', 'd6', 'd7']);
    const printed = { before: '3', from: '4', to: '4', after: '5' };
    expect(structure.gaps).toEqual([{ line: 3, form: 'article', before: 3, after: 5, printed }]);
  });

  const list = (numbers: string): string =>
    numbers
      .split(' ')
      .map((n) => `${n} x`)
      .join('\n');
  test.each([
    ['letters of law', `Điều 1. A\n${list('a) b) d) đ) e) g)')}`, 'b c c d'],
    ['the letter đ', `Điều 1. A\n${list('a) b) c) d) e) g) h)')}`, 'd đ đ e'],
    [
      "letters of Word's alphabet",
      `Điều 1. A\n${list('a) b) c) d) e) f) h) i) j) k)')}`,
      'f g g h',
    ],
    ['a list that begins late', `Điều 1. A\n${list('b) c) d)')}`, '– a a b'],
    ['Roman numbers', list('I. II. IV. V. VI.'), 'II III III IV'],
    ['decimals', `1. A\n${list('1.1. 1.2. 1.5. 1.6. 1.7.')}`, '1.2 1.3 1.4 1.5'],
  ])('a gap is told in the numbers of its own list: %s', (_, text, expected) => {
    const told = importText(text).structure.gaps.map(({ printed }) =>
      [printed.before ?? '–', printed.from, printed.to, printed.after].join(' '),
    );
    expect(told.join('; ')).toBe(expected);
  });
});

const PIECES = [
  'Điều 1.',
  'Điều 2. Tên',
  'Điều 1',
  'Điều 5a.',
  'Chương I',
  'CHƯƠNG II',
  'QUY ĐỊNH',
  'Mục 1',
  '1.',
  '2.',
  '3a.',
  '1.1.',
  '1)',
  'a)',
  'b)',
  'đ)',
  'd1)',
  'I.',
  'V.',
  'A.',
  '-',
  '+',
  '•',
  'ii)',
  '“',
  '”',
  '"',
  'Phụ lục',
  'PHỤ LỤC I',
  'Nơi nhận:',
  'QUY CHẾ',
  '(Ban hành kèm theo)',
  'Căn cứ',
  'import x',
  'export',
  '{k}',
  '<b>',
  '*',
  '**',
  '_',
  '|',
  '~',
  '#',
  '>',
  '`',
  '\\',
  '&amp;',
  '[^1]',
  '[x](y)',
  'https://x.vn',
  'a@b.vn',
  '---',
  '...',
  'văn bản',
  '\n',
  '\t',
  ' ',
  '\u00A0',
  'e\u0302\u0323',
  '<!--',
  '$',
  '=',
  ':',
];

test('whatever the text, it is written clean, and no character is lost', () => {
  const line = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 });
  const paragraphs = fc.array(fc.tuple(line, fc.boolean(), fc.boolean()), { maxLength: 14 });
  fc.assert(
    fc.property(paragraphs, (parts) => {
      const blocks = parts.map(([pieces, bold, centred], index) => {
        const [block] = toParagraphs('x');
        if (!block) throw new Error('no paragraph');
        const text = pieces.join(centred ? ' ' : '');
        block.runs = [
          { text: text.slice(0, 3), font: null, bold, italic: false, caps: false },
          { text: text.slice(3), font: null, bold: false, italic: centred, caps: false },
        ];
        return {
          ...block,
          align: centred ? ('center' as const) : ('left' as const),
          locator: String(index),
        };
      });
      const lines = toLines(blocks);
      const { body, problems } = writeBody(lines, parseStructure(lines), []);
      expect(problems).toEqual([]);
      expect(normalizeV1(bodyText(body))).toBe(sourceStream(toSource(blocks)));
    }),
    { numRuns: 300 },
  );
}, 30_000);
