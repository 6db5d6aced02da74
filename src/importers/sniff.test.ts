import { expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const HTML = '<html><body><p>Chữ</p></body></html>';

test.each([
  ['nothing', '', 'empty'],
  ['a page', HTML, 'html'],
  ['a page in UTF-16, little end first', Buffer.from(`\uFEFF${HTML}`, 'utf16le'), 'html'],
  ['a page in UTF-16, big end first', Buffer.from(`\uFEFF${HTML}`, 'utf16le').swap16(), 'html'],
  [
    'a page with its parts in one file',
    `From: <Saved>\r\nSubject: =?utf-8?Q?=C4=90i?=\r\n more\r\nMIME-Version: 1.0\r\n\r\n${HTML}`,
    'mhtml',
  ],
  ['a page that speaks of MIME-Version', HTML.replace('Chữ', 'MIME-Version: 1.0'), 'html'],
  [
    'a Word document in one XML file',
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>',
    'word-xml',
  ],
  [
    'the same without the mark',
    '<?xml version="1.0"?>\n<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
    'word-xml',
  ],
  ['plain text', 'Điều 1. Chữ', 'text'],
  ['a program', Buffer.from('MZ\u0000\u0001'), 'unknown'],
])('%s', (_, file, kind) => {
  expect(sniff(Buffer.from(file))).toBe(kind);
});
