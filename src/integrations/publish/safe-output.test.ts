import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { sitePaths } from '../site-paths.ts';
import { requireSafeOutput } from './safe-output.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'safe-'));
  return () => rm(root, { recursive: true });
});

const check = (env: Record<string, string>) => requireSafeOutput(root, sitePaths(root, env));

test.each([
  ['a folder that is not there', []],
  ['an empty folder', ['out/']],
  ['an earlier output', ['out/index.html', 'out/tim-kiem.html', 'out/a.css']],
])('accepts %s', async (_, files) => {
  for (const file of files) {
    await mkdir(join(root, 'out'), { recursive: true });
    if (!file.endsWith('/')) await writeFile(join(root, file), '');
  }
  await expect(check({ SITE_OUT: 'out' })).resolves.toBeUndefined();
});

test("refuses a folder with somebody's files", async () => {
  await mkdir(join(root, 'out'));
  await writeFile(join(root, 'out', 'index.html'), 'another site');
  await expect(check({ SITE_OUT: 'out' })).rejects.toThrow(join(root, 'out'));
});

test.each([
  ['the project', { SITE_OUT: '.' }],
  ['the folder above it', { SITE_OUT: '..' }],
  ['the content', { SITE_OUT: '/corpus', SITE_CONTENT: '/corpus/content' }],
])('refuses a folder that holds %s', async (_, env) => {
  await expect(check(env)).rejects.toThrow('SITE_OUT');
});

test('accepts a folder inside of the project', async () => {
  await expect(check({})).resolves.toBeUndefined();
});
