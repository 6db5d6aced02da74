import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { sitePaths, type SitePaths } from '../site-paths.ts';
import { digestCode } from './digest.ts';
import { buildWithStamp, isFresh } from './stamp.ts';

let root: string;
let paths: SitePaths;

async function put(path: string, text: string) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stamp-'));
  paths = sitePaths(root, {});
  await put('content/a.mdx', 'a');
  await put('src/a.ts', 'a');
  await put('src/a.test.ts', 'a');
  await put('package-lock.json', '{}');
  await buildWithStamp(paths, digestCode(root), () => put('dist/index.html', 'built'));
  return () => rm(root, { recursive: true });
});

test('is fresh directly after a build', async () => {
  expect(await isFresh(root, paths)).toBe(true);
});

test.each(['content/a.mdx', 'content/b.mdx', 'src/a.ts', 'public/a.svg', 'package-lock.json'])(
  'is stale once %s changes',
  async (path) => {
    await put(path, 'changed');
    expect(await isFresh(root, paths)).toBe(false);
  },
);

test.each(['src/a.test.ts', 'src/e2e/a.ts', 'src/lib/testing/a.ts', 'src/README.md', 'README.md'])(
  'stays fresh when %s changes',
  async (path) => {
    await put(path, 'changed');
    expect(await isFresh(root, paths)).toBe(true);
  },
);

test('no code of a build imports what is left out of its digest', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(?:ts|astro)$/.test(path) && !/\.test\.ts$|e2e|fixtures|testing/.test(path),
  );
  expect(code.length).toBeGreaterThan(300);
  const importing = code.filter((path) =>
    /(?:from|import) '[^']*(?:\/(?:e2e|fixtures|testing)\/|\.md'|\.test\.ts)/.test(
      readFileSync(join('src', path), 'utf8'),
    ),
  );
  expect(importing).toEqual([]);
});

test('is stale when the output was touched or is gone', async () => {
  await put('dist/index.html', 'edited by hand');
  expect(await isFresh(root, paths)).toBe(false);
  await rm(paths.out, { recursive: true });
  expect(await isFresh(root, paths)).toBe(false);
});

test('is stale for another public address', async () => {
  const address = 'https://thu-vien.example/';
  expect(await isFresh(root, { ...paths, address })).toBe(false);
});

test('is stale for another date of the edition', async () => {
  expect(await isFresh(root, { ...paths, sourceDate: '2035-03-09' })).toBe(false);
});

test('a change during the build leaves the output stale', async () => {
  await buildWithStamp(paths, digestCode(root), () => put('content/a.mdx', 'edited meanwhile'));
  expect(await isFresh(root, paths)).toBe(false);
});

test('a failed build leaves the stamp of the last good one', async () => {
  const failing = () => Promise.reject(new Error('broken content'));
  await expect(buildWithStamp(paths, digestCode(root), failing)).rejects.toThrow('broken content');
  expect(await isFresh(root, paths)).toBe(true);
});
