import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { lockUnit } from '../anchors/fingerprint.ts';
import { parseBody } from '../provision/parse-body.ts';
import { provisionText } from '../provision/text.ts';
import { OWN_LENGTH, shortHash, textDigest, unitDigests, WHOLE_LENGTH } from './unit-digests.ts';

const cut = (column: string, length: number): string[] =>
  column.match(new RegExp(`.{${length}}`, 'g')) ?? [];

describe.each(['luat', 'luat-sua-doi', 'quyet-dinh', 'chi-thi', 'chia-phan'])('%s', (name) => {
  const read = async () => {
    const source = await readFile(`src/lib/provision/fixtures/${name}.mdx`, 'utf8');
    const { tree } = parseBody(source.replace(/^---\n[\s\S]*?\n---\n/, ''));
    expect(tree.byId.size).toBeGreaterThan(3);
    return { units: [...tree.byId.values()], digests: unitDigests(tree) };
  };

  test('has every unit, in order', async () => {
    const { units, digests } = await read();
    expect(digests.ids.split(' ')).toEqual(units.map(({ id }) => id));
  });

  test('gives every unit the digest of its text with all below it', async () => {
    const { units, digests } = await read();
    const expected = units.map((unit) => textDigest(provisionText(unit)));
    expect(cut(digests.whole, WHOLE_LENGTH)).toEqual(expected);
  });

  test('gives every unit what is left of the fingerprint of its own text', async () => {
    const { units, digests } = await read();
    const expected = units.map((unit) => shortHash(lockUnit(unit).hash));
    expect(cut(digests.own, OWN_LENGTH)).toEqual(expected);
  });
});

test('digests of texts differ where words do, and not where white space does', () => {
  const texts = ['', 'a', 'aa', 'ab', 'ba', 'Điều 1.', 'Điều 1. Đọc sách', 'Điều 1. Đọc sạch'];
  expect(new Set(texts.map(textDigest)).size).toBe(texts.length);
  expect(textDigest('Điều 1.\n Đọc\u00A0sách')).toBe(textDigest('Điều 1. Đọc sách'));
});

test('digests are spread over all their bits', () => {
  const many = Array.from({ length: 4096 }, (_, count) => textDigest(`khoản ${count}`));
  expect(new Set(many).size).toBeGreaterThan(4090);
  const last = new Set(many.map((digest) => digest.at(-1)));
  const first = new Set(many.map((digest) => digest.charAt(0)));
  expect([first.size, last.size]).toEqual([64, 64]);
});
