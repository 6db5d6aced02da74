import { describe, expect, test } from 'vitest';
import { instrumentName } from '../document/instruments.ts';
import { scopeOf } from './naming.ts';
import { parseBody } from './parse-body.ts';

/** Ids of a body written in short: one label a line, `#` for what is a heading. */
function idsOf(labels: string, scale?: string[]): string {
  const body = labels
    .split(' | ')
    .map((label) => (label.startsWith('#') ? label : `**${label}** x`));
  const { tree, problems } = parseBody(`${body.join('\n\n')}\n`, { scale });
  expect(problems).toEqual([]);
  return [...tree.byId.keys()].join(' ');
}

test('a gap ends the chapter: what follows is not known to stand in it, and keeps its id', () => {
  const outline = (gap: string) =>
    `## Chương I X\n\n### Điều 1. A\n\n${gap}### Điều 11. B\n\n**1.** x\n`;
  const { tree, problems } = parseBody(outline('<Gap />\n\n'));
  expect(problems).toEqual([]);
  expect(tree.byId.get('d11')?.parent).toBeNull();
  expect(tree.byId.get('d11-1')?.parent?.id).toBe('d11');
  const without = parseBody(outline('')).tree;
  expect([...tree.byId.keys()]).toEqual([...without.byId.keys()]);
  expect(without.byId.get('d11')?.parent?.id).toBe('c1');
});

describe('levels without a declared ladder', () => {
  test.each([
    ['### Điều 5. | 1. | a) | 2.', 'd5 d5-1 d5-1-a d5-2', 'khoản closes điểm'],
    ['### Điều 5. | c) | d) | đ) | e)', 'd5 d5-0-c d5-0-d d5-0-dd d5-0-e', 'đ is not d'],
    ['### Điều 5. | h) | i) | k)', 'd5 d5-0-h d5-0-i d5-0-k', 'i) after h) is a letter'],
    [
      '### Điều 5. | 1. | a) | i) | ii) | b)',
      'd5 d5-1 d5-1-a d5-1-a-i d5-1-a-ii d5-1-b',
      'i) after a) is Roman',
    ],
    [
      '### Điều 5. | u) | v) | x) | y)',
      'd5 d5-0-u d5-0-v d5-0-x d5-0-y',
      'v) and x) in the alphabet',
    ],
    [
      '### Điều 5. | 1. | a) | 1) | 2) | b)',
      'd5 d5-1 d5-1-a d5-1-a-1 d5-1-a-2 d5-1-b',
      '1) below a)',
    ],
    ['### Điều 5. | 1) | a) | 2)', 'd5 d5-1 d5-1-a d5-2', '1) is khoản where there is none'],
    [
      '### Điều 5. | 1. | a) | a.1) | a.2) | b)',
      'd5 d5-1 d5-1-a d5-1-a-1 d5-1-a-2 d5-1-b',
      'a.1) below a)',
    ],
    ['### Điều 5. | 5.1. | 5.2.', 'd5 d5-5-1 d5-5-2', 'khoản numbered with their Điều'],
    ['### Điều 5. | 2. | 2.1. | a)', 'd5 d5-2 d5-2-1 d5-2-1-a', 'sub-number below khoản'],
    ['## I. | 1. | 1.1. | 1.1.1. | 1.2. | 2.', 'm1 m1-1 m1-1-1 m1-1-1-1 m1-1-2 m1-2', 'decimals'],
    ['## I. | 1. | 2.1.', 'm1 m1-1 m1-2-1', 'a gap in an outline'],
    ['## I. | 1.1.', 'm1 m1-1-1', 'a sub-number whose number was not seen'],
    ['1. | - | + | - | 2.', 'n1 n1_g1 n1_g1_g1 n1_g2 n2', 'dashes are counted'],
    ['1. | + | - | + | 2.', 'n1 n1_g1 n1_g1_g1 n1_g2 n2', 'either dash may be the outer one'],
    ['- | -', 'n0_g1 n0_g2', 'dashes alone'],
    ['a) | b)', 'n0-a n0-b', 'letters alone'],
    ['## A. X | ## I. X | 1. | ## B. X | ## I. X', 'pa pa-m1 pa-m1-1 pb pb-m1', 'letter parts'],
    ['## G. X | ## H. X | ## I. X', 'pg ph pi', 'I. after H. is a letter'],
    [
      '## Chương II X | ## Mục 4 X | ## Tiểu mục 1 X | ### Điều 9. | ## Mục 5 X',
      'c2 c2-m4 c2-m4-t1 d9 c2-m5',
      'sections',
    ],
    ['## Mục 3 X | ### Điều 9.', 'm3 d9', 'a section whose chapter was not seen'],
    [
      '## Phần I X | ## Chương I X | ## Phần II X | ## Chương II X',
      'p1 c1 p2 c2',
      'chapters that run on',
    ],
    [
      '## Phần I X | ## Chương I X | ## Phần II X | ## Chương I X',
      'p1 p1-c1 p2 p2-c1',
      'chapters that restart',
    ],
    ['### Điều 5. | 1. | ### Điều 5a. | 1. | 1a.', 'd5 d5-1 d5a d5a-1 d5a-1a', 'inserted units'],
    ['### Điều thứ nhất | ### Điều thứ 2', 'd1 d2', 'ordinal words'],
    ['### Điều 05.', 'd5', 'leading zeros'],
  ])('%s → %s (%s)', (labels, ids) => {
    expect(idsOf(labels)).toBe(ids);
  });
});

