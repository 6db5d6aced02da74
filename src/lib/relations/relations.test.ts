import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../library/build-library.ts';
import { documentFile, ISSUER } from '../validation/corpus-for-tests.ts';
import { buildFamily, familyOf, relativesOf, type Family } from './family.ts';
import { layoutFamily, TYPE, type DiagramLayout, type DiagramWords } from './layout.ts';
import { textWidth, wrapText } from './text-width.ts';

/** @param relations `kind target`; a target with a space has no record. */
function decision(number: number, year: number, ...relations: string[]) {
  const stated = relations.map((relation) => {
    const [, kind = '', target = ''] = /^(\S+) (.+)$/.exec(relation) ?? [];
    const key = target.includes(' ') ? 'unrecorded' : 'target';
    return `{ kind: ${kind}, ${key}: "${target}", source: s1 }`;
  });
  return documentFile(`${number}-qd-tv-${year}`, {
    symbol: `${number}-QĐ/TV`,
    issuedDate: `${year}-05-06`,
    relations: `[${stated.join(', ')}]`,
  });
}

const LIBRARY = buildLibrary([
  ISSUER,
  decision(1, 2031),
  decision(2, 2033, 'replaces 1-qd-tv-2031', 'repeals Quyết định số 9-QĐ/TV ngày 01/02/2029'),
  decision(3, 2036, 'replaces 2-qd-tv-2033', 'cites 7-qd-tv-2030'),
  decision(4, 2034, 'implements 2-qd-tv-2033', 'amends Quyết định số 8-QĐ/TV'),
  decision(5, 2035, 'guides 4-qd-tv-2034'),
  decision(7, 2030),
]).library;

