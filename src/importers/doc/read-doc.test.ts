import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paragraphsOf, rawText } from '../../lib/structure/source.ts';
import { findHelper } from '../helper-programs.ts';
import { buildDocx, paragraph } from '../testing/build-docx.ts';
import { convert } from './convert.ts';
import { readDoc } from './read-doc.ts';

const office = await findHelper('libreoffice');
const LINES = ['QUYẾT ĐỊNH', 'Điều 1. Mở thư viện xã Minh Trí.', 'Điều 2. Có hiệu lực.'];

test.skipIf(office === null)(
  'old Word files and RTF give the text they were made of (needs LibreOffice)',
  async () => {
    const docx = buildDocx({ body: LINES.map((line) => paragraph(line)).join('') });
    for (const method of ['doc', 'rtf'] as const) {
      const source = await readDoc(await convert(docx, 'docx', method), method);
      const texts = paragraphsOf(source.blocks).map((block) => rawText(block).trim());
      expect(texts.filter((text) => text !== '')).toEqual(LINES);
      expect(source.findings.map(({ id }) => id)).toEqual(['witness-same']);
    }
  },
  240_000,
);

test.skipIf(office === null || process.platform !== 'linux')(
  'a file that LibreOffice has too little memory for is refused for that reason (needs LibreOffice)',
  async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `Dòng ${index}.\\par\n`);
    const rtf = Buffer.from(`{\\rtf1 ${lines.join('')}}`.replaceAll('ò', "\\'f2"), 'latin1');
    await expect(convert(rtf, 'rtf', 'docx', 20 * 2 ** 20)).rejects.toMatchObject({
      id: 'conversion-memory',
      values: { megabytes: '20' },
    });
  },
  240_000,
);

test('without LibreOffice the clerk is told what is missing and what to ask for', async () => {
  const path = process.env.PATH;
  process.env.PATH = '';
  const folder = await mkdtemp(join(tmpdir(), 'nhap-thu-'));
  try {
    await writeFile(join(folder, 'a.rtf'), '{\\rtf1 a}');
    const file = await readFile(join(folder, 'a.rtf'));
    await expect(readDoc(file, 'rtf')).rejects.toMatchObject({ id: 'helper-missing-libreoffice' });
  } finally {
    process.env.PATH = path;
    await rm(folder, { recursive: true, force: true });
  }
});
