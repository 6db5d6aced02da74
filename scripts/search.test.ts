import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSearchIndex } from '../src/integrations/search-index/build-search-index.ts';
import { goldenLibrary } from '../src/lib/search/fixtures/library.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  buildSearchIndex({ library: goldenLibrary(), output: folder, engine: null });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  code: number | null;
  out: string;
  error: string;
}

function search(args: string[], input = '', site = folder): Promise<Run> {
  return new Promise((resolve) => {
    const run: Run = { code: null, out: '', error: '' };
    const env = { ...process.env, SITE_OUT: site };
    const child = spawn(process.execPath, ['scripts/search.ts', ...args], { env });
    child.stdout.on('data', (data: Buffer) => (run.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (run.error += data.toString()));
    child.on('close', (code) => {
      resolve({ ...run, code });
    });
    child.stdin.end(input);
  });
}

test('--json gives an array with the promised fields', async () => {
  const { code, out } = await search(['--json', 'điều 5 quy chế 901']);
  expect(code).toBe(0);
  const rows = JSON.parse(out) as Record<string, unknown>[];
  expect(rows.length).toBeLessThanOrEqual(20);
  expect(rows[0]).toMatchObject({
    url: 'van-ban/901-qd-tv-2033.html#kt-d5',
    doc: '901-qd-tv-2033',
    anchor: 'kt-d5',
    title: 'Quyết định về việc ban hành Quy chế khối xóm tự quản',
    tier: 'number',
  });
  expect(typeof rows[0]?.score).toBe('number');
});

test('nothing found is an empty array and no failure', async () => {
  expect(await search(['--json', 'xyzzyx'])).toMatchObject({ code: 0, out: '[]\n' });
});

test('words after each other are one query', async () => {
  const { out } = await search(['thư', 'viện', 'thôn']);
  expect(out).toContain('“thư viện thôn”');
  expect(out).toContain('van-ban/10-2034-qh30.html');
});

test('--batch answers one line for each line, in order, bad ones too', async () => {
  const input = '{"id":"a","q":"901-QĐ/TV"}\n\nnot json\n{"id":7,"q":"xyzzyx"}\n';
  const { code, out } = await search(['--batch'], input);
  expect(code).toBe(0);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: unknown; results: { doc: string }[] });
  expect(lines.map(({ id, results }) => [id, results[0]?.doc ?? null])).toEqual([
    ['a', '901-qd-tv-2033'],
    [null, null],
    [7, null],
  ]);
});

test.each<[string, string[], number, string]>([
  ['no query', [], 2, 'từ khóa'],
  ['an unknown option', ['--nope'], 2, '--nope'],
  ['no index', ['x'], 1, 'npm run build'],
])('%s is refused in Vietnamese', async (reason, args, code, words) => {
  const site = reason === 'no index' ? join(folder, 'nowhere') : folder;
  const run = await search(args, '', site);
  expect(run.code).toBe(code);
  expect(run.error).toContain(words);
  expect(run.out).toBe('');
});

test('--help explains', async () => {
  expect(await search(['--help'])).toMatchObject({ code: 0, error: '' });
});
