import { describe, expect, test } from 'vitest';
import { documentSchema, termSchema } from '../document/schema.ts';
import { parseFrontMatter } from './front-matter.ts';
import { checkSchema } from './schema-problems.ts';

const GOOD = [
  'symbol: 901-QĐ/TV',
  'type: quyet-dinh',
  'system: dang',
  'title: Văn bản thử',
  'issuer: hoi-dong-thu',
  'status: { value: unknown }',
];

/** Problems of a fictional record with more lines, or with lines in the place of its own. */
function check(...lines: string[]) {
  const names = lines.map((line) => line.split(':')[0] ?? '');
  const kept = GOOD.filter((line) => !names.includes(line.split(':')[0] ?? ''));
  const front = parseFrontMatter(`---\n${[...lines, ...kept].join('\n')}\n---\n`);
  return checkSchema(documentSchema, 'van-ban/quyet-dinh/x.mdx', front);
}

test('returns the data of a good record', () => {
  expect(check()).toMatchObject({ data: { symbol: '901-QĐ/TV' }, problems: [] });
});

describe('a problem for each finding, at its place', () => {
  test.each([
    ['typ: x', 'field-unknown', '2:1', { field: 'typ', nearest: 'type' }],
    ['type: quyet-din', 'field-value-unknown', '2:7', { nearest: 'quyet-dinh, quy-dinh' }],
    ['status: { valu: unknown, value: unknown }', 'field-unknown', '2:11', { nearest: 'value' }],
    ['status: { value: in-forc }', 'field-value-unknown', '2:18', { nearest: 'in-force' }],
    ['status: {}', 'field-missing', '2:9', { field: 'status.value' }],
    ['symbol: 901', 'field-type', '2:9', { value: '901', expected: 'string' }],
    ['title: ""', 'field-empty', '2:8', { field: 'title' }],
    ['issuer: 5', 'field-type', '2:9', { value: '5', expected: 'string-or-array' }],
    ['issuedYear: 1200', 'field-range', '2:13', { value: '1200', limit: '≥ 1900' }],
    ['issuedDate: 4/3/2031', 'date-format', '2:13', { value: '4/3/2031' }],
    ['tier: 7', 'field-value-unknown', '2:7', { value: '7', known: '1, 2, 3' }],
    [
      'relations: [{ kind: replacs, target: a, source: s1 }]',
      'field-value-unknown',
      '2:21',
      { field: 'relations.0.kind', nearest: 'replaces, repeals' },
    ],
    ['relations: [{ kind: cites, source: s1 }]', 'relation-target-choice', '2:13', {}],
    [
      'relations: [{ kind: cites, targt: a, target: a, source: s1 }]',
      'field-unknown',
      '2:28',
      { field: 'relations.0.targt', nearest: 'target' },
    ],
    ['sources: [{ id: S 1, url: x, title: y }]', 'source-id-form', '2:17', { value: 'S 1' }],
  ])('%s', (line, id, place, values) => {
    const { data, problems } = check(line);
    expect(data).toBeNull();
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect([problem?.id, `${problem?.line}:${problem?.column}`]).toEqual([id, place]);
    expect(problem?.values).toMatchObject(values);
  });
});

test('reports every finding of a record', () => {
  const { problems } = check('type: x', 'titel: y', 'status: { value: z }', 'term: 15');
  expect(problems.map(({ id, line }) => `${line} ${id}`).sort()).toEqual([
    '2 field-value-unknown',
    '3 field-unknown',
    '4 field-value-unknown',
    '5 field-type',
  ]);
});

test('a front matter that is no list of fields is one problem', () => {
  const { problems } = checkSchema(termSchema, 'thuat-ngu/x.mdx', parseFrontMatter('---\nx\n---'));
  expect(problems.map(({ id }) => id)).toEqual(['field-type']);
});
