import { expect, test } from 'vitest';
import { openPrefix, pairToken, tokenPrefix } from './pair-tokens.ts';

test('no two pairs share a token', () => {
  const keys = ['a', 'az', 'z', 'zz', 'b', 'zb', ''];
  const pairs = keys.filter(Boolean).flatMap((first) => keys.map((second) => [first, second]));
  const tokens = pairs.map(([first = '', second = '']) => pairToken(first, second));
  expect(new Set(tokens).size).toBe(pairs.length);
});

test('a syllable alone is a prefix of its pairs and of no others', () => {
  expect(pairToken('dan', 'van').startsWith(tokenPrefix('dan'))).toBe(true);
  expect(pairToken('dang', 'vien').startsWith(tokenPrefix('dan'))).toBe(false);
  expect(pairToken('dang', 'vien').startsWith(openPrefix('dan'))).toBe(true);
});
