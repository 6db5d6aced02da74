import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';

/** Each run is a process of its own, slow to start on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const BODY = ['--issuer', 'dang-uy-minh-tri', '--title', 'Quyết định về giờ mở cửa'];
let content: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'new-'));
  cpSync(resolve('src/e2e/fixtures/content'), content, { recursive: true });
  return () => {
    rmSync(content, { recursive: true });
  };
});

function run(args: readonly string[]): { status: number | null; out: string; error: string } {
  const script = resolve('scripts/new.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, SITE_CONTENT: content },
  });
  return { status, out: stdout, error: stderr };
}

function validate(): string {
  const script = resolve('scripts/validate.ts');
  return spawnSync(process.execPath, [script, '--json', content], { encoding: 'utf8' }).stdout;
}

const decisions = () => readdirSync(join(content, 'van-ban/quyet-dinh')).sort();

test('writes a record that the checks accept, and nothing beside it', () => {
  const before = decisions();
  const source = ['--source', 'https://thu.example.vn/a', '--source-title', 'Trang thử'];
  const args = ['903-qđ/tv', '--date', '4/5/2034', '--type', 'quyet-dinh', ...BODY, ...source];
  const { status, error } = run(args);
  expect(status, error).toBe(0);
  expect(decisions()).toEqual([...before, '903-qd-tv-2034.mdx'].sort());
  const text = readFileSync(join(content, 'van-ban/quyet-dinh/903-qd-tv-2034.mdx'), 'utf8');
  expect(text).toContain('symbol: 903-QĐ/TV');
  expect(text).toContain('issuedDate: 2034-05-04');
  expect(text).toContain('value: unknown');
  const found = JSON.parse(validate()) as { severity: string; path: string }[];
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('calls what was seen nowhere unverified', () => {
  const args = ['903-QĐ/TV', '--date', '2034-05-04', '--type', 'quyet-dinh', ...BODY, '--print'];
  const { status, out } = run(args);
  expect(status).toBe(0);
  expect(out).toContain('title: unverified');
  expect(out).not.toContain('sources:');
  expect(decisions()).not.toContain('903-qd-tv-2034.mdx');
});

test('tells documents of one number and year apart by the day', () => {
  const args = ['901-QĐ/TV', '--date', '2033-11-20', '--type', 'quyet-dinh', ...BODY];
  expect(run(args).status).toBe(0);
  expect(decisions()).toContain('901-qd-tv-2033-1120.mdx');
});

describe('refuses, with a reason, and writes nothing', () => {
  const NEW = ['--date', '2034-05-04', '--type', 'quyet-dinh'];
  test.each<[string, string[], number, string]>([
    ['no number', [], 1, 'Thiếu số ký hiệu'],
    ['what is none', ['ba', ...NEW, ...BODY], 1, 'không phải số ký hiệu'],
    ['no such day', ['903-QĐ/TV', '--date', '30/2/2034', ...BODY], 1, 'không phải một ngày'],
    ['a type left open', ['903-QĐ/TV', '--date', '2034-05-04', ...BODY], 1, 'quyet-dinh, quy-dinh'],
    ['no such type', ['903-QĐ/TV', '--date', '2034-05-04', '--type', 'x', ...BODY], 1, '“x”'],
    [
      'no such issuer',
      ['903-QĐ/TV', ...NEW, '--issuer', 'dang-uy-minh-tr', '--title', 'A'],
      1,
      'dang-uy-minh-tri',
    ],
    ['no such topic', ['903-QĐ/TV', ...NEW, ...BODY, '--topic', 'x'], 1, '“x”'],
    ['no title', ['903-QĐ/TV', ...NEW, ...BODY.slice(0, 2)], 1, 'Thiếu trích yếu'],
    ['a type that contradicts', ['903-NQ/TV', ...NEW, ...BODY], 1, 'symbol-type-mismatch'],
    ['an unknown option', ['903-QĐ/TV', '--colour', 'red'], 2, 'npm run new'],
  ])('%s', (_, args, status, reason) => {
    const before = decisions();
    const result = run(args);
    expect(result.status).toBe(status);
    expect(result.error).toContain(reason);
    expect(decisions()).toEqual(before);
    expect(existsSync(join(content, 'van-ban/nghi-quyet/903-nq-tv-2034.mdx'))).toBe(false);
  });

  test('a document that has a record', () => {
    const text = readFileSync(join(content, 'van-ban/quyet-dinh/901-qd-tv-2033.mdx'), 'utf8');
    const [, date = ''] = /^issuedDate: (\S+)$/m.exec(text) ?? [];
    const result = run(['901-QĐ/TV', '--date', date, '--type', 'quyet-dinh', ...BODY]);
    expect(result.status).toBe(1);
    expect(result.error).toContain('van-ban/quyet-dinh/901-qd-tv-2033.mdx');
  });
});

test('explains itself', () => {
  const { status, out } = run(['--help']);
  expect(status).toBe(0);
  for (const option of ['--date', '--type', '--issuer', '--title', '--source', '--print'])
    expect(out).toContain(option);
});
