import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasMessage } from '../../i18n/messages.ts';
import { buildLibrary } from '../library/build-library.ts';
import type { ContentFile } from '../library/types.ts';
import {
  documentFile,
  entryFile,
  findProblems,
  ISSUER,
  requireSentence,
  TOPIC,
} from './corpus-for-tests.ts';
import { checkLibrary, isPublishable, validate } from './validate.ts';

const GIST = '### Điều 1. Phạm vi\n\n<Gist sources="s1">\n\nLời tóm lược.\n\n</Gist>\n';

/** Files that are broken, each in a way of its own; the first only by what others say of it. */
const BROKEN: ContentFile[] = [
  documentFile('901-qd-tv-2031', { text: '{ state: outline }' }, GIST),
  { path: 'van-ban/quyet-dinh/khong-yaml.mdx', text: '---\ntitle: Một: hai\n---\n\nCó {x}.\n' },
  { path: 'van-ban/quyet-dinh/khong-dau.mdx', text: 'Chỉ có lời.\n' },
  documentFile('902-qd-tv-2031', { symbol: '902-QĐ/TV', issuer: 'hoi-dong-tu', titel: 'x' }),
  documentFile('903-qd-tv-2031', {
    symbol: '903-QĐ/TV',
    issuedDate: '2031-02-30',
    relations: '[{ kind: cites, target: 999-qd-tv-2031, source: s1 }]',
  }),
  documentFile('904-qd-tv-2031', {
    symbol: '904-QĐ/TV',
    effectiveFrom: '2032-01-01',
    effectiveTo: '2031-12-31',
  }),
  documentFile('905-qd-tv-2031', {
    symbol: '905-QĐ/TV',
    status: '{ value: in-force, checkedOn: 2031-05-05 }',
  }),
  documentFile('906-qd-tv-2031', {
    symbol: '906-QĐ/TV',
    title: `Quyết định ${'thử'.normalize('NFD')}`,
  }),
  documentFile('907-qd-tv-2030', { symbol: '907-QĐ/TV' }),
  documentFile('quy-dinh/908-qd-tv-2031', { symbol: '908-QĐ/TV' }),
  documentFile('909-qd-tv-2032', {
    symbol: '909-QĐ/TV',
    issuedDate: '2032-01-01',
    relations:
      '[{ kind: replaces, target: 901-qd-tv-2031, source: s1 }, { kind: replaces, target: 901-qd-tv-2031, source: s2 }]',
  }),
  documentFile(
    '910-qd-tv-2031',
    { symbol: '910/QĐ-TV', text: '{ state: outline }' },
    "import x from 'y'\n\n<script>x</script>\n\n- một\n",
  ),
  documentFile('quy-dinh/901-qd-tv-2031', { type: 'quy-dinh' }),
  entryFile('trang/gioi-thieu', { title: 'X', description: 'Y' }, 'Lời {1 + 1}.\n'),
  entryFile('thuat-ngu/tv', { term: 'TV', kind: 'body', meaning: 'thư viện' }),
  { path: 'van-ban/lac.mdx', text: '---\n---\n' },
];

test('one run names everything that is wrong, each at its place', () => {
  expect(findProblems(BROKEN)).toEqual([
    'tv:3:7 !field-value-unknown',
    'gioi-thieu:6:5 !prose-code',
    'lac:1:1 !file-misplaced',
    '901-qd-tv-2031:1:1 !slug-duplicate',
    '901-qd-tv-2031:8:18 !status-contradicts-relation',
    '908-qd-tv-2031:3:7 !type-folder-mismatch',
    '901-qd-tv-2031:1:1 !slug-duplicate',
    '901-qd-tv-2031:9:18 !status-contradicts-relation',
    '902-qd-tv-2031:3:9 !issuer-unknown',
    '902-qd-tv-2031:4:1 !field-unknown',
    '903-qd-tv-2031:3:13 !date-impossible',
    '903-qd-tv-2031:4:36 !relation-target-unknown',
    '904-qd-tv-2031:4:14 !effective-to-before-from',
    '905-qd-tv-2031:3:18 !status-without-evidence',
    '906-qd-tv-2031:3:19 !text-not-nfc',
    '907-qd-tv-2030:1:1 !slug-mismatch',
    '909-qd-tv-2032:4:69 !relation-repeated',
    '909-qd-tv-2032:4:119 !source-unknown',
    '910-qd-tv-2031:2:9 !symbol-separators',
    '910-qd-tv-2031:14:1 !esm-not-allowed',
    '910-qd-tv-2031:16:1 !tag-not-allowed',
    '910-qd-tv-2031:18:1 !list-not-allowed',
    'khong-dau:1:1 !front-matter-syntax',
    'khong-yaml:2:8 !front-matter-syntax',
    'khong-yaml:5:4 !expression-not-allowed',
  ]);
});

