import { describe, expect, test } from 'vitest';
import { paragraphsOf, rawText } from '../../lib/structure/source.ts';
import type { SourceDocument } from '../../lib/structure/source.ts';
import { readHtml } from './read-html.ts';

const LAW = `
  <p align="center"><b>QUYẾT ĐỊNH</b><br>Về thư viện xã</p>
  <p>Số: 901/QĐ-TV</p>
  <p><b>Điều 1. Phạm vi</b></p><p>Thư viện&nbsp;xã &lt;Minh Trí&gt; &amp; thôn.</p>
  <p style="display:none">Đăng nhập để xem</p>
  <p>Điều 2. Hiệu lực</p><div>Từ ngày ký.<script>alert("Điều 3.")</script></div>
  <p>Nơi nhận:<br/>- Lưu.</p>`;

function portal(inner: string): Buffer {
  return Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>Trang</title></head><body>
     <nav>Điều hướng</nav><div class="menu">Văn bản liên quan: Điều 9. Khác</div>
     <div id="khung"><div class="cot">${inner}</div></div><footer>Liên hệ</footer></body></html>`,
  );
}

function texts({ blocks }: SourceDocument): string[] {
  return paragraphsOf(blocks).map((paragraph) => rawText(paragraph).trim());
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('a saved page', () => {
  test('gives the document without the page around it', () => {
    const source = readHtml(portal(LAW), '.cot');
    expect(texts(source)).toEqual([
      'QUYẾT ĐỊNH\nVề thư viện xã',
      'Số: 901/QĐ-TV',
      'Điều 1. Phạm vi',
      'Thư viện\u00A0xã <Minh Trí> & thôn.',
      'Điều 2. Hiệu lực',
      'Từ ngày ký.',
      'Nơi nhận:\n- Lưu.',
    ]);
  });

  test('agrees with a reading by tags alone, hidden text told', () => {
    const { blocks, witness } = readHtml(portal(LAW), '.cot');
    expect(squeeze(witness?.text ?? '')).toBe(squeeze(paragraphsOf(blocks).map(rawText).join('')));
    expect(witness?.extra).toEqual([
      { reason: 'site-furniture', chars: expect.any(Number) as number },
    ]);
  });

  test('is found by its parts where nobody names them', () => {
    const long = LAW + '<p>Điều 3. Thêm.</p><p>Điều 4. Thêm.</p>';
    expect(texts(readHtml(portal(long)))).toContain('Điều 1. Phạm vi');
    expect(texts(readHtml(portal(long)))).not.toContain('Liên hệ');
  });

  test.each([
    [
      'laid out by tables',
      (law: string) => `<table><tr><td>Mục lục</td><td>${law}</td></tr></table>`,
    ],
    [
      'with the articles in a part of their own',
      (law: string) => {
        const at = law.indexOf('<p><b>Điều 1');
        const end = law.indexOf('<p>Nơi nhận');
        return `<div>${law.slice(0, at)}<div>${law.slice(at, end)}</div>${law.slice(end)}</div>`;
      },
    ],
  ])('%s gives the whole document and nothing else', (_, page) => {
    const more = Array.from({ length: 12 }, (__, at) => `<p>Điều ${at + 3}. Thêm.</p>`).join('');
    const law = LAW.replace('<p>Nơi nhận', `${more}<p>Nơi nhận`);
    const found = texts(readHtml(portal(page(`<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>${law}`))));
    expect(found[0]).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(found.at(-1)).toBe('Nơi nhận:\n- Lưu.');
  });

  test('keeps the numbers that a browser prints before items', () => {
    const lists =
      '<div id="x"><ol start="3"><li>ba</li><li value="7">bảy</li></ol><ol type="a"><li>a</li></ol><ol type="I"><li>một</li><li>hai</li></ol></div>';
    const { blocks } = readHtml(portal(lists), '#x');
    expect(paragraphsOf(blocks).map(({ generated }) => generated?.text)).toEqual([
      '3.',
      '7.',
      'a.',
      'I.',
      'II.',
    ]);
  });

  test.each([
    [
      'windows-1258',
      'x-user',
      Buffer.from('<meta charset="windows-1252"><p id="a">caf\u00e9 Th\u00f4n</p>', 'latin1'),
      'café Thôn',
    ],
    [
      'UTF-16',
      '',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<p id="a">Điều</p>', 'utf16le')]),
      'Điều',
    ],
  ])('%s is decoded', (_, __, file, expected) => {
    expect(texts(readHtml(file, '#a'))).toEqual([expected]);
  });

  test('without a document is refused, as is one nested without end', () => {
    expect(() => readHtml(portal('<p>x</p>'), '#nowhere')).toThrow('html-no-document');
    expect(() => readHtml(Buffer.from('<div>'.repeat(2000)))).toThrow('xml-too-large');
  });
});
