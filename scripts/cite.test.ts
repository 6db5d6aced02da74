import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cite-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function cite(args: string[], input = ''): { code: number | null; out: string; error: string } {
  const run = spawnSync(process.execPath, ['scripts/cite.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

// Each case starts a process that reads the whole library.
describe('cite', { timeout: 60_000 }, () => {
  test('prints JSON with offsets into the text as given', () => {
    const text = 'Học Nghị quyết số 25–NQ/TW ngày 03/6/2013.';
    const file = join(folder, 'bai.txt');
    writeFileSync(file, text);
    const { code, out } = cite(['--json', '--as-of', '2026-01-01', file]);
    const [item] = JSON.parse(out) as {
      start: number;
      end: number;
      doc: string;
      verdict: string;
    }[];
    expect(code).toBe(0);
    expect(item && text.slice(item.start, item.end)).toBe('Nghị quyết số 25–NQ/TW ngày 03/6/2013');
    expect(item).toMatchObject({ doc: '25-nq-tw-2013', verdict: 'ok' });
  });

  test('reads standard input and prints a report', () => {
    const { code, out } = cite(['-'], 'Dòng một\nQĐ 290');
    expect(code).toBe(0);
    expect(out).toContain('Dòng 2: “QĐ 290”');
  });

  test('answers each line of a batch, also one it cannot read', () => {
    const lines = ['{"id":"a","text":"QĐ 290\u2028x"}', 'not JSON', '{"id":2,"text":""}'];
    const { code, out } = cite(['--batch'], lines.join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; found: unknown[] });
    expect(code).toBe(0);
    expect(answers.map(({ id, found }) => [id, found.length])).toEqual([
      ['a', 1],
      [null, 0],
      [2, 0],
    ]);
  });

  test('tells of notions apart from citations', () => {
    const text = 'Phong trào “Dân vận khéo” theo QĐ 290 và Quy chế dân chủ ở cơ sở.';
    const report = cite(['-'], text).out;
    expect(report).toContain('Tìm thấy 1 viện dẫn.');
    expect(report).toContain('khai-niem/dan-van-kheo.html');
    expect(report).toMatch(/“Quy chế dân chủ ở cơ sở”[^]*không phải một văn bản duy nhất/);
    expect(JSON.parse(cite(['--json', '-'], text).out)).toHaveLength(1);
    const { found, notions } = JSON.parse(cite(['--json', '--notions', '-'], text).out) as {
      found: unknown[];
      notions: { notion: string; start: number; end: number }[];
    };
    expect(found).toHaveLength(1);
    expect(notions.map(({ notion, start, end }) => [notion, text.slice(start, end)])).toEqual([
      ['dan-van-kheo', 'Dân vận khéo'],
      ['quy-che-dan-chu-o-co-so', 'Quy chế dân chủ ở cơ sở'],
    ]);
  });

  test('a batch tells of notions only when asked', () => {
    const line = JSON.stringify({ id: 1, text: 'dân biết, dân bàn, dân làm, dân kiểm tra' });
    expect(JSON.parse(cite(['--batch'], line).out)).toEqual({ id: 1, found: [] });
    expect(JSON.parse(cite(['--batch', '--notions'], line).out)).toMatchObject({
      found: [],
      notions: [{ notion: 'dan-biet-dan-ban' }],
    });
  });

  test.each([
    ['no file', []],
    ['two files', ['a.txt', 'b.txt']],
    ['an unknown option', ['--xml', 'a.txt']],
    ['no such day', ['--as-of', '2026-02-30', 'a.txt']],
    ['no such file', ['khong-co.txt']],
  ])('%s: exit code 2 and a sentence', (_, args) => {
    const { code, error } = cite(args);
    expect(code).toBe(2);
    expect(error.trim()).not.toBe('');
  });

  test('a broken Word file is refused with its reason', () => {
    const file = join(folder, 'hong.docx');
    writeFileSync(file, 'no zip');
    expect(cite([file])).toMatchObject({ code: 2 });
  });

  test('--help', () => {
    expect(cite(['--help'])).toMatchObject({ code: 0, error: '' });
  });
});
