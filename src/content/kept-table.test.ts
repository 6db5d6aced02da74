import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptTable } from './kept-table.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-table-'));
  file = join(folder, 'sub', 'table.bin');
  const table = new KeptTable<unknown>(file, 'key');
  table.set('một', { tên: 'Sổ mượn', pages: new Map([['a', [1, undefined]]]) });
  table.set('hai', 'đ');
  table.save();
});
afterEach(() => rm(folder, { recursive: true }));

test('gives back what was kept, for the same key', () => {
  const table = new KeptTable<unknown>(file, 'key');
  expect(table.get('một')).toEqual({ tên: 'Sổ mượn', pages: new Map([['a', [1, undefined]]]) });
  expect(table.has('hai')).toBe(true);
  expect(table.get('ba')).toBeUndefined();
  expect(new KeptTable<unknown>(file, 'other').get('một')).toBeUndefined();
});

test('reads what was kept or set, each time anew', () => {
  const table = new KeptTable<unknown>(file, 'key');
  table.set('ba', ['ơ']);
  expect(table.read('ba')).toEqual(['ơ']);
  expect(table.read('một')).toEqual(table.get('một'));
  expect(table.read('một')).not.toBe(table.read('một'));
  expect(table.read('bốn')).toBeUndefined();
});

test('keeps values of many megabytes', () => {
  const table = new KeptTable<Buffer>(file, 'key');
  const large = (fill: number) => Buffer.alloc(1_500_000, fill);
  for (let fill = 0; fill < 5; fill++) table.set(String(fill), large(fill));
  table.save();
  const next = new KeptTable<Buffer>(file, 'key');
  for (let fill = 0; fill < 5; fill++)
    expect(next.get(String(fill))?.equals(large(fill))).toBe(true);
});

test('drops what is neither kept nor set', () => {
  const table = new KeptTable<unknown>(file, 'key');
  table.keep('hai');
  table.keep('ba');
  table.set('bốn', 4);
  table.save();
  const next = new KeptTable<unknown>(file, 'key');
  expect(['một', 'hai', 'ba', 'bốn'].map((name) => next.get(name))).toEqual([
    undefined,
    'đ',
    undefined,
    4,
  ]);
});

test('is not written again where it is the same', async () => {
  const before = await stat(file);
  const table = new KeptTable<unknown>(file, 'key');
  table.keep('một');
  table.keep('hai');
  table.save();
  expect((await stat(file)).ino).toBe(before.ino);
});

test.each([
  ['cut', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('a')])],
  ['of another form', () => Buffer.from('{}')],
  ['empty', () => Buffer.alloc(0)],
])('a file that is %s is an empty table', async (_, damage) => {
  await writeFile(file, damage(await readFile(file)));
  expect(new KeptTable<unknown>(file, 'key').has('một')).toBe(false);
});
