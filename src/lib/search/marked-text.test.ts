import { describe, expect, test } from 'vitest';
import { excerpt, markText, type MarkedRun } from './marked-text.ts';
import { splitSyllables } from './syllables.ts';

const show = (runs: MarkedRun[]) =>
  runs.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('markText', () => {
  test.each<[string, number[], string, string]>([
    ['Dân vận khéo.', [0, 1], '[Dân vận] khéo.', 'neighbours are one mark'],
    ['Dân, vận', [0, 1], '[Dân, vận]', 'with what stands between'],
    ['<b>Dân</b>', [1], '<b>[Dân]</b>', 'markup is text'],
    ['Dân', [], 'Dân', 'nothing to mark'],
    ['', [], '', 'nothing at all'],
  ])('%j, %j → %j (%s)', (text, marked, expected) => {
    expect(show(markText(text, splitSyllables(text), new Set(marked)))).toBe(expected);
  });
});

describe('excerpt', () => {
  const text = Array.from({ length: 100 }, (_, index) => `từ${index}`).join(' ');
  const syllables = splitSyllables(text);
  const part = (focus: number) => show(excerpt(text, syllables, new Set([focus]), focus));

  test('shows the marks with a little before them', () => {
    expect(part(50)).toMatch(/^… từ42 .*\[từ50\] .* …$/);
  });

  test('begins at the beginning and ends at the end when these are near', () => {
    expect(part(3)).toMatch(/^từ0 .* …$/);
    expect(part(99)).toMatch(/^… .*\[từ99\]$/);
  });

  test('a short text is shown whole', () => {
    expect(show(excerpt('Dân vận.', splitSyllables('Dân vận.'), new Set([1]), 1))).toBe(
      'Dân [vận].',
    );
  });
});