describe('levels of a declared ladder', () => {
  test.each([
    ['a) | 1. | 2. | b)', ['a)', '1.'], 'n0-a n0-a-1 n0-a-2 n0-b'],
    ['1. | a. | b) | 2.', ['1.', 'a)'], 'n1 n1-a n1-b n2'],
    ['### Điều 5. | I. | 1. | II.', ['Điều', 'I.', '1.'], 'd5 d5-m1 d5-m1-1 d5-m2'],
    ['h) | i) | k)', ['a)'], 'n0-h n0-i n0-k'],
    ['1. | + | - | - | +', ['1.', '+', '-'], 'n1 n1_g1 n1_g1_g1 n1_g1_g2 n1_g2'],
  ])('%s with %j → %s', (labels, scale, ids) => {
    expect(idsOf(labels, scale)).toBe(ids);
  });
});

describe('names', () => {
  test.each([
    ['### Điều 5.\n\n**2.** x\n\n**đ)** y\n', 'd5-2-dd', 'điểm đ khoản 2 Điều 5'],
    ['### Điều 5.\n\n**a)** x\n', 'd5-0-a', 'điểm a Điều 5'],
    ['## III. X\n\n**2.** x\n\n**a)** y\n', 'm3-2-a', 'tiết a điểm 2 mục III'],
    ['## I. X\n\n**3.** x\n\n**3.1.** y\n', 'm1-3-1', 'điểm 3.1 mục I'],
    [
      '### Điều 5.\n\n**2.** x\n\n**2.1.** y\n\n**a)** z\n',
      'd5-2-1-a',
      'tiết a điểm 2.1 khoản 2 Điều 5',
    ],
    ['## Chương II X\n\n## Mục 4 Y\n\n## Tiểu mục 1 Z\n', 'c2-m4-t1', 'Tiểu mục 1 Mục 4 Chương II'],
    ['## PHẦN THỨ HAI X\n', 'p2', 'Phần thứ hai'],
    ['## CHƯƠNG II X\n', 'c2', 'Chương II'],
    ['**1.** x\n\n**-** y\n\n**-** z\n', 'n1_g2', 'gạch đầu dòng thứ hai điểm 1'],
  ])('%j %s is “%s”', (body, id, label) => {
    expect(parseBody(body).tree.byId.get(id)?.label).toBe(label);
  });

  test('the attached instrument is no part of a name, but can be asked for', () => {
    const { tree } = parseBody('<Attached>\n\n# QUY CHẾ Đọc sách\n\n### Điều 5.\n\n</Attached>\n');
    const article = tree.byId.get('kt-d5');
    expect(article?.label).toBe('Điều 5');
    expect(article && scopeOf(article)?.label).toBe('Quy chế kèm theo');
  });

  test.each([
    ['QUY CHẾ Thư viện', 'Quy chế'],
    ['Hướng dẫn khung để các thôn', 'Hướng dẫn khung'],
    ['Bảng giá', null],
  ])('%s is a %s', (title, name) => {
    expect(instrumentName(title)).toBe(name);
  });
});

