import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GUIDE_PICTURES, PICTURES_FOLDER } from './guide-pictures.ts';

/** Of all pictures together, in bytes. */
const MOST = 400_000;

const guide = await readFile('docs/so-tay-bang-hinh.md', 'utf8');
const shown = [...guide.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/gu)].map(([, alt = '', path = '']) => ({
  alt,
  path,
}));

test('the guide shows every picture of the script, in its order, and no other', () => {
  expect(shown.map(({ path }) => path)).toEqual(GUIDE_PICTURES.map((name) => `hinh/${name}.webp`));
});

test('each picture is told in words', () => {
  for (const { alt, path } of shown) expect(alt.length, path).toBeGreaterThan(60);
});

test('each picture is there, made by the script, and all together are small', async () => {
  const files = await readdir(PICTURES_FOLDER);
  const expected = [...GUIDE_PICTURES.map((name) => `${name}.webp`), 'nguon.json'];
  expect(files.sort()).toEqual(expected.sort());
  const known = JSON.parse(await readFile(join(PICTURES_FOLDER, 'nguon.json'), 'utf8')) as object;
  expect(Object.keys(known)).toEqual(GUIDE_PICTURES);
  for (const digest of Object.values(known)) expect(digest).toMatch(/^[0-9a-f]{16}$/);
  let bytes = 0;
  for (const name of GUIDE_PICTURES) {
    const file = join(PICTURES_FOLDER, `${name}.webp`);
    const head = (await readFile(file)).subarray(0, 12).toString('latin1');
    expect(head, name).toMatch(/^RIFF.{4}WEBP$/su);
    bytes += (await stat(file)).size;
  }
  expect(bytes).toBeLessThan(MOST);
});
