import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changedRows, renderSide } from '../components/comparison/render-comparison.ts';
import { readContent } from '../content/read-content.ts';
import { compareDocuments, type DocumentComparison } from '../lib/compare/compare-documents.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { importFile } from './run-import.ts';
import { buildDocx, paragraph } from './testing/build-docx.ts';

const CENTRED = '<w:jc w:val="center"/>';

/** Lines of a fictional law; `{…}` is what the law that replaces it says otherwise. */
const OLD = [
  'Chương I',
  'NHỮNG QUY ĐỊNH CHUNG',
  'Điều 1. Phạm vi điều chỉnh',
  'Luật này quy định trách nhiệm của Uỷ ban nhân dân các cấp về thư viện.',
  'Điều 2. Giải thích từ ngữ',
  '1. "Thư viện" là nơi giữ sách;  không phân biệt sách cũ hay mới.',
  '2. "Hoà giải về sách" - việc của thủ thư.',
  'Điều 3. Quyền của người đọc',
  '1. Người đọc được mượn ba quyển sách.',
  '2. Người đọc được góp ý bằng lời nói.',
  'Điều 4. Thẻ đọc',
  'Thẻ đọc do thủ thư cấp và phải xuất trình khi mượn.',
  'Điều 5. Giờ mở cửa',
  'Giờ mở cửa do thôn, xóm bàn và quyết định.',
];

/** The same in another typography, with three changes. */
const NEW = [
  'Chương I',
  'Những quy định chung',
  'Điều 1: PHẠM VI ĐIỀU CHỈNH',
  'Luật này quy định trách\u00A0nhiệm của Ủy ban nhân\u00A0dân các cấp về thư viện.',
  'Điều 2: Giải thích từ ngữ',
  '1. “Thư viện” là nơi giữ sách; không phân\u00AD biệt sách cũ hay mới.',
  '2. “Hòa giải về sách” – việc của thủ thư.',
  'Điều 3: Quyền của người đọc',
  '1. Người đọc được mượn năm quyển sách.',
  '2. Người đọc được góp ý bằng lời nói.'.normalize('NFD'),
  'Điều 4: Giờ mở cửa',
  'Giờ mở cửa do thôn, xóm bàn và quyết định.',
  'Điều 5: Sách trên mạng',
  'Sách được đưa lên mạng khi tác giả đồng ý.',
];

function law(number: string, day: string, lines: readonly string[]): Buffer {
  const head = [
    'QUỐC HỘI',
    `Luật số: ${number}`,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    `Minh Trí, ${day}`,
    'LUẬT',
    'THƯ VIỆN CỘNG ĐỒNG',
  ];
  const body = [
    ...head.map((line) => paragraph(line, CENTRED)),
    paragraph('Quốc hội ban hành Luật Thư viện cộng đồng.'),
    ...lines.map((line) => paragraph(line)),
    paragraph('CHỦ TỊCH QUỐC HỘI', CENTRED),
    paragraph('Trần Văn Thử', CENTRED),
  ];
  return buildDocx({ body: body.join('') });
}

let folder: string;
let comparison: DocumentComparison;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doi-chieu-thu-'));
  const out = join(folder, 'content');
  const files = {
    'cu.docx': law('905/2031/QH20', 'ngày 12 tháng 6 năm 2031', OLD),
    'moi.docx': law('906/2036/QH21', 'ngày 20 tháng 11 năm 2036', NEW),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
    const outcome = await importFile(join(folder, name), { out, report: join(folder, 'report') });
    expect(outcome.status, name).toBe('written');
  }
  const { bySlug } = buildLibrary(await readContent(out)).library;
  const [old, now] = [bySlug.get('905-2031-qh20'), bySlug.get('906-2036-qh21')];
  if (!old || !now) throw new Error('not imported');
  comparison = compareDocuments(old.tree, now.tree);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('two imported laws differ in their words, never in their typography', () => {
  const rows = comparison.rows.map(({ old, new: now, change }) => {
    const names = [...old, ...now].map(({ label }) => label);
    return `${names.join(' → ')}: ${change}`;
  });
  expect(rows.filter((row) => /Chương|Điều/.test(row))).toEqual([
    'Chương I → Chương I: same',
    'Điều 1 → Điều 1: same',
    'Điều 2 → Điều 2: same',
    'Điều 3 → Điều 3: changed',
    'Điều 4: dropped',
    'Điều 5 → Điều 4: same',
    'Điều 5: new',
  ]);
});

test('what changed is listed, and only its words are marked', () => {
  const changed = comparison.rows.find(({ new: [unit] }) => unit?.label === 'Điều 3');
  if (!changed) throw new Error('no such row');
  const marked = renderSide(changed.stretches, 'new').match(/<ins>.*?<\/ins>/gu);
  expect(marked).toEqual(['<ins><span class="visually-hidden">thêm: </span>năm</ins>']);
  const listed = changedRows(comparison.rows).map(({ change, links }) => [
    change,
    links.filter(({ name }) => name.startsWith('Điều')),
  ]);
  expect(listed).toEqual([
    ['changed', [{ href: '#moi-d3', name: 'Điều 3' }]],
    ['dropped', [{ href: '#cu-d4', name: 'Điều 4' }]],
    ['new', [{ href: '#moi-d5', name: 'Điều 5' }]],
  ]);
});

test('no mark holds the punctuation behind a word', () => {
  const stretches = [
    { kind: 'same', old: 'Ký năm ', new: 'Ký năm ' },
    { kind: 'changed', old: '2031, ', new: '“2036”; ' },
    { kind: 'changed', old: 'giảm 5 %.', new: '' },
  ] as const;
  expect(renderSide(stretches, 'old')).toMatch(/2031<\/del>, .*5 %<\/del>\.$/u);
  expect(renderSide(stretches, 'new')).toMatch(/“2036<\/ins>”; $/u);
});
