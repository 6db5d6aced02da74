import { expect, test } from 'vitest';
import { CpuProfile, parseProfile, PHASES, profileLines } from './build-profile.ts';

/** A process that has used so much each time it is asked. */
function processUsing(...seconds: number[]): () => number {
  return () => seconds.shift() ?? NaN;
}

/** Costs of the phases that cost anything. */
function spent(profile: CpuProfile): Record<string, number> {
  const costs = profile.costs().filter(({ seconds }) => seconds !== 0);
  return Object.fromEntries(costs.map(({ phase, seconds }) => [phase, seconds]));
}

test('what was used before the first phase belongs to the start, the rest to its phase', () => {
  const profile = new CpuProfile(processUsing(2, 5, 9));
  profile.enter('read');
  profile.enter('index');
  expect(spent(profile)).toEqual({ start: 2, read: 3, index: 4 });
});

test('phases that take turns are summed up each by itself', () => {
  const profile = new CpuProfile(processUsing(1, 3, 4, 9, 10));
  profile.enter('documents');
  profile.enter('finish');
  profile.enter('documents');
  profile.enter('finish');
  expect(spent(profile)).toEqual({ start: 1, documents: 7, finish: 2 });
});

test('a build may be asked again for its costs', () => {
  const profile = new CpuProfile(processUsing(1, 2, 4));
  profile.enter('read');
  expect(spent(profile)).toEqual({ start: 1, read: 1 });
  expect(spent(profile)).toEqual({ start: 1, read: 3 });
});

test('the process itself is measured where nothing else is', () => {
  const [start] = new CpuProfile().costs();
  expect(start?.phase).toBe('start');
  expect(start?.seconds).toBeGreaterThan(0);
});

test('the lines of a profile are read back among others, in the order of a build', () => {
  const lines = profileLines([
    { phase: 'index', seconds: 4.204 },
    { phase: 'read', seconds: 123.456 },
  ]);
  expect(lines[0]).toBe('CPU s   4.20  search index');
  const output = ['search index …', ...lines, 'published in CPU s', 'CPU s   9.99  tea'].join('\n');
  expect(parseProfile(output)).toEqual([
    { phase: 'read', seconds: 123.46 },
    { phase: 'index', seconds: 4.2 },
  ]);
});

test('a build that was not measured has no costs', () => {
  expect(parseProfile('search index …\npublished in dist')).toEqual([]);
});

test('every phase is printed, and no two by one name', () => {
  const costs = new CpuProfile(() => 0).costs();
  expect(parseProfile(profileLines(costs).join('\n'))).toHaveLength(Object.keys(PHASES).length);
});
