import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { rawText } from '../../lib/structure/source.ts';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { findHelper } from '../helper-programs.ts';
import { buildPdf } from '../testing/build-pdf.ts';
import type { PdfText } from '../testing/build-pdf.ts';
import { readPagesApart } from './pages-apart.ts';
import { readPdf } from './read-pdf.ts';

const LIMITS = { until: Infinity, seconds: 30 };
const LEFT = 80;
/** A line that fills the width between the margins: 70 characters of 6 points. */
function full(text: string): string {
  return text.padEnd(70, '~');
}

function page(number: number, lines: readonly (string | PdfText)[]): PdfText[] {
  const body = lines.map((line, index): PdfText =>
    typeof line === 'string'
      ? { text: line.trimStart(), x: LEFT + (line.startsWith(' ') ? 30 : 0), y: 740 - index * 18 }
      : line,
  );
  return [
    { text: `- ${number} -`, x: 290, y: 800 },
    ...body,
    { text: 'Thư viện xã', x: LEFT, y: 40 },
  ];
}

const TITLE: PdfText = { text: 'HƯỚNG DẪN', x: 270, y: 760, bold: true };

const FILE = buildPdf([
  page(1, [
    TITLE,
    full(' Những năm qua, thư viện xã Minh Trí'),
    'phục vụ nhân dân.',
    full(' 1. Các cấp ủy làm tốt'),
    'những việc sau:',
    ' - Một là mở cửa;',
    full(' - Hai là giữ sách cho dân'),
  ]),
  page(2, ['trong thôn và ngoài xã.', ' 2. Việc cuối.']),
  page(3, [' 3. Hết.']),
]);

function texts({ blocks }: SourceDocument): string[] {
  return blocks.map((block) =>
    block.type === 'paragraph' ? rawText(block).replace(/~+ /g, ' ') : '',
  );
}

test('lines are joined by margins and labels, over pages too; furniture is taken off', async () => {
  const source = await readPdf(FILE, LIMITS);
  expect(texts(source)).toEqual([
    'HƯỚNG DẪN',
    'Những năm qua, thư viện xã Minh Trí phục vụ nhân dân.',
    '1. Các cấp ủy làm tốt những việc sau:',
    '- Một là mở cửa;',
    '- Hai là giữ sách cho dân trong thôn và ngoài xã.',
    '2. Việc cuối.',
    '3. Hết.',
  ]);
  expect(source.furniture).toEqual(['- 1 -', '- 2 -', '- 3 -', 'Thư viện xã']);
  expect(source.changes).toEqual([{ reason: 'line-join', count: 3, chars: 0 }]);
});

test('bold is known by the name of the font', async () => {
  const { blocks } = await readPdf(FILE, LIMITS);
  const isBold = blocks.map(
    (block) => block.type === 'paragraph' && block.runs.some((run) => run.bold),
  );
  expect(isBold.slice(0, 2)).toEqual([true, false]);
});

const poppler = await findHelper('pdftotext');
const drawing = await findHelper('pdftoppm');
test.skipIf(poppler === null)(
  'Poppler reads the same text (skipped: pdftotext is not installed)',
  async () => {
    const source = await readPdf(FILE, LIMITS);
    const squeeze = (text: string): string => text.replace(/\s+/g, '');
    const read = source.blocks
      .map((block) => (block.type === 'paragraph' ? rawText(block) : ''))
      .join('');
    expect(squeeze(source.witness?.text ?? '')).toBe(squeeze(read));
  },
);

test('a page that is a picture, and text that is not drawn, stop the import', async () => {
  const text = (words: string): PdfText => ({ text: words.repeat(30), x: LEFT, y: 700 });
  const hidden = { ...text('Chữ ẩn. '), invisible: true };
  const square = { text: '', x: 100, y: 300, square: 300 };
  const file = buildPdf([[text('Một. ')], [], [text('Hai. '), hidden], [square], [text('Ba. ')]]);
  const { findings } = await readPdf(file, LIMITS);
  const stopping = findings.filter(({ severity }) => severity === 'blocker');
  const pictures = drawing === null ? [] : [{ id: 'pdf-picture-page', count: 1, place: 'trang 4' }];
  expect(stopping).toMatchObject([
    { id: 'pdf-invisible', count: 1, place: 'trang 3' },
    ...pictures,
  ]);
});

test('a scan behind which a machine has put its text is a scan', async () => {
  const layer = (number: number): PdfText[] => [
    { text: `Trang ${number}. ${'Chữ do máy. '.repeat(9)}`, x: LEFT, y: 700, invisible: true },
  ];
  const read = readPdf(buildPdf([layer(1), layer(2)]), { ...LIMITS, until: 0 });
  await expect(read).rejects.toMatchObject({
    id: expect.stringMatching(/^(?:ocr-too-long|helper-missing-)/) as string,
  });
});

test('a broken file is refused', async () => {
  await expect(readPdf(Buffer.from('%PDF-1.7\nnothing'), LIMITS)).rejects.toMatchObject({
    id: 'pdf-broken',
  });
});

test('a file that unfolds without measure, or takes too long, is refused', async () => {
  const drawing = deflateSync(Buffer.alloc(40 * 2 ** 20, '(x) Tj '));
  const bomb = Buffer.concat([
    Buffer.from(`%PDF-1.4\n4 0 obj\n<</Length ${drawing.length}/Filter/FlateDecode>>\nstream\n`),
    drawing,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  await expect(readPdf(bomb, LIMITS)).rejects.toMatchObject({ id: 'pdf-too-heavy' });
  await expect(readPagesApart(FILE, 1)).rejects.toMatchObject({ id: 'pdf-too-heavy' });
});
