import { expect, test } from 'vitest';
import { windowsNameFault } from './windows-names.ts';

test.each([
  ['Thư viện #1 100% (USB) & b', null],
  ["'a'", null],
  ['console', null],
  ['com10', null],
  ['con', 'reserved'],
  ['NUL.html', 'reserved'],
  ['Com1', 'reserved'],
  ['a:b', 'character'],
  ['"a"', 'character'],
  ['a\tb', 'character'],
  ['ten.', 'end'],
  ['ten ', 'end'],
])('%j: %s', (name, fault) => {
  expect(windowsNameFault(name)).toBe(fault);
});
