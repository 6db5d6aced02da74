import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

test('tells the count every two seconds, and nothing of a short step', () => {
  const lines: string[] = [];
  let time = 500;
  const report = createProgress(
    (line) => lines.push(line),
    'citations',
    'texts',
    () => time,
  );
  for (let done = 1; done <= 50; done++) {
    report(done, 50);
    time += 100;
  }
  expect(lines).toEqual(['citations: 21 of 50 texts', 'citations: 41 of 50 texts']);
});
