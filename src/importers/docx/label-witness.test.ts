import { expect, test } from 'vitest';
import { findHelper } from '../helper-programs.ts';
import { buildDocx, level, numbered } from '../testing/build-docx.ts';
import { compareLabels } from './label-witness.ts';
import { readDocx } from './read-docx.ts';

const office = await findHelper('libreoffice');
const FILE = buildDocx({
  numbering:
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Điều %1.') + level(1, 'lowerLetter', '%2)')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  body: numbered('Mở thư viện', 1) + numbered('Phòng đọc', 1, 1) + numbered('Kho sách', 1, 1),
});

test.skipIf(office === null)(
  'LibreOffice prints the same numbers, and another one is told (needs LibreOffice)',
  async () => {
    const source = await readDocx(FILE);
    expect(await compareLabels(FILE, source)).toEqual([]);
    const [first] = source.blocks;
    if (first?.type === 'paragraph') first.generated = { text: 'Điều 7.', font: null };
    expect(await compareLabels(FILE, source)).toMatchObject([{ id: 'label-differs', count: 1 }]);
  },
  240_000,
);

test('nothing is asked where nothing is numbered', async () => {
  const file = buildDocx({ body: '<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>' });
  expect(await compareLabels(file, await readDocx(file))).toEqual([]);
});
