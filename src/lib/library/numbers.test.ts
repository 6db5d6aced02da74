import { describe, expect, test } from 'vitest';
import { buildLibrary } from './build-library.ts';
import { listNumbers, numberKind } from './numbers.ts';

function record(slug: string, symbol: string | null, fields = '') {
  const text = `---
symbol: ${symbol ?? 'null'}
type: quyet-dinh
system: dang
title: Quyết định về thư viện
issuer: ban-thu-vien
status: { value: unknown }
${fields}
---
`;
  return { path: `van-ban/quyet-dinh/${slug}.mdx`, text };
}

const { library } = buildLibrary([
  record('16-qd-tv-2032', '16-QĐ/TV', 'issuedDate: 2032-01-01'),
  record('16-qd-tv-2031', '16-QĐ/TV', 'issuedDate: 2031-01-01'),
  record('16-qd-tv-2036', '16-QĐ/TV', 'issuedDate: 2036-01-01\nnamesake: true'),
  record('04-qd-tv-2031', '04-QĐ/TV'),
  record('khong-so-2031', null),
]);

describe('listNumbers', () => {
  test('lists each number once, as one counts, with everyone who bears it', () => {
    expect(
      listNumbers(library).map(({ slug, bearers }) => [slug, bearers.map((one) => one.slug)]),
    ).toEqual([
      ['04-qd-tv', ['04-qd-tv-2031']],
      ['16-qd-tv', ['16-qd-tv-2032', '16-qd-tv-2031', '16-qd-tv-2036']],
    ]);
  });

  test('two spellings of a number with different addresses list the same bearers', () => {
    const entries = listNumbers(
      buildLibrary([record('a', '08B-QĐ/TV'), record('b', '8B-QĐ/TV')]).library,
    );
    expect(entries.map(({ slug }) => slug)).toEqual(['08b-qd-tv', '8b-qd-tv']);
    for (const { bearers } of entries) expect(bearers).toHaveLength(2);
  });
});

test.each([
  ['16-QĐ/TV', 'party'],
  ['16/CT-TV', 'state'],
  ['5/2031/QH20', 'state-year'],
  ['số lạ', 'other'],
])('%s is counted as %s', (symbol, kind) => {
  expect(numberKind(symbol)).toBe(kind);
});
