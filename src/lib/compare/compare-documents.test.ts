import { describe, expect, test } from 'vitest';
import { parseBody } from '../provision/parse-body.ts';
import type { HandAlignment } from './align.ts';
import { compareDocuments, type ComparisonRow } from './compare-documents.ts';

const SUBJECTS = {
  scope:
    'Luật này quy định về việc lập, giữ gìn và dùng chung thư viện ở các thôn của xã Minh Trí.',
  lend: 'Mỗi người được mượn năm cuốn sách trong ba tuần, có thể xin gia hạn một lần khi chưa ai đăng ký.',
  keep: 'Thủ thư ghi sổ nhập sách, kiểm kê cuối mỗi quý và phơi tủ gỗ trước mùa mưa để tránh mối mọt.',
  open: 'Cửa phòng đọc mở từ bảy giờ sáng đến chín giờ tối, kể cả ngày nghỉ, trừ khi thôn có đám hiếu.',
  gift: 'Sách được biếu tặng phải có chữ ký của người biếu và được giới thiệu trên bảng tin đầu làng.',
} as const;

const article = (number: string, heading: string, ...paragraphs: string[]): string =>
  `### Điều ${number}. ${heading}\n\n${paragraphs.join('\n\n')}\n`;

const OLD = [
  '## Chương I QUY ĐỊNH CHUNG\n',
  article('1', 'Phạm vi điều chỉnh', SUBJECTS.scope),
  '## Chương II MƯỢN VÀ GIỮ SÁCH\n',
  article('2', 'Mượn sách', SUBJECTS.lend),
  article('3', 'Giữ sách', SUBJECTS.keep),
  article('4', 'Giờ mở cửa', SUBJECTS.open),
].join('\n');

function compare(old: string, now: string, byHand: HandAlignment[] = []) {
  return compareDocuments(parseBody(old, {}).tree, parseBody(now, {}).tree, byHand);
}

/** One line per row. @example 'd2 > d3 same' */
function outline(rows: readonly ComparisonRow[]): string[] {
  const ids = (units: ComparisonRow['old']) => units.map(({ id }) => id).join('+') || '–';
  return rows
    .filter(({ isGroup }) => !isGroup)
    .map(
      ({ old, new: now, change, isMoved, byHand }) =>
        `${ids(old)} > ${ids(now)} ${change}${isMoved ? ' moved' : ''}${byHand ? ' by hand' : ''}`,
    );
}

test('the same text in another typography has no change at all', () => {
  const now = OLD.replaceAll('quý', 'quí').replaceAll('gỗ', 'gỗ'.normalize('NFD'));
  const { rows, counts } = compare(OLD, now);
  expect(counts).toEqual({ same: 4, changed: 0, dropped: 0, new: 0 });
  expect(rows.map(({ change }) => change)).toEqual(Array(6).fill('same'));
});

test('an opening is compared, and counted with no provisions', () => {
  const [old, now] = [`Căn cứ Hiến pháp;\n\n${OLD}`, `Căn cứ Điều lệ;\n\n${OLD}`];
  const { rows, counts } = compare(old, now);
  expect(rows[0]).toMatchObject({ change: 'changed', old: [{ realm: 'opening' }] });
  expect(counts).toEqual({ same: 4, changed: 0, dropped: 0, new: 0 });
});

