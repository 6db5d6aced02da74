import { expect, test } from 'vitest';
import { parseBody } from '../../lib/provision/parse-body.ts';
import { buildToc, isFoldable, type TocEntry } from './toc.ts';

function outline(body: string): string[] {
  const lines = (entries: readonly TocEntry[], depth: number): string[] =>
    entries.flatMap(({ id, label, title, isDescribed, children }) => [
      `${'  '.repeat(depth)}${id} ${label}|${title ?? ''}${isDescribed ? '*' : ''}`,
      ...lines(children, depth + 1),
    ]);
  return lines(buildToc(parseBody(body).tree), 0);
}

test('lists chapters and articles, not their clauses', () => {
  const body = '## Chương I CHUNG\n\n### Điều 1. Phạm vi\n\n**1.** Một.\n\n**a)** Hai.';
  expect(outline(body)).toEqual(['c1 Chương I|CHUNG', '  d1 Điều 1.|Phạm vi']);
});

test('marks a title that is ours', () => {
  const gist = '<Gist sources="s1" title="Giờ mở cửa">\n\nLời.\n\n</Gist>';
  expect(outline(`### Điều 1.\n\n${gist}\n\n### Điều 2.`)).toEqual([
    'd1 Điều 1.|Giờ mở cửa*',
    'd2 Điều 2.|',
  ]);
});

test('an attached instrument goes by its title', () => {
  expect(outline('<Attached>\n\n# QUY CHẾ Thư viện\n\n### Điều 1. Một\n\n</Attached>')).toEqual([
    'kt QUY CHẾ Thư viện|',
    '  kt-d1 Điều 1.|Một',
  ]);
});

test('lists numbered items where they are outermost, or titled', () => {
  expect(outline('**1.** Một.\n\n**a)** Hai.\n\n**2.** Ba.')).toEqual(['n1 1.|', 'n2 2.|']);
  expect(outline('## I. TÌNH HÌNH\n\n**1.** Một.')).toEqual(['m1 I.|TÌNH HÌNH']);
});

test('can be folded when it is long and has more than one level', () => {
  const articles = (count: number): string =>
    Array.from({ length: count }, (_, index) => `### Điều ${index + 1}. Một`).join('\n\n');
  const isFoldableBody = (body: string): boolean => isFoldable(buildToc(parseBody(body).tree));
  expect(isFoldableBody(`## Chương I CHUNG\n\n${articles(40)}`)).toBe(true);
  expect(isFoldableBody(`## Chương I CHUNG\n\n${articles(39)}`)).toBe(false);
  expect(isFoldableBody(articles(60))).toBe(false);
});
