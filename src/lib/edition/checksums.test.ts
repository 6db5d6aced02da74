import { describe, expect, test } from 'vitest';
import { compareChecksums, formatChecksums, isSame, parseChecksums } from './checksums.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

test('formatChecksums sorts by path, two spaces after the digest', () => {
  const text = formatChecksums(
    new Map([
      ['van-ban.html', A],
      ['an-ban.html', B],
    ]),
  );
  expect(text).toBe(`${B}  an-ban.html\n${A}  van-ban.html\n`);
  expect(parseChecksums(text)).toEqual(
    new Map([
      ['an-ban.html', B],
      ['van-ban.html', A],
    ]),
  );
});

describe('parseChecksums', () => {
  test('reads the mark of binary files and the ends of lines of Windows', () => {
    expect(parseChecksums(`${A} *thu-vien/a b.html\r\n`)).toEqual(
      new Map([['thu-vien/a b.html', A]]),
    );
  });

  test.each([
    ['nothing', ''],
    ['a list that was cut off', `${A}  an-ban.html\n${B.slice(9)}`],
    ['another digest', `${'c'.repeat(40)}  an-ban.html`],
    ['a page', '<!doctype html>'],
    ['a way out', `${A}  ../an-ban.html`],
    ['an absolute path', `${A}  /an-ban.html`],
    ['a drive', `${A}  C:\\an-ban.html`],
  ])('refuses %s', (_, text) => {
    expect(parseChecksums(text)).toBeNull();
  });
});

test('compareChecksums names what changed, is missing and was added', () => {
  const listed = new Map([
    ['an-ban.html', A],
    ['index.html', A],
    ['so.html', A],
  ]);
  const found = new Map([
    ['them.html', A],
    ['so.html', A],
    ['index.html', B],
  ]);
  const difference = compareChecksums(listed, found);
  expect(difference).toEqual({
    changed: ['index.html'],
    missing: ['an-ban.html'],
    added: ['them.html'],
  });
  expect(isSame(difference)).toBe(false);
  expect(isSame(compareChecksums(listed, listed))).toBe(true);
});
