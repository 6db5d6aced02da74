import { expect, test } from 'vitest';
import { checkPageForm, isPlainlyNormal } from './normal-form.ts';

test('tells pages in Vietnamese to be sound by their bytes', () => {
  expect(isPlainlyNormal(Buffer.from('“Quy chế” – khoản 2… Ủy ban § đ × → ✓ € ưỡ'))).toBe(true);
});

test('is sure of no letter that may be composed or replaced', () => {
  const wrong: string[] = [];
  for (let code = 1; code < 0x1_1000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const letter = String.fromCodePoint(code);
    const isSure = isPlainlyNormal(Buffer.from(letter));
    const mayChange = letter !== letter.normalize('NFC') || /\p{M}|[\u1160-\u11ff]/u.test(letter);
    if (isSure && mayChange) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test.each(['ho\u0300a', '\u2126', '\u2001', 'đ\u0301'])('finds %j on a page', (text) => {
  const found = checkPageForm('x.html', Buffer.from(`Điều ${text}`));
  expect(found).toMatchObject(text.startsWith('đ') ? [] : [{ id: 'output-normal-form' }]);
});
