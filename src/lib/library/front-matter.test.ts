import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from './front-matter.ts';

const FILE = `---
symbol: 901-QĐ/TV
issuedDate: 2031-03-04
relations:
  - kind: replaces
    target: x-y
---

### Điều 1. Thử

Lời.
`;

describe('parseFrontMatter', () => {
  test('reads the YAML and keeps dates as strings', () => {
    expect(parseFrontMatter(FILE).data).toEqual({
      symbol: '901-QĐ/TV',
      issuedDate: '2031-03-04',
      relations: [{ kind: 'replaces', target: 'x-y' }],
    });
  });

  test('knows on which line the body starts', () => {
    const { body, bodyLine } = parseFrontMatter(FILE);
    expect(body.startsWith('### Điều 1.')).toBe(true);
    expect(FILE.split('\n')[bodyLine - 1]).toBe('### Điều 1. Thử');
  });

  test('places a value, a key, and the parent of what is missing', () => {
    const { locate, locateKey } = parseFrontMatter(FILE);
    expect(locate(['relations', 0, 'target'])).toEqual({ line: 6, column: 13 });
    expect(locateKey(['issuedDate'])).toEqual({ line: 3, column: 1 });
    expect(locate(['relations', 0, 'source'])).toEqual({ line: 5, column: 5 });
  });

  test.each([
    ['no front matter', '### Điều 1.', 'missing'],
    ['never closed', '---\nsymbol: x\n', 'unclosed'],
  ])('reports %s', (_, text, reason) => {
    expect(parseFrontMatter(text).errors).toEqual([{ line: 1, column: 1, reason }]);
  });

  test('reports broken YAML with its place', () => {
    const { errors } = parseFrontMatter('---\na: 1\nb: [1, 2\n---\n');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]?.line).toBeGreaterThanOrEqual(3);
  });

  test('reports one error per line and says which', () => {
    const text = '---\ntitle: Một: hai: ba\nsymbol: a\nsymbol: b\n---\n';
    expect(parseFrontMatter(text).errors).toEqual([
      { line: 2, column: 8, reason: 'BLOCK_AS_IMPLICIT_KEY' },
      { line: 4, column: 1, reason: 'DUPLICATE_KEY' },
    ]);
  });

  test('refuses names of fields that are no text', () => {
    const { errors } = parseFrontMatter('---\n[a, b]: 1\n---\n');
    expect(errors).toEqual([{ line: 2, column: 1, reason: 'NON_STRING_KEY' }]);
    expect(parseFrontMatter('---\n2031: x\n---\n').data).toEqual({ '2031': 'x' });
  });

  test('reads on after a duplicate key, so that the rest is checked too', () => {
    expect(parseFrontMatter('---\na: 1\na: 2\nb: 3\n---\n').data).toEqual({ a: 2, b: 3 });
  });

  test('reports a value that a # has cut', () => {
    const text = '---\ntitle: Văn bản #1\nnote: "Số #2"\n# lời ghi\nsymbol: x\n---\n';
    expect(parseFrontMatter(text).cut).toEqual([{ line: 2, column: 8, value: 'Văn bản' }]);
  });

  test('skips the byte order mark that Windows editors write', () => {
    const { data, body, bodyLine } = parseFrontMatter('\uFEFF---\r\na: x\r\n---\r\n\r\nLời.\r\n');
    expect({ data, body, bodyLine }).toEqual({ data: { a: 'x' }, body: 'Lời.\r\n', bodyLine: 5 });
  });

  test('places a field of an empty front matter', () => {
    expect(parseFrontMatter('---\n---\n').locate(['title'])).toEqual({ line: 2, column: 1 });
  });

  test('refuses the aliases of YAML', () => {
    const { data, errors } = parseFrontMatter('---\na: &x [1]\nb: [*x, *x]\n---\n');
    expect(data).toEqual({});
    expect(errors).toEqual([{ line: 1, column: 1, reason: 'alias' }]);
  });
});