describe('provisions find each other', () => {
  test('under another number: a number alone is no change', () => {
    const now = [
      article('1', 'Phạm vi điều chỉnh', SUBJECTS.scope),
      article('2', 'Biếu tặng', SUBJECTS.gift),
      article('3', 'Mượn sách', SUBJECTS.lend),
      article('4', 'Giữ sách', SUBJECTS.keep),
    ].join('\n');
    expect(outline(compare(OLD, now).rows)).toEqual([
      'd1 > d1 same',
      '– > d2 new',
      'd2 > d3 same',
      'd3 > d4 same',
      'd4 > – dropped',
    ]);
  });

  test('in another place', () => {
    const now = [
      article('1', 'Giờ mở cửa', SUBJECTS.open),
      article('2', 'Phạm vi điều chỉnh', SUBJECTS.scope),
      article('3', 'Mượn sách', SUBJECTS.lend),
      article('4', 'Giữ sách', SUBJECTS.keep),
    ].join('\n');
    expect(outline(compare(OLD, now).rows)).toEqual([
      'd4 > d1 same moved',
      'd1 > d2 same',
      'd2 > d3 same',
      'd3 > d4 same',
    ]);
  });

  test('by their words under another heading, by their heading with other words', () => {
    const now = [
      article('1', 'Phạm vi điều chỉnh', 'Văn bản này nói về nhà đọc chung.'),
      article('2', 'Quyền của người đọc', SUBJECTS.lend),
    ].join('\n');
    expect(outline(compare(OLD, now).rows).slice(0, 2)).toEqual([
      'd1 > d1 changed',
      'd2 > d2 changed',
    ]);
  });

  test('without headings', () => {
    const bare = (text: string, number: number) => `### Điều ${number}.\n\n${text}\n`;
    const old = [bare(SUBJECTS.scope, 1), bare(SUBJECTS.keep, 2)].join('\n');
    const now = [bare(SUBJECTS.keep, 1), bare(SUBJECTS.gift, 2), bare(SUBJECTS.scope, 3)].join(
      '\n',
    );
    expect(outline(compare(old, now).rows).filter((row) => row.includes('same'))).toHaveLength(2);
  });

  test('split and merged', () => {
    const one = article('1', 'Sách', SUBJECTS.lend, SUBJECTS.keep);
    const two = [
      article('1', 'Mượn sách', SUBJECTS.lend),
      article('2', 'Giữ sách', SUBJECTS.keep),
    ].join('\n');
    expect(outline(compare(one, two).rows)).toEqual(['d1 > d1+d2 changed']);
    expect(outline(compare(two, one).rows)).toEqual(['d1+d2 > d1 changed']);
  });

  test('split: the label of a part that was cut off is shown and is no new word', () => {
    const one = article('1', 'Sách', SUBJECTS.lend, SUBJECTS.keep);
    const two = [article('1', 'Sách', SUBJECTS.lend), `### Điều 2.\n\n${SUBJECTS.keep}\n`].join(
      '\n',
    );
    const [row] = compare(one, two).rows;
    const sides = (side: 'old' | 'new'): string =>
      row?.stretches.map((stretch) => stretch[side]).join('') ?? '';
    expect(sides('old')).toMatch(/^Điều 1\. /);
    expect(sides('new')).toMatch(/^Điều 1\. [^]*\nĐiều 2\. /);
    const changed = row?.stretches.filter(({ kind }) => kind === 'changed') ?? [];
    expect(changed.map((stretch) => stretch.new).join(' ')).not.toContain('Điều');
    expect(row?.new.map(({ text }) => text).join('\n')).toBe(
      sides('new')
        .replace(/^Điều 1\. /, '')
        .replace('\nĐiều 2. ', '\n'),
    );
  });

  test('a heading that says more, and one that is the same', () => {
    const old = [
      article('1', 'Các hành vi bị cấm', `${SUBJECTS.lend} ${SUBJECTS.gift}`),
      article('2', 'Thư viện thôn', SUBJECTS.keep),
    ].join('\n');
    const now = [
      article('1', 'Thư viện thôn', SUBJECTS.keep),
      article(
        '2',
        'Các hành vi bị nghiêm cấm trong thư viện',
        `${SUBJECTS.lend} ${SUBJECTS.scope}`,
      ),
    ].join('\n');
    expect(
      outline(compare(old, now).rows).map((row) => row.split(' ').slice(0, 3).join(' ')),
    ).toEqual(['d2 > d1', 'd1 > d2']);
  });

  test('in a resolution, by its numbered items', () => {
    const old = `## I. TÌNH HÌNH\n\n${SUBJECTS.scope}\n\n## II. NHIỆM VỤ\n\n**1.** ${SUBJECTS.lend}\n\n**2.** ${SUBJECTS.keep}\n`;
    const now = `## I. TÌNH HÌNH\n\n${SUBJECTS.scope}\n\n## II. NHIỆM VỤ\n\n**1.** ${SUBJECTS.keep}\n\n**2.** ${SUBJECTS.gift}\n`;
    expect(outline(compare(old, now).rows)).toEqual([
      'm1 > m1 same',
      'm2-1 > – dropped',
      'm2-2 > m2-1 same',
      '– > m2-2 new',
    ]);
  });
});

describe('a person', () => {
  const now = [
    article('1', 'Phạm vi điều chỉnh', SUBJECTS.scope),
    article('2', 'Biếu tặng', SUBJECTS.gift),
  ].join('\n');

  test('joins what the machine takes for two', () => {
    const rows = compare(OLD, now, [{ old: ['d4'], new: ['d2'] }]).rows;
    expect(outline(rows)).toContain('d4 > d2 changed by hand');
  });

  test('parts what the machine takes for one', () => {
    const rows = compare(OLD, now, [
      { old: ['d1'], new: [] },
      { old: [], new: ['d1'] },
    ]).rows;
    expect(outline(rows)).toContain('d1 > – dropped by hand');
    expect(outline(rows)).toContain('– > d1 new by hand');
  });
});

test('chapters answer to each other by what is in them, and keep their own change', () => {
  const groups = compare(OLD, OLD.replace('MƯỢN VÀ GIỮ SÁCH', 'DÙNG CHUNG')).rows.filter(
    ({ isGroup }) => isGroup,
  );
  expect(groups.map(({ old, new: now, change }) => [old[0]?.id, now[0]?.id, change])).toEqual([
    ['c1', 'c1', 'same'],
    ['c2', 'c2', 'changed'],
  ]);
});

test('a gist is no text', () => {
  const gist = '\n<Gist sources="s1">\n\nLời khác hẳn của thư viện.\n\n</Gist>\n';
  expect(compare(OLD, OLD.replace('Mượn sách\n', `Mượn sách\n${gist}`)).counts.same).toBe(4);
});

test('every unit is in one row, however little the texts have in common', () => {
  const now = [article('1', 'Biếu tặng', SUBJECTS.gift)].join('\n');
  const { rows } = compare(OLD, now);
  expect(rows.flatMap(({ old }) => old.map(({ id }) => id))).toEqual([
    'c1',
    'd1',
    'c2',
    'd2',
    'd3',
    'd4',
  ]);
  expect(rows.flatMap((row) => row.new.map(({ id }) => id))).toEqual(['d1']);
});
