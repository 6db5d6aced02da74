import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const FILES = {
  'co-quan/hoi-dong-thu.mdx': '---\nname: Hội đồng Thử\nsystem: dang\n---\n',
  'van-ban/quyet-dinh/qd-thu.mdx':
    '---\nsymbol: null\ntype: quyet-dinh\nsystem: dang\ntitle: Thử\nissuer: hoi-dong-thu\nstatus: { value: unknown }\nverification: { title: unverified, issuer: unverified }\n---\n',
};
const BROKEN =
  '---\nsymbol: null\ntype: quyet-din\nsystem: dang\ntitle: Thử\nverification: { title: unverified }\n---\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'validate-'));
  await write('good', FILES);
  await write('warned', { ...FILES, 'trang/huong-dan.mdx.txt': 'x', 'README.md': 'x' });
  await write('bad', { ...FILES, 'van-ban/quyet-dinh/qd-sai.mdx': BROKEN });
});
afterAll(() => rm(folder, { recursive: true }));

async function write(corpus: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, corpus, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Run the command as npm would. */
function run(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const command = ['scripts/validate.ts', ...args];
    execFile(process.execPath, command, { env: { ...process.env, ...env } }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

/** A process is started for each; how long that takes on a busy machine is of no matter. */
describe('npm run validate', { timeout: 60_000 }, () => {
  test('says that a corpus is in order', async () => {
    const { code, out } = await run([join(folder, 'good')]);
    expect([code, out]).toEqual([0, '2 tệp, không có lỗi.\n']);
  });

  test('lets warnings pass, and says which files it did not read', async () => {
    const { code, out } = await run([join(folder, 'warned')]);
    expect(code).toBe(0);
    expect(out).toContain('trang/huong-dan.mdx.txt:1:1  file-ignored  (lưu ý)');
    expect(out).toContain('2 tệp: 0 lỗi, 1 điều cần lưu ý.');
  });

  test('prints place, reason and remedy of every error, and fails', async () => {
    const { code, out } = await run([join(folder, 'bad')]);
    expect(code).toBe(1);
    expect(out).toContain(
      `${folder}/bad/van-ban/quyet-dinh/qd-sai.mdx:3:7  field-value-unknown\n` +
        '  Giá trị “quyet-din” của trường “type” không có trong danh mục.\n' +
        '  Cách sửa: Có phải là: quyet-dinh',
    );
    expect(out).toContain('field-missing');
    expect(out.trimEnd().split('\n').at(-1)).toBe('3 tệp: 3 lỗi, 0 điều cần lưu ý.');
  });

  test.each([
    ['--json', ['--json'], {}],
    ['npm’s own --json', [], { npm_config_json: 'true' }],
  ])('prints JSON: %s', async (_, args, env) => {
    const { code, out } = await run([...args, join(folder, 'bad')], env);
    expect(code).toBe(1);
    const entries = JSON.parse(out) as Record<string, unknown>[];
    expect(entries).toHaveLength(3);
    expect(entries.at(-1)).toEqual({
      id: 'field-value-unknown',
      severity: 'error',
      path: 'van-ban/quyet-dinh/qd-sai.mdx',
      file: `${folder}/bad/van-ban/quyet-dinh/qd-sai.mdx`,
      line: 3,
      column: 7,
      message: expect.stringContaining('quyet-din') as string,
      hint: expect.stringContaining('quyet-dinh') as string,
      values: expect.objectContaining({ value: 'quyet-din' }) as object,
    });
  });

  test('takes the folder from SITE_CONTENT', async () => {
    const { out } = await run([], { SITE_CONTENT: join(folder, 'good') });
    expect(out).toBe('2 tệp, không có lỗi.\n');
  });

  test.each([
    ['an unknown option', ['--jsn'], '--jsn'],
    ['two folders', ['a', 'b'], 'Chỉ nhận một thư mục.'],
    ['no such folder', ['/khong/co'], '/khong/co'],
  ])('refuses %s', async (_, args, reason) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
    expect(err).toContain('npm run validate');
  });

  test('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--json');
  });
});