test('every problem of the broken corpus has a sentence and a remedy', () => {
  for (const problem of validate([...BROKEN, ISSUER, TOPIC]).problems) requireSentence(problem);
});

describe('a report', () => {
  test('is sorted by path, then by place', () => {
    const { problems } = validate(BROKEN);
    const keys = problems.map(
      ({ path, line, column }) =>
        `${path} ${String(line).padStart(5, '0')} ${String(column).padStart(5, '0')}`,
    );
    expect(keys).toEqual([...keys].sort());
  });

  test('does not depend on the order of the files', () => {
    expect(validate([...BROKEN].reverse())).toEqual(validate(BROKEN));
  });

  test('counts, and lets a corpus with warnings be published', () => {
    const good = validate([documentFile('901-qd-tv-2031'), ISSUER]);
    expect([good.counts, isPublishable(good)]).toEqual([
      { errors: 0, warnings: 0, files: 2 },
      true,
    ]);
    const warned = validate([documentFile('901-qd-tv-2031', { title: '"X "' }), ISSUER]);
    expect([warned.counts.warnings, isPublishable(warned)]).toEqual([1, true]);
    expect(isPublishable(validate(BROKEN))).toBe(false);
  });

  test('is the same for a library that has been built already', () => {
    expect(checkLibrary(buildLibrary(BROKEN))).toMatchObject(validate(BROKEN));
  });

  test('names files that look like content and are not read', () => {
    const { problems } = validate([], { ignored: ['van-ban/luat/x.mdx.txt'] });
    expect(problems).toMatchObject([
      { id: 'file-ignored', severity: 'warning', values: { proper: 'x.mdx' } },
    ]);
  });

  test('of an empty corpus is empty', () => {
    expect(validate([])).toEqual({ problems: [], counts: { errors: 0, warnings: 0, files: 0 } });
  });
});

test('every id that a rule names has a sentence in the table', () => {
  const folder = new URL('./rules/', import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => !name.includes('.test.'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const ids = sources.flatMap((source) =>
    [...source.matchAll(/(?:errorIn|warningIn|report)\(\s*[\w.]+,\s*'([a-z-]+)'/g)].map(
      ([, id = '']) => id,
    ),
  );
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.filter((id) => !hasMessage(`problems.${id}.message`))).toEqual([]);
  expect(ids.filter((id) => !hasMessage(`problems.${id}.hint`))).toEqual([]);
});

describe('hostile files', () => {
  const good = [...BROKEN, ISSUER, TOPIC].map(({ text }) => text);
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '---\n',
      '\n',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '<',
      '>',
      '"',
      "'",
      '#',
      '&a',
      '*a',
      '!!',
      '\t',
      '\0',
      '\uFEFF',
      'null',
      '~',
      '[[',
      '<Gist>',
      '</Gist>',
      '|',
      'relations:\n',
      'issuer: {}\n',
      'sources: [null, 1]\n',
      'verification: []\n',
      'status: x\n',
      'text: 5\n',
      '__proto__: x\n',
    ),
  );
  /** A file of the corpus with something put in, or in the place of something. */
  const mutated = fc
    .record({
      text: fc.constantFrom(...good),
      changes: fc.array(fc.record({ at: fc.nat(), length: fc.nat(30), piece }), { maxLength: 5 }),
    })
    .map(({ text, changes }) =>
      changes.reduce((result, { at, length, piece: inserted }) => {
        const start = at % (result.length + 1);
        return result.slice(0, start) + inserted + result.slice(start + length);
      }, text),
    );
  const path = fc.constantFrom(
    'van-ban/quyet-dinh/901-qd-tv-2031.mdx',
    'van-ban/luat/x.mdx',
    'co-quan/hoi-dong-thu.mdx',
    'chu-de/thu-vien.mdx',
    'thuat-ngu/tv.mdx',
    'trang/x.mdx',
    'x.mdx',
    '',
  );

  test('never make validation throw, and every finding can be put into words', () => {
    const corpus = fc.array(fc.record({ path, text: mutated }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(corpus, (files) => {
        for (const problem of validate([...files, ISSUER]).problems) {
          requireSentence(problem);
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
