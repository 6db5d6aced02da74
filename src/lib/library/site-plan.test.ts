import { expect, test } from 'vitest';
import { planSite, SMALL_LIBRARY, type DataSetting } from './site-plan.ts';
import type { Library } from './types.ts';

const ofSize = (length: number): Library => ({ documents: { length } }) as unknown as Library;

test.each<[number, DataSetting, boolean, boolean, string]>([
  [SMALL_LIBRARY, 'auto', true, true, 'a small library holds everything'],
  [SMALL_LIBRARY + 1, 'auto', false, false, 'a large one what is read'],
  [SMALL_LIBRARY + 1, 'inside', true, false, 'data files on demand'],
  [1, 'apart', false, true, 'none on demand'],
])('%s documents, %s → data %s, numbers %s: %s', (count, setting, dataFiles, allNumbers) => {
  expect(planSite(ofSize(count), setting)).toEqual({ dataFiles, allNumbers });
});