const names = ({ nodes }: Family) => nodes.map(({ key }) => key);
const relations = ({ edges }: Family) => edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`);

describe('the family of a document', () => {
  test('is the line of what replaced what, and its own relations; citations are none', () => {
    expect(relativesOf(LIBRARY, '3-qd-tv-2036')).toEqual([
      '3-qd-tv-2036',
      '2-qd-tv-2033',
      '1-qd-tv-2031',
    ]);
    expect(relativesOf(LIBRARY, '4-qd-tv-2034')).toEqual([
      '4-qd-tv-2034',
      '2-qd-tv-2033',
      '5-qd-tv-2035',
    ]);
    expect(familyOf(LIBRARY, '7-qd-tv-2030')).toBeNull();
  });

  test('holds what its document says of documents without a record', () => {
    const family = familyOf(LIBRARY, '4-qd-tv-2034');
    expect(family && relations(family)).toContain('4-qd-tv-2034 amends Quyết định số 8-QĐ/TV');
    expect(relations(buildFamily(LIBRARY, ['4-qd-tv-2034', '5-qd-tv-2035']))).toEqual([
      '5-qd-tv-2035 guides 4-qd-tv-2034',
    ]);
  });

  test('is oldest first, and every relation has its source', () => {
    const family = buildFamily(LIBRARY, ['3-qd-tv-2036', '1-qd-tv-2031', '2-qd-tv-2033']);
    expect(names(family)).toEqual([
      'Quyết định số 9-QĐ/TV ngày 01/02/2029',
      '1-qd-tv-2031',
      '2-qd-tv-2033',
      '3-qd-tv-2036',
    ]);
    expect(family.edges.map(({ number, source }) => [number, source?.id])).toEqual([
      [1, 's1'],
      [2, 's1'],
      [3, 's1'],
    ]);
  });
});

const WORDS: DiagramWords = {
  meta: () => '06/5/2031 · Còn hiệu lực',
  title: ({ document }) => document?.data.title ?? '',
  edge: ({ number, kind }) => `${number} ${kind}`,
};

describe('a diagram', () => {
  const slugs = LIBRARY.documents.map(({ slug }) => slug);
  const family = buildFamily(LIBRARY, slugs, slugs);
  const layout = layoutFamily(family, WORDS);

  test('shows every document and every relation, always in the same way', () => {
    expect(layout.boxes.map(({ node }) => node.key).sort()).toEqual(names(family).sort());
    expect(layout.lines.map(({ edge }) => edge.number)).toEqual(
      family.edges.map(({ number }) => number),
    );
    expect(layoutFamily(family, WORDS)).toEqual(layout);
  });

  test('puts a document below what it speaks of, no box on another, no line through a box', () => {
    expectSound(layout);
    const top = new Map(layout.boxes.map(({ node, y }) => [node.key, y]));
    for (const { from, to } of family.edges)
      expect(top.get(from) ?? 0).toBeGreaterThan(top.get(to) ?? 0);
  });

  test('keeps its words in their boxes and within its width', () => {
    for (const { lines, x, y, width, height } of layout.boxes) {
      for (const line of lines) {
        const right = line.x + textWidth(line.text, TYPE[line.kind], line.kind === 'name');
        expect(right).toBeLessThanOrEqual(x + width);
        expect(line.y).toBeGreaterThan(y);
        expect(line.y).toBeLessThan(y + height);
      }
    }
    for (const { label, labelX } of layout.lines)
      expect(labelX + textWidth(label, TYPE.edge)).toBeLessThanOrEqual(layout.width);
  });

  test('is sound for any relations', () => {
    const kinds = fc.constantFrom('replaces', 'amends', 'implements', 'guides');
    const pairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11), kinds), { maxLength: 24 });
    fc.assert(
      fc.property(pairs, (stated) => {
        const files = Array.from({ length: 12 }, (_, at) => {
          const own = stated.filter(([from, to]) => from === at && to < from);
          return decision(
            at + 1,
            2031 + at,
            ...own.map(([, to, kind]) => `${kind} ${to + 1}-qd-tv-${2031 + to}`),
          );
        });
        const { library } = buildLibrary([ISSUER, ...files]);
        const all = library.documents.map(({ slug }) => slug);
        expectSound(layoutFamily(buildFamily(library, all), WORDS));
      }),
      { numRuns: 40 },
    );
  });
});

function expectSound({ boxes, lines, width, height }: DiagramLayout): void {
  for (const a of boxes) {
    expect(a.x + a.width).toBeLessThanOrEqual(width);
    expect(a.y + a.height).toBeLessThanOrEqual(height);
    for (const b of boxes) {
      const isApart =
        a === b ||
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y;
      expect(isApart).toBe(true);
    }
    for (const { points } of lines) {
      points.slice(1).forEach(([x, y], at) => {
        const [fromX = 0, fromY = 0] = points[at] ?? [];
        const [left, right] = [Math.min(x, fromX), Math.max(x, fromX)];
        const [top, bottom] = [Math.min(y, fromY), Math.max(y, fromY)];
        const isOutside =
          right <= a.x || left >= a.x + a.width || bottom <= a.y || top >= a.y + a.height;
        expect(isOutside).toBe(true);
      });
    }
  }
}

describe('wrapText', () => {
  const fits = (lines: string[], width: number) =>
    lines.every((line) => textWidth(line, 12) <= width);

  test.each([
    ['words stay whole', 'Quyết định về thư viện cộng đồng'],
    ['a number breaks at its signs', 'Kế hoạch 1573-KH/BDVTW-BCSĐCP-UBTUMTTQVN'],
    ['a word without any breaks anywhere', 'x'.repeat(80)],
    ['decomposed text', 'Nghị quyết về đại đoàn kết'.normalize('NFD')],
  ])('%s', (_, text) => {
    const lines = wrapText(text, 100, 12);
    expect(fits(lines, 100)).toBe(true);
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  test('says that something was left out', () => {
    const lines = wrapText('Quy định về vườn rau chung của các thôn trong xã', 90, 12, { most: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(fits(lines, 90)).toBe(true);
  });
});
