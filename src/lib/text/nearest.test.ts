import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

describe('nearest', () => {
  test('offers the closest first, whatever the marks', () => {
    expect(nearest('bộ-chinh-trj', ['ban-bi-thu', 'bo-chinh-tri', 'bo-chinh-tro'])).toEqual([
      'bo-chinh-tri',
      'bo-chinh-tro',
    ]);
  });

  test('offers nothing when nothing is near', () => {
    expect(nearest('quoc-hoi', ['ban-bi-thu'])).toEqual([]);
  });
});

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['kitten', 'sitting', 3],
  ])('%s ~ %s = %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('stops at the bound', () => {
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
  });
});
