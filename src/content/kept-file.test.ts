import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKept, writeKept } from './kept-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-file-'));
  file = join(folder, 'sub', 'kept.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('a value is read back for its key, and for no other', () => {
  expect(readKept(file, 'a')).toBeNull();
  writeKept(file, 'a', { text: 'dòng 1\ndòng 2' });
  expect(readKept(file, 'a')).toEqual({ text: 'dòng 1\ndòng 2' });
  expect(readKept(file, 'b')).toBeNull();
  writeKept(file, 'b', 2);
  expect([readKept(file, 'a'), readKept(file, 'b')]).toEqual([null, 2]);
});

test('nothing is read of a damaged file', async () => {
  writeKept(file, 'a', ['một', 'hai']);
  const whole = await readFile(file, 'utf8');
  for (const damaged of [whole.slice(0, -3), whole.replace('hai', 'ba'), '', '\n', '{}']) {
    await writeFile(file, damaged);
    expect(readKept(file, 'a')).toBeNull();
  }
});
