import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../provision/parse-body.ts';
import { findDifferences } from './diff.ts';
import { findTextChanges, pageStream, textPieces } from './provenance.ts';
import { sha256 } from './sha256.ts';

test('sha256 agrees with the platform', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

describe('findDifferences', () => {
  test.each([
    ['nothing', 'abcdef', 'abcdef', []],
    ['one letter', 'Thư viện xã Minh Trí mở cửa', 'Thư viện xa Minh Trí mở cửa', [['ã', 'a']]],
    ['a word too much', 'Thư viện xã Minh Trí', 'Thư viện công xã Minh Trí', [['', 'công ']]],
    ['the end lost', 'Thư viện xã Minh Trí', 'Thư viện', [[' xã Minh Trí', '']]],
  ])('%s', (_, expected, found, pairs) => {
    expect(findDifferences(expected, found).map((d) => [d.expected, d.found])).toEqual(pairs);
  });

  test('turns one text into the other', () => {
    const text = fc.string({ maxLength: 60, unit: fc.constantFrom(...Array.from('abcđe1.')) });
    fc.assert(
      fc.property(text, text, (a, b) => {
        let result = '';
        let at = 0;
        for (const difference of findDifferences(a, b)) {
          result += a.slice(at, difference.at) + difference.found;
          at = difference.at + difference.expected.length;
        }
        expect(result + a.slice(at)).toBe(b);
      }),
    );
  });
});

describe('text pieces', () => {
  const body =
    '### Điều 1. Phạm vi\n\n**1.** Thư viện xã.\n\n**2.** Tủ sách[^1] thôn.\n\n[^1]: Ghi chú.\n';

  test('are together the whole text', () => {
    const { tree } = parseBody(body);
    expect(
      textPieces(tree)
        .map(({ text }) => text)
        .join(''),
    ).toBe(pageStream(tree));
  });

  test('name the unit in which a character was changed', () => {
    const original = textPieces(parseBody(body).tree);
    const edited = parseBody(body.replace('Tủ sách', 'Tủ sắch')).tree;
    expect(findTextChanges(edited, original)).toEqual([
      { id: 'd1-2', label: 'khoản 2 Điều 1', line: 5, expected: 'á', found: 'ắ' },
    ]);
  });

  test.each([
    ['the last character of a unit', 'Thư viện xã.', 'Thư viện xã', 'khoản 1 Điều 1', '.', ''],
    ['one added at its end', 'Thư viện xã.', 'Thư viện xã.;', 'khoản 1 Điều 1', '', ';'],
    ['a title', 'Phạm vi', 'Phạm  vì', 'Điều 1', 'i', 'ì'],
    ['the last character of all', 'Ghi chú.', 'Ghi chú', 'chú thích 1', '.', ''],
  ])('name the unit that lost or got %s', (_, before, after, label, expected, found) => {
    const original = textPieces(parseBody(body).tree);
    const edited = parseBody(body.replace(before, after)).tree;
    expect(findTextChanges(edited, original)).toMatchObject([{ label, expected, found }]);
  });

  test('name a unit that is gone', () => {
    const original = textPieces(parseBody(body).tree);
    const edited = parseBody(body.replace('**1.** Thư viện xã.\n\n', '')).tree;
    expect(findTextChanges(edited, original)).toMatchObject([
      { label: 'khoản 1 Điều 1', line: 3, expected: '1.Thưviệnxã.' },
    ]);
  });

  test('are not touched by a change of structure alone', () => {
    const original = textPieces(parseBody(body).tree);
    expect(findTextChanges(parseBody(body.replace('**2.**', '2\\.')).tree, original)).toEqual([]);
  });
});
