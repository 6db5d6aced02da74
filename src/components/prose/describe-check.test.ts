import { expect, test } from 'vitest';
import table from '../../i18n/vi.json' with { type: 'json' };
import { describeCheck } from './describe-check.ts';

test('leaves open what names a case', () => {
  const sentences = { message: '“{value}” ở {path}', hint: 'Gần: {nearest}' };
  expect(describeCheck('spacing', sentences)).toEqual({
    id: 'spacing',
    text: '“…” ở …',
    remedy: 'Gần: …',
    isOutput: false,
  });
});

test('prefers the remedy that needs no case', () => {
  const sentences = { message: 'A', hint: 'Gần: {nearest}', 'hint-otherwise': 'Xem trang.' };
  expect(describeCheck('output-name', sentences)).toMatchObject({
    remedy: 'Xem trang.',
    isOutput: true,
  });
});

test('describes every finding that the checks know', () => {
  for (const [id, sentences] of Object.entries(table.problems)) {
    const { text, remedy } = describeCheck(id, sentences);
    expect(text, id).not.toBe('');
    expect(text + remedy, id).not.toMatch(/\{[a-z]+\}/i);
  }
});
