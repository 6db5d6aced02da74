import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

/** Each run is a process of its own, slow to start on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const DIRECTIVE = 'van-ban/chi-thi/3-ct-tv-2032.mdx';
let content: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'anchors-'));
  cpSync(resolve('src/e2e/fixtures/full-text/content'), content, { recursive: true });
  return () => {
    rmSync(content, { recursive: true });
  };
});

function run(...args: string[]): { status: number | null; out: string; error: string } {
  const script = resolve('scripts/anchors.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, content], {
    encoding: 'utf8',
  });
  return { status, out: stdout, error: stderr };
}

const lock = () => readFileSync(join(content, 'anchors.lock.json'), 'utf8');

function change(path: string, from: string, to: string): void {
  const file = join(content, path);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

test('locks what is new, says so, and then has nothing to do', () => {
  expect(run('--check').status).toBe(1);
  const first = run();
  expect(first.status, first.error).toBe(0);
  expect(first.out).toContain('+ 901-qd-tv-2031: 22 mã mới');
  const written = lock();
  expect(run('--check').status).toBe(0);
  expect(run().out).not.toMatch(/^[+~→†−]/m);
  expect(lock()).toBe(written);
});

test('refuses to drop an id, names it, and writes nothing', () => {
  run();
  const written = lock();
  change(DIRECTIVE, '**b)** Che nắng cho kệ.\n\n', '');
  const refused = run();
  expect(refused.status).toBe(1);
  expect(refused.error).toContain('anchor-lost');
  expect(refused.error).toContain('3-ct-tv-2032#n2-b');
  expect(lock()).toBe(written);
});

test('gives an id up only with a reason or a place to go', () => {
  run();
  change(DIRECTIVE, '**b)** Che nắng cho kệ.', '**c)** Che nắng cho kệ.');
  expect(run().error).toContain('anchor-moved');
  const aliased = run('--alias', '3-ct-tv-2032#n2-b=n2-c');
  expect(aliased.status, aliased.error).toBe(0);
  expect(aliased.out).toContain('→ 3-ct-tv-2032#n2-b  dẫn tới n2-c');
  expect(lock()).toContain('"n2-b": "n2-c"');

  change(DIRECTIVE, '**a)** Bọc bìa sách;\n\n', '');
  const buried = run('--tombstone', '3-ct-tv-2032#n2-a=Bỏ từ năm 2040.');
  expect(buried.status, buried.error).toBe(0);
  expect(buried.out).toContain('† 3-ct-tv-2032#n2-a');
  expect(lock()).toContain('Bỏ từ năm 2040.');
});

test('shows changed words, and takes another unit only when told', () => {
  run();
  change(DIRECTIVE, 'kiểm tra sách mỗi tuần', 'kiểm tra kỹ sách mỗi tuần');
  expect(run().out).toContain('~ 3-ct-tv-2032#n1');
  change(DIRECTIVE, 'Người giữ sách kiểm tra kỹ sách mỗi tuần.', 'Trường học nộp báo cáo.');
  expect(run().error).toContain('anchor-reused');
  expect(run('--accept', '3-ct-tv-2032#n1').status).toBe(0);
});

test('a document leaves the library only on purpose', () => {
  run();
  rmSync(join(content, DIRECTIVE));
  expect(run().error).toContain('anchor-document-lost');
  expect(run('--remove', '3-ct-tv-2032=Nhập trùng.').status).toBe(0);
  expect(lock()).toContain('"removed": {"3-ct-tv-2032":"Nhập trùng."}');
});

test.each([['--nothing'], ['--alias', 'x'], ['--alias', 'x#y=z'], ['--accept', '3-ct-tv-2032#n9']])(
  'wrong usage: %s %s',
  (...args) => {
    expect(run(...args)).toMatchObject({ status: 2, out: '' });
  },
);
