import { expect, test } from 'vitest';
import { FAT32_CLUSTER, footprint } from './footprint.ts';

test.each([
  ['an empty kit: its folder', [], 0, 1],
  ['an empty file takes no cluster', [['a', 0]], 0, 1],
  ['one byte takes a whole one', [['a', 1]], 1, 2],
  ['a full cluster', [['a', FAT32_CLUSTER]], FAT32_CLUSTER, 2],
  ['one byte more', [['a', FAT32_CLUSTER + 1]], FAT32_CLUSTER + 1, 3],
  ['a folder within folders', [['a/b/c', 1]], 1, 4],
] as const)('%s', (_, files, data, clusters) => {
  const sized = files.map(([path, size]) => ({ path, size }));
  expect(footprint(sized, FAT32_CLUSTER)).toEqual({ data, used: clusters * FAT32_CLUSTER });
});

test('a folder of many names takes more than one cluster', () => {
  // 14 letters: a short name and two long ones, so 96 bytes each.
  const files = Array.from({ length: 400 }, (_, i) => ({
    path: `${String(i).padStart(9, '0')}.html`,
    size: 0,
  }));
  expect(footprint(files, FAT32_CLUSTER).used).toBe(2 * FAT32_CLUSTER);
});
