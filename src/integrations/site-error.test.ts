import { expect, test } from 'vitest';
import { problemsError } from './site-error.ts';
import { outputProblem } from './verify/problems.ts';

const dead = (path: string, url: string) => outputProblem('dead-link', path, { url });

test('reports place, id and sentence of every problem', () => {
  const { message } = problemsError([dead('a.html', 'x.html')], 'dist');
  expect(message).toMatch(/^dist\/a\.html:1:1 {2}output-dead-link\n.*x\.html/);
});

test('shows a mistake that repeats on every page with its first places only', () => {
  const repeated = Array.from({ length: 40 }, (_, index) => dead(`${index}.html`, 'x.html'));
  const { message } = problemsError([...repeated, dead('z.html', 'y.html')], 'dist');
  expect(message.match(/x\.html/g)).toHaveLength(5);
  expect(message).toContain('y.html');
});
