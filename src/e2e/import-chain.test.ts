import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleText } from '../importers/article-text.ts';
import { readDocx } from '../importers/docx/read-docx.ts';
import { decodeSource } from '../importers/fonts/decode.ts';
import { buildDocx, level, numbered, paragraph } from '../importers/testing/build-docx.ts';
import { sourceStream } from '../lib/fidelity/streams.ts';
import { normalizeV1 } from '../lib/provision/text.ts';
import { runBuild } from './build-site.ts';

const CENTRED = '<w:jc w:val="center"/>';
const BOLD = '<w:b/>';

/** A fictional decision with numbers typed and automatic, characters that mean code, a table. */
const FILE = buildDocx({
  numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Điều %1.')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  body: [
    paragraph('ỦY BAN NHÂN DÂN XÃ MINH TRÍ', CENTRED, BOLD),
    paragraph('Số: 907/QĐ-UBND', CENTRED),
    paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', CENTRED, BOLD),
    paragraph('Minh Trí, ngày 04 tháng 3 năm 2031', CENTRED),
    paragraph('QUYẾT ĐỊNH', CENTRED, BOLD),
    paragraph('Về việc mở tủ sách lưu động', CENTRED, BOLD),
    paragraph('Căn cứ Luật Thư viện thử;'),
    paragraph('QUYẾT ĐỊNH:', CENTRED, BOLD),
    numbered('Mở tủ sách "lưu động" tại {thôn} với giá < 3 đồng -- mỗi cuốn...:', 1),
    numbered('Xe đạp chở sách ở thôn Đồng Quạ;', 1, 1),
    numbered('Kho sách *chính* tại [nhà văn hóa](x).', 1, 1),
    `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tr><w:tc>${paragraph('Thôn')}</w:tc><w:tc>${paragraph('Số cuốn')}</w:tc></w:tr></w:tbl>`,
    numbered('Quyết định có hiệu lực từ ngày ký.', 1),
    paragraph('Nơi nhận:'),
    paragraph('- Như Điều 2;'),
    paragraph('CHỦ TỊCH', CENTRED, BOLD),
    paragraph('Trần Văn Thử', CENTRED, BOLD),
  ].join(''),
});
const SLUG = '907-qd-ubnd-2031';

let folder: string;
let original: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chuoi-nhap-'));
  original = join(folder, 'goc.docx');
  await writeFile(original, FILE);
  env = { SITE_CONTENT: join(folder, 'noi-dung'), SITE_OUT: join(folder, 'trang') };
  const imported = await run('import', original, '--report', join(folder, 'bao-cao'));
  expect(imported.output).toContain(SLUG);
  expect(imported.exitCode).toBe(0);
  expect(await runBuild(env)).toMatchObject({ exitCode: 0 });
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function run(script: string, ...args: string[]): Promise<{ exitCode: number; output: string }> {
  const path = resolve('scripts', `${script}.ts`);
  return new Promise((done) => {
    execFile(
      process.execPath,
      [path, ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        const exitCode = error ? Number(error.code ?? 1) : 0;
        done({ exitCode, output: stdout + stderr });
      },
    );
  });
}

test('an imported file is published with the text of its original and all anchors', async () => {
  const page = await readFile(join(folder, 'trang', 'van-ban', `${SLUG}.html`), 'utf8');
  const read = sourceStream(decodeSource(await readDocx(FILE)).source);
  expect(read).toContain('Điều1.Mởtủsách"lưuđộng"tại{thôn}vớigiá<3đồng--mỗicuốn...:1.Xeđạp');
  expect(normalizeV1(articleText(page) ?? '')).toBe(read);
  for (const id of ['mo', 'd1', 'd1-1', 'd1-2', 'd2', 'ket']) expect(page).toContain(` id="${id}"`);
});

test('its provisions are found by the search of the site', async () => {
  const { output } = await run('search', '--json', 'xe đạp chở sách ở thôn Đồng Quạ');
  expect(JSON.parse(output)).toMatchObject([{ doc: SLUG, anchor: 'd1-1' }]);
});

test('its content agrees with the original, until a character is changed', async () => {
  const agreed = await run('validate', '--against', original);
  expect(agreed.output).toContain('đúng như goc.docx');
  expect(agreed.exitCode).toBe(0);
  const path = join(folder, 'noi-dung', 'van-ban', 'quyet-dinh', `${SLUG}.mdx`);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('Đồng Quạ', 'Đồng Quà'));
  for (const args of [[], ['--against', original]]) {
    const changed = await run('validate', ...args);
    expect(changed.exitCode).toBe(1);
    expect(changed.output).toContain('khoản 1 Điều 1: 1 ký tự (bản gốc: “ạ”; ở đây: “à”)');
  }
  await writeFile(path, text);
});
