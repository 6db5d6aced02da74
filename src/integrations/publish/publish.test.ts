import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { publish } from './publish.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  return () => rm(folder, { recursive: true });
});

async function put(name: string, text: string) {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'index.html'), text);
}

test('replaces the old output and leaves nothing else behind', async () => {
  await put('dist', 'old');
  await put('dist.tmp', 'new');
  await publish(join(folder, 'dist.tmp'), join(folder, 'dist'));
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['dist']);
});

test('makes the folder that the output goes to', async () => {
  await put('work', 'new');
  await publish(join(folder, 'work'), join(folder, 'a', 'b'));
  expect(await readFile(join(folder, 'a', 'b', 'index.html'), 'utf8')).toBe('new');
});

test('puts the old output back when the new one cannot take its place', async () => {
  await put('dist', 'old');
  await expect(publish(join(folder, 'none'), join(folder, 'dist'))).rejects.toThrow('ENOENT');
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('old');
});
