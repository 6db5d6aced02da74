import { describe, expect, test } from 'vitest';
import { hasMessage, message } from './messages.ts';
import { fillSlots } from './slots.ts';
import table from './vi.json' with { type: 'json' };

describe('message', () => {
  test('fills the slots of a sentence', () => {
    expect(message('validate.hint', { hint: 'xem lại' })).toBe('Cách sửa: xem lại');
  });

  test('refuses a slot without a value', () => {
    expect(() => message('validate.hint')).toThrow('{hint}');
  });

  test.each(['validate', 'validate.none', 'none.hint', 'validate.constructor', ''])(
    'knows no sentence %j',
    (key) => {
      expect(hasMessage(key)).toBe(false);
      expect(() => message(key as 'validate.hint', { hint: '' })).toThrow('vi.json');
    },
  );
});

describe('fillSlots', () => {
  test.each([
    ['{a} và {b}', { a: 1, b: 'hai' }, '1 và hai'],
    ['{a}{a}', { a: 'x' }, 'xx'],
    ['braces {…} and {} stay', {}, 'braces {…} and {} stay'],
    ['{a}', { a: '{b}' }, '{b}'],
    ['{a}', { a: '$&' }, '$&'],
  ])('%s', (sentence, values, expected) => {
    expect(fillSlots(sentence, values)).toBe(expected);
  });

  test('does not take a slot from the prototype', () => {
    expect(() => fillSlots('{constructor}', {})).toThrow('{constructor}');
  });
});

test('every sentence of the table is NFC and not empty', () => {
  const wrong = leaves(table).filter(([, text]) => text !== text.normalize('NFC') || text === '');
  expect(wrong).toEqual([]);
});

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}
