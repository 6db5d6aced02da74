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

describe('every letter of Vietnamese in VNI', () => {
  // The layout of the keyboard, written down apart from the decoder.
  const TONES = {
    '': '',
    '\u0301': 'ù',
    '\u0300': 'ø',
    '\u0309': 'û',
    '\u0303': 'õ',
    '\u0323': 'ï',
  };
  const CIRCUMFLEX = {
    '': 'â',
    '\u0301': 'á',
    '\u0300': 'à',
    '\u0309': 'å',
    '\u0303': 'ã',
    '\u0323': 'ä',
  };
  const BREVE = {
    '': 'ê',
    '\u0301': 'é',
    '\u0300': 'è',
    '\u0309': 'ú',
    '\u0303': 'ü',
    '\u0323': 'ë',
  };
  const WHOLE: Record<string, string> = { đ: 'ñ', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' };
  const LETTERS = [
    ...spell(['a', 'e', 'i', 'o', 'u', 'y'], TONES, (base) => base),
    ...spell(['ơ', 'ư'], TONES, (base) => (base === 'ơ' ? 'ô' : 'ö')),
    ...spell(['â', 'ê', 'ô'], CIRCUMFLEX, (base) => base.normalize('NFD').charAt(0)),
    ...spell(['ă'], BREVE, () => 'a'),
    ['đ', 'ñ'] as const,
  ];

  function spell(
    bases: string[],
    marks: Record<string, string>,
    stored: (base: string) => string,
  ): (readonly [string, string])[] {
    return bases.flatMap((base) =>
      Object.entries(marks).map(([tone, mark]) => {
        const shown = (base + tone).normalize('NFC');
        return [shown, WHOLE[shown] ?? stored(base) + mark] as const;
      }),
    );
  }

  test('there are 73 of them, no two stored alike', () => {
    expect(new Set(LETTERS.map(([shown]) => shown)).size).toBe(73);
    expect(new Set(LETTERS.map(([, stored]) => stored)).size).toBe(73);
  });

  test.each(LETTERS)('%s', (shown, stored) => {
    const upper = stored.toUpperCase();
    const mixed = upper.charAt(0) + stored.slice(1);
    expect(decodeVni(`th${stored}ng`)).toBe(`th${shown}ng`);
    expect(decodeVni(`TH${upper}NG`)).toBe(`TH${shown.toUpperCase()}NG`);
    expect(decodeVni(mixed)).toBe(shown.toUpperCase());
  });
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
    [
      'Unicode in a font left from an older text',
      [{ text: 'Chính sách về thư viện xã', font: '.VnTime' }],
      'Chính sách về thư viện xã',
      [],
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

  test('a paragraph of Unicode leaves those of TCVN3 as they are', () => {
    const read = (texts: string[]): string[] => {
      const all = texts.map((text) => source([{ text, font: '.VnTime' }]).blocks[0]);
      const blocks = all.flatMap((block) => (block ? [block] : []));
      const { source: decoded } = decodeSource({ ...source([]), blocks });
      return paragraphsOf(decoded.blocks).map(rawText);
    };
    expect(read(['Th­ viÖn x·', 'Thư viện xã', 'và', 'Kho s¸ch'])).toEqual([
      ...['Thư viện xã', 'Thư viện xã', 'và', 'Kho sách'],
    ]);
    expect(read(['Th­ viÖn x·', 'xã'])[1]).toBe('xó');
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
