import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseProvenance } from '../lib/fidelity/provenance.ts';
import { readContent } from '../content/read-content.ts';
import { EMPTY_LOCK, formatLock, parseLock } from '../lib/anchors/lock.ts';
import { updateLock } from '../lib/anchors/update-lock.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { parseFrontMatter } from '../lib/library/front-matter.ts';
import { parseGistFile } from '../lib/library/gist-file.ts';
import { validate } from '../lib/validation/validate.ts';
import { importFile } from './run-import.ts';
import type { FileOutcome, RunOptions } from './run-import.ts';
import { buildDocx, paragraph } from './testing/build-docx.ts';

const CENTRED = '<w:jc w:val="center"/>';
const BOLD = '<w:b/>';

/** A fictional decision as a Word file. */
function decision(changes: Record<string, string> = {}): Buffer {
  const lines = {
    issuer: paragraph('ỦY BAN NHÂN DÂN XÃ MINH TRÍ', CENTRED, BOLD),
    number: paragraph('Số: 901/QĐ-UBND', CENTRED),
    motto: paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', CENTRED, BOLD),
    date: paragraph('Minh Trí, ngày 04 tháng 3 năm 2031', CENTRED),
    type: paragraph('QUYẾT ĐỊNH', CENTRED, BOLD),
    title: paragraph('Về việc mở thư viện xã', CENTRED, BOLD),
    basis: paragraph('Căn cứ Luật Thư viện thử;'),
    enact: paragraph('QUYẾT ĐỊNH:', CENTRED, BOLD),
    d1: paragraph('Điều 1. Mở thư viện với giá {x} dưới 2 < 3, import từ thôn:'),
    k1: paragraph('1. Một phòng đọc;'),
    k2: paragraph('2. Một kho sách.'),
    d2: paragraph('Điều 2. Quyết định có hiệu lực từ ngày ký.'),
    to: paragraph('Nơi nhận:'),
    list: paragraph('- Như Điều 2;'),
    office: paragraph('CHỦ TỊCH', CENTRED, BOLD),
    signer: paragraph('Trần Văn Thử', CENTRED, BOLD),
  };
  return buildDocx({ body: Object.values({ ...lines, ...changes }).join('') });
}

let folder: string;
let options: RunOptions;
const PATH = 'van-ban/quyet-dinh/901-qd-ubnd-2031.mdx';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhap-thu-'));
  options = { out: join(folder, 'content'), report: join(folder, 'report') };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(file: Buffer, more: Partial<RunOptions> = {}): Promise<FileOutcome> {
  const path = join(folder, 'goc.docx');
  await writeFile(path, file);
  return importFile(path, { ...options, ...more });
}

function read(path: string): Promise<string> {
  return readFile(join(options.out, path), 'utf8');
}

describe('a new document', () => {
  test('gets a record, its text, a sidecar, a report and an issuer', async () => {
    const outcome = await run(decision());
    expect(outcome).toMatchObject({
      status: 'written',
      slug: '901-qd-ubnd-2031',
      unexplained: 0,
      path: PATH,
    });
    const front = parseFrontMatter(await read(PATH));
    expect(front.data).toMatchObject({
      symbol: '901/QĐ-UBND',
      type: 'quyet-dinh',
      issuedDate: '2031-03-04',
      title: 'Về việc mở thư viện xã',
      issuer: 'uy-ban-nhan-dan-xa-minh-tri',
      signer: { name: 'Trần Văn Thử' },
      text: { state: 'full' },
      scale: ['Điều', '1.'],
      fidelity: { profile: 'v1', unexplained: 0 },
    });
    expect(front.body).toContain('Mở thư viện với giá \\{x\\} dưới 2 \\< 3, import từ thôn:');
    const sidecar = parseProvenance(await read(PATH.replace('.mdx', '.provenance.json')));
    expect(sidecar?.provisions.map(({ id }) => id)).toEqual([
      'mo',
      'd1',
      'd1-1',
      'd1-2',
      'd2',
      'ket',
    ]);
    expect(sidecar?.provisions[2]).toMatchObject({ label: 'khoản 1 Điều 1', place: 'đoạn 10' });
    expect(await readdir(join(folder, 'report'))).toEqual(['901-qd-ubnd-2031.report.html']);
    expect(await readdir(join(options.out, 'co-quan'))).toEqual([
      'uy-ban-nhan-dan-xa-minh-tri.mdx',
    ]);
  });

  test('imported again is the same, to the byte', async () => {
    await run(decision());
    const before = await read(PATH);
    expect((await run(decision())).status).toBe('unchanged');
    expect(await read(PATH)).toBe(before);
  });

  test('without number or date is refused until the clerk tells them', async () => {
    const file = decision({
      number: paragraph('Số:      /QĐ-UBND'),
      date: paragraph('Minh Trí, ngày    tháng 3 năm 2031'),
    });
    const refused = await run(file);
    expect(refused).toMatchObject({ status: 'refused', reasons: [{ id: 'metadata-missing' }] });
    expect(refused.reasons[0]?.message).toContain('--symbol, --date');
    const told = await run(file, { symbol: '901/QĐ-UBND', date: '2031-03-04' });
    expect(told).toMatchObject({ status: 'written', slug: '901-qd-ubnd-2031' });
    const asked = await run(file, {
      ask: () => Promise.resolve({ symbol: '902/QĐ-UBND', date: '2031-03-05' }),
    });
    expect(asked).toMatchObject({ status: 'written', slug: '902-qd-ubnd-2031' });
  });

  test('with another number of articles than expected is refused', async () => {
    expect((await run(decision(), { articles: 3 })).reasons).toMatchObject([
      { id: 'articles-count' },
    ]);
    expect((await run(decision(), { articles: 2 })).status).toBe('written');
  });

  test('whose text layer is rubbish is refused, though two readings agree on it', async () => {
    const rubbish = 'M t tr n T qu c Vi t Nam Đ ng C ng s n ậ ặ ố ệ ả ộ ị ử ủ '.repeat(8);
    const outcome = await run(decision({ d2: paragraph(`Điều 2. ${rubbish}`) }));
    expect(outcome).toMatchObject({ status: 'refused', reasons: [{ id: 'blocked' }] });
    expect(outcome.reasons[0]?.message).toContain('--allow not-vietnamese');
  });

  test('with tracked changes is refused unless accepted; a draft says so on its page', async () => {
    const tracked =
      '<w:p><w:r><w:t>Điều 2. Có hiệu lực</w:t></w:r><w:del><w:r><w:delText> không</w:delText></w:r></w:del></w:p>';
    const file = decision({ d2: tracked });
    expect(await run(file)).toMatchObject({ status: 'refused', reasons: [{ id: 'blocked' }] });
    await expect(read(PATH)).rejects.toThrow();
    const draft = await run(file, { draft: true });
    expect(draft.unexplained).toBeGreaterThan(0);
    expect(await read(PATH)).toMatch(/unexplained: [1-9]/);
    const accepted = await run(file, { allow: ['tracked-changes'] });
    expect(accepted).toMatchObject({ status: 'written', unexplained: 0 });
  });
});

