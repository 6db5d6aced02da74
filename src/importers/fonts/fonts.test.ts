import { describe, expect, test } from 'vitest';
import { paragraphsOf, rawText } from '../../lib/structure/source.ts';
import type { SourceDocument, SourceRun } from '../../lib/structure/source.ts';
import { decodeSource } from './decode.ts';
import { decodeTcvn3 } from './tcvn3.ts';
import { decodeVni } from './vni.ts';

/** A document of one paragraph. */
function source(runs: Partial<SourceRun>[]): SourceDocument {
  const plain = { text: '', font: null, bold: false, italic: false, caps: false };
  const paragraph = {
    type: 'paragraph' as const,
    runs: runs.map((run) => ({ ...plain, ...run })),
    generated: null,
    align: 'left' as const,
    indent: 0,
    locator: 'đoạn 1',
  };
  return {
    method: 'docx',
    blocks: [paragraph],
    notes: [],
    furniture: [],
    findings: [],
    changes: [],
    witness: null,
  };
}

function decode(runs: Partial<SourceRun>[]): { text: string; reasons: string[] } {
  const { source: decoded, changes } = decodeSource(source(runs));
  const text = paragraphsOf(decoded.blocks).map(rawText).join('');
  return { text, reasons: changes.map(({ reason }) => reason) };
}

test.each([
  ['§iÒu 5. Th­ viÖn x· Minh TrÝ', 'Điều 5. Thư viện xã Minh Trí'],
  ['nh÷ng ng­êi ®­îc cö', 'những người được cử'],
  ['tØ lÖ, quü, tiÕng, Ðp', 'tỉ lệ, quỹ, tiếng, ép'],
])('TCVN3: %s → %s', (stored, shown) => {
  expect(decodeTcvn3(stored)).toBe(shown);
});

test.each([
  ['Ñieàu 5. Thö vieän xaõ Minh Trí', 'Điều 5. Thư viện xã Minh Trí'],
  ['CHÖÙC NAÊNG, NHIEÄM VUÏ', 'CHỨC NĂNG, NHIỆM VỤ'],
  ['tyû leä, quyù, nghò quyeát, ngöôøi', 'tỷ lệ, quý, nghị quyết, người'],
])('VNI: %s → %s', (stored, shown) => {
  expect(decodeVni(stored)).toBe(shown);
});

describe('decodeSource', () => {
  const CASES: [string, Partial<SourceRun>[], string, string[]][] = [
    [
      'a soft hyphen is ư in TCVN3',
      [{ text: 'Th\u00AD', font: '.VnTime' }],
      'Thư',
      ['legacy-font'],
    ],
    ['and is nothing elsewhere', [{ text: 'Th\u00ADư', font: 'Times' }], 'Thư', []],
    [
      'capital fonts show capitals',
      [{ text: 'quy chÕ', font: '.VnTimeH' }],
      'QUY CHẾ',
      ['legacy-font', 'caps-font'],
    ],
    ['so does the switch', [{ text: 'quy chế', caps: true }], 'QUY CHẾ', ['caps-font']],
    ['eth is repaired after decoding', [{ text: 'Ðiều' }], 'Điều', ['confusable']],
    ['and is é in TCVN3', [{ text: 'Ðp', font: '.VnTime' }], 'ép', ['legacy-font']],
    ['a Cyrillic letter in a word', [{ text: 'cáс' }], 'các', ['confusable']],
    ['a mark in another run', [{ text: 'e' }, { text: '\u0302\u0301m', bold: true }], 'ếm', []],
    [
      'a VNI letter cut apart',
      [
        { text: 'ba', font: 'VNI-Times' },
        { text: 'ûn', font: 'VNI-Times', bold: true },
      ],
      'bản',
      ['legacy-font'],
    ],
    ['a tick', [{ text: '\uF0FE', font: 'Wingdings' }], '☑', ['symbol-font']],
    [
      'what cannot be shown is marked',
      [{ text: 'a\u0001b\uE123' }],
      'a\uFFFDb\uFFFD',
      ['unreadable-character'],
    ],
  ];
  test.each(CASES)('%s', (_, runs, text, reasons) => {
    expect(decode(runs)).toEqual({ text, reasons });
  });

  test('text without font names is decoded where the case is plain', () => {
    const stored =
      'Th­ viÖn céng ®ång x· Minh TrÝ phôc vô nh©n d©n trong x·, gåm c¸c tñ s¸ch th«n vµ tñ s¸ch l­u ®éng theo quy ®Þnh cña ñy ban nh©n d©n x·.';
    expect(decode([{ text: stored, font: 'Times New Roman' }]).text).toContain(
      'Thư viện cộng đồng',
    );
    expect(decode([{ text: 'Thư viện cộng đồng xã Minh Trí phục vụ nhân dân' }]).reasons).toEqual(
      [],
    );
  });
});
