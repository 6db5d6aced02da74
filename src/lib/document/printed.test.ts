import { describe, expect, test } from 'vitest';
import { formatPrinted, parsePrinted } from './printed.ts';

describe('parsePrinted', () => {
  test.each([
    ['a document', '901-qd-tv-2031', { slug: '901-qd-tv-2031', anchor: null }],
    ['a provision', '901-qd-tv-2031#kt-d5-2-a', { slug: '901-qd-tv-2031', anchor: 'kt-d5-2-a' }],
    ['a place we counted', '7-nq-tv-2031#m3_g2', { slug: '7-nq-tv-2031', anchor: 'm3_g2' }],
    ['spaces and capitals', ' 901-QD-TV-2031#D5 ', { slug: '901-qd-tv-2031', anchor: 'd5' }],
    ['a page', 'https://a.example/x/van-ban/9-qd-tv.html#d1', { slug: '9-qd-tv', anchor: 'd1' }],
    ['a page with a query', '/van-ban/9-qd-tv.html?q=a#d1', { slug: '9-qd-tv', anchor: 'd1' }],
    ['a page on a stick', 'file:///E:/van-ban/9-qd-tv.html', { slug: '9-qd-tv', anchor: null }],
  ])('reads %s', (_, text, expected) => {
    expect(parsePrinted(text)).toEqual(expected);
  });

  test.each(['', '901-QĐ/TV', 'điều 5', 'a#b#c', '-a', 'a#5', 'https://a.example/so/9.html'])(
    'does not read %j',
    (text) => {
      expect(parsePrinted(text)).toBeNull();
    },
  );

  test('is undone by formatPrinted', () => {
    for (const text of ['901-qd-tv-2031', '901-qd-tv-2031#kt-d5-2-a'])
      expect(formatPrinted(parsePrinted(text) ?? { slug: '', anchor: null })).toBe(text);
  });
});