describe('titles', () => {
  test.each<[string, string, string | null, string]>([
    [
      '## Chương I\n\nQUY ĐỊNH CHUNG\n\n### Điều 1.\n',
      'c1',
      'QUY ĐỊNH CHUNG',
      'from the next paragraph',
    ],
    ['## Chương I\n\nCác thôn thực hiện như sau:\n', 'c1', null, 'a sentence is no title'],
    ['## Chương I TÊN\n\nQUY ĐỊNH CHUNG\n', 'c1', 'TÊN', 'the heading’s own title comes first'],
    ['### Điều 1.\n\nQUY ĐỊNH CHUNG\n', 'd1', null, 'an article’s text is no title'],
    ['### Điều 1. Tên[^1]\n\n[^1]: Chú.\n', 'd1', 'Tên', 'without footnote marks'],
    ['<Annex>\n\n# PHỤ LỤC II\n\nDANH MỤC\n\n</Annex>\n', 'pl2', 'DANH MỤC', 'of an annex'],
    [
      '<Annex>\n\nPHỤ LỤC \\\nDANH MỤC\n\n</Annex>\n',
      'pl',
      'DANH MỤC',
      'of an annex without a number',
    ],
  ])('%j %s: %s (%s)', (body, id, heading) => {
    const { tree, problems } = parseBody(body);
    expect(problems).toEqual([]);
    expect(tree.byId.get(id)?.heading).toBe(heading);
  });
});

describe('an <Anchor>', () => {
  test('with a name is a place of its own', () => {
    const { tree } = parseBody('<Anchor id="mo_3" label="đoạn ba" />\n\nLời.\n');
    expect(tree.byId.get('mo_3')).toMatchObject({ kind: 'anchored', label: 'đoạn ba' });
    expect(tree.byId.get('mo_3')?.blocks).toHaveLength(1);
  });

  test('without a name gives the next unit and what is below it another id', () => {
    const body = '### Điều 5. A\n\n<Anchor id="d5bis" />\n\n### Điều 5. B\n\n**1.** C\n';
    const { tree, problems } = parseBody(body);
    expect(problems).toEqual([]);
    expect([...tree.byId.keys()]).toEqual(['d5', 'd5bis', 'd5bis-1']);
  });
});

describe('what belongs to a unit', () => {
  test('paragraphs without a label belong to the unit that is open', () => {
    const { tree } = parseBody('### Điều 1.\n\n**1.** A\n\nB\n\n| c |\n| --- |\n| d |\n\n> E\n');
    expect(tree.byId.get('d1-1')?.blocks.map((block) => block.type)).toEqual([
      ...['paragraph', 'paragraph', 'table', 'quote'],
    ]);
  });

  test('text between the opening and the first unit belongs to the opening', () => {
    const { tree } = parseBody('<Opening>\n\nA\n\n</Opening>\n\nQUYẾT ĐỊNH:\n\n### Điều 1.\n');
    expect(tree.byId.get('mo')?.blocks).toHaveLength(2);
  });

  test('text before everything is the preamble', () => {
    expect(parseBody('A\n\n### Điều 1.\n').tree.preamble).toHaveLength(1);
  });

  test('units inside quotations have no id', () => {
    const { tree } = parseBody('### Điều 1.\n\n> **Điều 4.** A\n>\n> **1.** B\n');
    expect([...tree.byId.keys()]).toEqual(['d1']);
  });

  test('each attached instrument numbers its footnotes by itself', () => {
    const note = 'A[^1]\n\n[^1]: B\n';
    const { tree, problems } = parseBody(
      `${note}\n<Attached>\n\n# QUY CHẾ\n\n${note}\n</Attached>\n`,
    );
    expect(problems).toEqual([]);
    expect(tree.footnotes.map(({ label, scope }) => [label, scope])).toEqual([
      ['1', ''],
      ['1', 'kt'],
    ]);
  });

  test('an id that is taken is given once only', () => {
    const { tree } = parseBody('### Điều 1. A\n\n### Điều 1. B\n\n### Điều 1. C\n');
    expect([...tree.byId.keys()]).toEqual(['d1', 'd1--2', 'd1--3']);
  });
});
