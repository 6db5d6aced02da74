import { describe, expect, test } from 'vitest';
import { documentText } from '../../importers/docx-text.ts';
import { readDocx } from '../../importers/docx/read-docx.ts';
import { buildDocx, level, numbered, paragraph } from '../../importers/testing/build-docx.ts';
import { buildZip } from '../../importers/testing/build-zip.ts';
import { Refusal } from '../../importers/import-error.ts';
import { readFileText } from './read-file.ts';

/** The bytes as a browser has them: alone in their buffer. */
const bytesOf = (data: Buffer | string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(data));
const read = (data: Buffer | string): Promise<string> => readFileText(bytesOf(data));
const refusal = (data: Buffer | string): Promise<string> =>
  read(data).then(
    (text) => `read: ${text.slice(0, 80)}`,
    (error: unknown) => (error instanceof Refusal ? error.id : String(error)),
  );

describe('a Word file', () => {
  test('reads to the character as on the command line', async () => {
    const file = buildDocx({
      body:
        paragraph('Bài giảng & lời dẫn') +
        numbered('Mở đầu', 1) +
        numbered('Thân bài', 1) +
        `<w:tbl><w:tr><w:tc>${paragraph('ô một')}</w:tc><w:tc>${paragraph('ô hai')}</w:tc></w:tr></w:tbl>` +
        '<w:p><w:r><w:t>Có chú thích</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>' +
        '<w:r><w:tab/><w:t>sau</w:t><w:br/><w:t>dòng</w:t></w:r></w:p>',
      numbering:
        `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      footnotes: `<w:footnote w:id="2">${paragraph('Điều 5 Quyết định 901-QĐ/TV')}</w:footnote>`,
    });
    const text = await read(file);
    expect(text).toBe(documentText(await readDocx(file)));
    expect(text).toContain('II. Thân bài');
    expect(text).toMatch(/\[1\] Điều 5 Quyết định 901-QĐ\/TV$/);
  });

  test.each([
    [
      'without text part',
      buildZip([{ name: 'xl/workbook.xml', data: '<x/>' }]),
      'docx-without-document',
    ],
    ['cut off', buildDocx({ body: paragraph('một') }).subarray(0, 300), 'zip-broken'],
    ['a bomb', buildDocx({ body: ' '.repeat(2 ** 25) }), 'zip-too-large'],
    [
      'a bomb that lies about its size',
      buildZip([{ name: 'word/document.xml', data: Buffer.alloc(2 ** 21), claimedSize: 10 }]),
      'zip-broken',
    ],
    [
      'too many entries',
      buildZip(Array.from({ length: 2100 }, (_, i) => ({ name: `a${i}`, data: '' }))),
      'zip-too-many-entries',
    ],
    [
      'broken XML',
      buildZip([{ name: 'word/document.xml', data: '<w:document><w:p>' }]),
      'xml-broken',
    ],
  ])('refuses: %s', async (_, file, id) => {
    expect(await refusal(file)).toBe(id);
  });

  test('with a password: the bit in the archive, or the wrapping of Word', async () => {
    const locked = buildDocx({ body: paragraph('một') });
    const directory = locked.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked.writeUInt16LE(1, directory + 8);
    expect(await refusal(locked)).toBe('zip-encrypted');
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const name = Buffer.from('EncryptedPackage', 'utf16le');
    expect(await refusal(Buffer.concat([ole, Buffer.alloc(504), name]))).toBe('zip-encrypted');
    expect(await refusal(Buffer.concat([ole, Buffer.alloc(504)]))).toBe('old-doc');
  });
});

test.each([
  ['nothing', '', 'empty'],
  ['a PDF', '%PDF-1.7 …', 'pdf'],
  ['RTF', '{\\rtf1 bài}', 'rtf'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]), 'binary'],
  ['another encoding', Buffer.from('B\xe0i gi\xe3ng \xe4\xf0\xfd', 'latin1'), 'encoding'],
])('refuses %s', async (_, file, id) => {
  expect(await refusal(file)).toBe(id);
});

test('plain text is taken as it stands', async () => {
  expect(await read('Điều 5\r\n  Quyết định')).toBe('Điều 5\r\n  Quyết định');
  expect(await read('\uFEFFĐiều')).toBe('\uFEFFĐiều');
  const utf16 = Buffer.from('\uFEFFĐiều 5', 'utf16le');
  expect(await read(utf16)).toBe(utf16.toString('utf16le'));
});

test('a web page gives its words, not its code', async () => {
  const page = `<!DOCTYPE html><html><head><title>Tên</title><style>p{}</style></head><body>
    <script>alert("không")</script><h1>Bài   giảng</h1><p>Theo <b>Điều 5</b>
    Quyết định<br>901-QĐ/TV &amp; sau</p><ul><li>một<li>hai</ul><!-- ẩn --></body>`;
  expect(await read(page)).toBe(
    'Bài giảng\n\nTheo Điều 5 Quyết định\n901-QĐ/TV & sau\n\nmột\n\nhai',
  );
});

test('a page nested without end is read without overflow', async () => {
  expect(await read(`<html><body>${'<div>'.repeat(50_000)}đáy`)).toBe('đáy');
});
