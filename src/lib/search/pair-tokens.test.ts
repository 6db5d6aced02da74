import { expect, test } from 'vitest';
import { encodePairs, openPrefix, pairToken, tokenPrefix } from './pair-tokens.ts';
import { splitSyllables } from './syllables.ts';

const encode = (text: string) => encodePairs(splitSyllables(text)).split(' ');

test('token i stands for syllable i and its neighbour', () => {
  const text = 'Quy chế 901-QĐ/TV. Dân vận khéo';
  const tokens = encode(text);
  expect(tokens).toHaveLength(splitSyllables(text).length);
  expect(tokens[1]).toBe(pairToken('che', '901'));
});

test('syllables on two sides of a full stop form no pair', () => {
  expect(encode('họp xã. Bầu thôn')).toEqual(['hopzzxa', 'xazz', 'bauzzthon', 'thonzz']);
});

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
