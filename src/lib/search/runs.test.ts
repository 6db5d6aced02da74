import { describe, expect, test } from 'vitest';
import { Runs } from './runs.ts';

describe('runs', () => {
  test('carry on from term to term and from place to place', () => {
    const runs = new Runs();
    expect(runs.add(0, 10, 1)).toBe(1);
    expect(runs.add(1, 11, 2)).toBe(3);
    expect(runs.add(2, 12, 4)).toBe(7);
  });

  test('end at a gap in the text or in the query', () => {
    const runs = new Runs();
    runs.add(0, 10, 1);
    expect(runs.add(1, 12, 2)).toBe(2);
    expect(runs.add(3, 13, 4)).toBe(4);
  });

  test('a word said twice in the query ends two runs at one place', () => {
    const runs = new Runs();
    runs.add(0, 10, 1);
    runs.add(1, 10, 1);
    // The run of term 0 at place 10 is carried on although term 0 is met again at place 11.
    expect(runs.add(0, 11, 1)).toBe(1);
    expect(runs.add(1, 11, 1)).toBe(2);
  });
});