describe('an existing record', () => {
  const RECORD = `---
symbol: 901/QĐ-UBND
type: quyet-dinh
system: nha-nuoc
title: 'Mở thư viện xã Minh Trí'   # giữ nguyên
issuer: xa-minh-tri
issuedDate: 2031-03-04
status: { value: unknown }
text: { state: outline, note: Dàn ý cũ }
topics: []
---

### Điều 1.
`;

  beforeEach(async () => {
    const { writeFiles } = await import('./write-files.ts');
    const issuer = '---\nname: Ủy ban nhân dân xã Minh Trí\nsystem: nha-nuoc\n---\n';
    await writeFiles(
      options.out,
      new Map([
        [PATH, RECORD],
        ['co-quan/xa-minh-tri.mdx', issuer],
      ]),
    );
  });

  test('is completed, not overwritten; differences are told', async () => {
    const outcome = await run(decision());
    expect(outcome.status).toBe('written');
    const text = await read(PATH);
    expect(text).toContain("title: 'Mở thư viện xã Minh Trí'   # giữ nguyên\n");
    expect(text).toContain('name: Trần Văn Thử');
    expect(parseFrontMatter(text).data).toMatchObject({
      text: { state: 'full' },
      issuer: 'xa-minh-tri',
    });
    expect(outcome.notes.join('\n')).toContain('bản ghi viết “Mở thư viện xã Minh Trí”');
    const sidecar = parseProvenance(await read(PATH.replace('.mdx', '.provenance.json')));
    expect(sidecar?.outline).toBe(RECORD);
  });

  test('with hand corrections keeps them, and says so', async () => {
    await run(decision());
    const corrected = (await read(PATH)).replace('Một kho sách', 'Hai kho sách');
    await writeFile(join(options.out, PATH), corrected);
    const kept = await run(decision());
    expect(kept.status).toBe('kept');
    expect(kept.notes.join('\n')).toContain('khoản 2 Điều 1');
    expect(await read(PATH)).toBe(corrected);
    const changed = decision({ k1: paragraph('1. Hai phòng đọc;') });
    expect(await run(changed)).toMatchObject({
      status: 'refused',
      reasons: [{ id: 'hand-edited' }],
    });
    expect(await run(changed, { replace: true })).toMatchObject({ status: 'written' });
    expect(await read(PATH)).not.toContain('Hai kho sách');
  });

  test('with a new original is told unit by unit', async () => {
    await run(decision());
    const outcome = await run(decision({ k1: paragraph('1. Hai phòng đọc;') }));
    expect(outcome.status).toBe('written');
    expect(outcome.notes.join('\n')).toContain('Khác lần nhập trước ở khoản 1 Điều 1');
  });
});

