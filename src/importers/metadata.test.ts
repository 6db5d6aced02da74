import { describe, expect, test } from 'vitest';
import { toLines } from '../lib/structure/lines.ts';
import { parseStructure } from '../lib/structure/parse-structure.ts';
import { toParagraphs } from '../lib/structure/testing/paragraphs.ts';
import { findMetadata } from './metadata.ts';
import type { Metadata } from './metadata.ts';

/** What the head and foot of a text say, where no issuer has a record. */
function read(text: string): Metadata {
  const lines = toLines(toParagraphs(text));
  const [scope] = parseStructure(lines).scopes;
  if (!scope) throw new Error('The text is empty.');
  return findMetadata(lines, scope, { issuers: new Map() });
}

const BODY = `
  Căn cứ Luật Thư viện thử;
  *Điều 1. Thư viện
  Thư viện mở cửa hằng ngày.`;

describe('number, day and issuer, as gazettes print them', () => {
  test.each([
    [
      'under the type, with figures for the day',
      `^*THÔNG TƯ
      ^SỐ 7/2031/TT-BTV NGÀY 14-10-2031 CỦA BỘ TRƯỞNG BỘ THƯ VIỆN HƯỚNG DẪN MỞ KHO SÁCH`,
      ['7/2031/TT-BTV', '2031-10-14', 'BỘ THƯ VIỆN', 'HƯỚNG DẪN MỞ KHO SÁCH'],
    ],
    [
      'in brackets under the title',
      `^*LUẬT
      ^*THƯ VIỆN XÃ
      ^(số 27/2031/QH30 ngày 29-6-2031)`,
      ['27/2031/QH30', '2031-06-29', 'Quốc hội', 'Luật THƯ VIỆN XÃ'],
    ],
    [
      'at the end of the title',
      `^*LUẬT
      ^*THƯ VIỆN XÃ SỐ 23-L/CTN NGÀY 10/07/2031 CỦA QUỐC HỘI`,
      ['23-L/CTN', '2031-07-10', undefined, 'Luật THƯ VIỆN XÃ'],
    ],
  ])('%s', (_, head, expected) => {
    const { symbol, issuedDate, issuer, title } = read(head + BODY);
    expect([symbol, issuedDate, issuer?.name, title]).toEqual(expected);
  });

  test('a document that the title names is another one', () => {
    const { symbol, issuedDate } = read(`
      ^BỘ THƯ VIỆN
      ^Số:      /TT-BTV
      ^*THÔNG TƯ
      ^*SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ
      ^*SỐ 12/2030/TT-BTV NGÀY 05 THÁNG 4 NĂM 2030${BODY}`);
    expect([symbol, issuedDate]).toEqual([null, null]);
  });

  test('the day may stand at the end of an old text', () => {
    const { issuedDate } = read(`
      ^*SẮC LỆNH
      ^*MỞ THƯ VIỆN${BODY}
      Minh Trí, ngày 22 tháng 11 năm 2031
      ^*CHỦ TỊCH
      ^*Trần Văn Thử`);
    expect(issuedDate).toBe('2031-11-22');
  });
});

describe('the signer', () => {
  const foot = (name: string): Metadata['signer'] =>
    read(`
      ^*LUẬT
      ^*THƯ VIỆN XÃ${BODY}
      Luật này đã được Quốc hội khóa XXX thông qua ngày 01 tháng 01 năm 2031.
      ^*CHỦ TỊCH QUỐC HỘI
      ^*${name}`).signer;

  test.each(['Trần Văn Thử', 'Đã ký: Trần Văn Thử', '(Đã ký) Trần Văn Thử'])('%s', (name) => {
    expect(foot(name)).toEqual({ name: 'Trần Văn Thử', position: 'Chủ tịch Quốc hội' });
  });

  test('is no body with a foreign name', () => {
    expect(foot('The Village Library Division')).toBeNull();
  });
});