describe('a published outline with gists', () => {
  const GIST = (text: string): string => `<Gist sources="s1">\n\n${text}\n\n</Gist>\n`;
  const OUTLINE = `---
symbol: 901/QĐ-UBND
type: quyet-dinh
system: nha-nuoc
title: Mở thư viện xã Minh Trí
issuer: xa-minh-tri
issuedDate: 2031-03-04
status: { value: unknown }
sources: [{ id: s1, url: goc.docx, title: Bản thử, seen: [text], linkable: false }]
text: { state: outline, note: Dàn ý theo bản in thử }
topics: []
---

### Điều 1.

${GIST('Về việc mở thư viện.')}
**1.**

${GIST('Phòng đọc.')}
### Điều 3.

${GIST('Chưa rõ ở đâu.')}`;
  const GISTS = 'tom-luoc/901-qd-ubnd-2031.mdx';

  beforeEach(async () => {
    const { writeFiles } = await import('./write-files.ts');
    const trees = buildLibrary([{ path: PATH, text: OUTLINE }]).library.documents;
    const lock = updateLock(EMPTY_LOCK, new Map(trees.map(({ slug, tree }) => [slug, tree])));
    const files = [
      [PATH, OUTLINE],
      ['co-quan/xa-minh-tri.mdx', '---\nname: Ủy ban nhân dân xã\nsystem: nha-nuoc\n---\n'],
      ['anchors.lock.json', formatLock(lock)],
    ] as const;
    await writeFiles(options.out, new Map(files));
  });

  async function problemsLeft(): Promise<string[]> {
    const { problems } = validate(await readContent(options.out));
    return problems.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  }

  test('is not replaced by a text without one of its units until the clerk decides', async () => {
    const refused = await run(decision());
    expect(refused).toMatchObject({ status: 'refused', reasons: [{ id: 'anchors' }] });
    expect(refused.reasons[0]?.message).toContain('--tombstone "d3=<lý do>"');
    expect(await read(PATH)).toBe(OUTLINE);
    const unknown = await run(decision(), { tombstone: ['d9=Không có'] });
    expect(unknown).toMatchObject({ status: 'refused', reasons: [{ id: 'anchor-option' }] });
  });

  test('gives its gists to the text, keeps those without place, and leaves a clean corpus', async () => {
    const outcome = await run(decision(), { tombstone: ['d3=Văn bản không có Điều 3.'] });
    expect(outcome.status).toBe('written');
    const placed = parseGistFile(await read(GISTS)).placed.map(({ anchor }) => anchor);
    expect(placed).toEqual(['d1', 'd1-1']);
    expect(outcome.notes.join('\n')).toContain('Điều 3 (mã “d3”) chưa có chỗ');
    const sidecar = parseProvenance(await read(PATH.replace('.mdx', '.provenance.json')));
    expect(sidecar?.gists).toMatchObject([{ id: 'd3', reason: 'gone' }]);
    expect(sidecar?.gists?.[0]?.text).toContain('Chưa rõ ở đâu.');
    expect(parseFrontMatter(await read(PATH)).data).toMatchObject({
      text: { state: 'full', note: 'Dàn ý theo bản in thử' },
    });
    expect(parseLock(await read('anchors.lock.json'))?.documents).toMatchObject({
      '901-qd-ubnd-2031': { tombstones: { d3: { label: 'Điều 3' } } },
    });
    expect(await problemsLeft()).toEqual([]);
    expect((await run(decision())).status).toBe('unchanged');
  });

  test('follows an id that leads elsewhere now', async () => {
    const outcome = await run(decision(), { alias: ['d3=d2'] });
    expect(outcome.status).toBe('written');
    const placed = parseGistFile(await read(GISTS)).placed.map(({ anchor }) => anchor);
    expect(placed).toEqual(['d1', 'd1-1', 'd2']);
    expect(await problemsLeft()).toEqual([]);
  });
});

describe('whatever the file', () => {
  test.each([
    ['an empty one', Buffer.alloc(0), 'file-empty'],
    ['plain text', Buffer.from('Điều 1. Chỉ là chữ'), 'file-kind-text'],
    ['noise', Buffer.from([0, 1, 2, 3, 255]), 'file-kind-unknown'],
    ['another compound file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ole-not-word'],
    [
      'a web page that stops in the middle',
      Buffer.from(
        '<html><body><div id="toanvancontent"><p>QUYẾT ĐỊNH</p><p>Số: 1/QĐ-TV</p><p>Điều 1. Một.</p><p>Điều 2. Hai.</p><p>Đăng nhập để xem tiếp</p></div>',
      ),
      'html-incomplete',
    ],
    [
      'a web page with its middle left out',
      Buffer.from(
        '<html><body><div id="toanvancontent"><p>QUYẾT ĐỊNH</p><p>Số: 1/QĐ-TV</p><p>Điều 1. Một.</p><p>Điều 2. Hai.</p><table><tr><td><p>Nơi nhận:<br>- Như Điều 9;<br>- Lưu.</p></td></tr></table></div>',
      ),
      'html-incomplete',
    ],
  ])('%s is refused with a reason in words', async (_, file, id) => {
    const outcome = await run(file);
    expect(outcome.status).toBe('refused');
    expect(outcome.reasons.map((reason) => reason.id)).toContain(id);
    for (const { message } of outcome.reasons) expect(message).toMatch(/ /);
  });
});
