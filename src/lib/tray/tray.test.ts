import { describe, expect, test } from 'vitest';
import { readDocx } from '../../importers/docx/read-docx.ts';
import { readZip } from '../../importers/docx/read-zip.ts';
import type { CitableDocument } from '../document/cite.ts';
import { crc32 } from '../zip/write-zip.ts';
import { buildHandout, handoutFile, handoutText } from './handout.ts';
import { handoutDocx } from './handout-docx.ts';
import {
  addItem,
  EMPTY_TRAY,
  formatTray,
  isOfLaterVersion,
  insertItem,
  moveItem,
  parseTray,
  removeItem,
  trayKey,
  updateItem,
  type Tray,
  type TrayItem,
} from './tray.ts';

const WORDS = { title: 'Trích dẫn', note: 'Ghi chú', printed: 'Mã' };

const DOCUMENT: CitableDocument = {
  slug: '901-qd-tv-2031',
  system: 'dang',
  typeName: 'Quyết định',
  symbol: '901-QĐ/TV',
  date: '2031-03-04',
  year: 2031,
  announced: null,
  issuer: 'Đảng ủy xã Minh Trí',
  subject: 'về việc đọc sách',
  name: null,
  attached: null,
  gaps: [],
};

function item(article: number, changes: Partial<TrayItem> = {}): TrayItem {
  return {
    document: DOCUMENT,
    provision: { id: `d${article}`, label: `Điều ${article}`, scope: null },
    warning: '',
    quote: null,
    address: null,
    note: '',
    ...changes,
  };
}

function trayOf(...items: TrayItem[]): Tray {
  return items.reduce(addItem, EMPTY_TRAY);
}

const keys = ({ items }: Tray) => items.map((one) => trayKey(one).replace(/^.*#/, ''));

describe('a tray', () => {
  test('holds each place once, and the document beside its provisions', () => {
    const whole = item(1, { provision: null });
    const tray = trayOf(item(1), item(2), item(1, { note: 'thừa' }), whole);
    expect(keys(tray)).toEqual(['d1', 'd2', '901-qd-tv-2031']);
    expect(tray.items[0]?.note).toBe('');
  });

  test.each([
    ['d1', 1, ['d2', 'd1', 'd3']],
    ['d3', -1, ['d1', 'd3', 'd2']],
    ['d1', -1, ['d1', 'd2', 'd3']],
    ['d3', 5, ['d1', 'd2', 'd3']],
    ['d1', 2, ['d2', 'd3', 'd1']],
    ['none', 1, ['d1', 'd2', 'd3']],
  ])('moves %s by %i', (name, by, expected) => {
    const tray = trayOf(item(1), item(2), item(3));
    expect(keys(moveItem(tray, `901-qd-tv-2031#${name}`, by))).toEqual(expected);
  });

  test('gives back to its place what was removed', () => {
    const tray = trayOf(item(1), item(2), item(3));
    const second = item(2);
    const without = removeItem(tray, trayKey(second));
    expect(keys(without)).toEqual(['d1', 'd3']);
    expect(insertItem(without, second, 1)).toEqual(tray);
  });

  test('changes one item only', () => {
    const tray = updateItem(trayOf(item(1), item(2)), item(2, { note: 'xem lại' }));
    expect(tray.items.map(({ note }) => note)).toEqual(['', 'xem lại']);
  });
});

describe('stored data', () => {
  test('are read back as they were written', () => {
    const tray: Tray = {
      ...trayOf(item(1, { note: 'a\n“b”', quote: 'Điều 1.' }), item(2, { provision: null })),
      style: 'footnote',
      title: 'Bài 1',
      withQuotes: false,
    };
    expect(parseTray(formatTray(tray))).toEqual(tray);
  });

  test('lose only the items that cannot be read', () => {
    const items = [item(1), { ...item(2), document: { slug: 'x' } }, null, 7, item(3)];
    const text = JSON.stringify({ ...EMPTY_TRAY, items, style: 'none' });
    const tray = parseTray(text);
    expect(tray && keys(tray)).toEqual(['d1', 'd3']);
    expect(tray?.style).toBe('party');
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"version":2,"items":[]}',
    '{"version":1}',
    '{"version":1,"items":{}}',
  ])('are refused as a whole: %s', (text) => {
    expect(parseTray(text)).toBeNull();
  });

  test('of a later edition are told from broken ones', () => {
    expect(isOfLaterVersion('{"version":2,"items":[]}')).toBe(true);
    expect(['{', '{"version":"2"}', '{"version":1}', 'null'].some(isOfLaterVersion)).toBe(false);
  });
});

describe('a handout', () => {
  const tray = trayOf(
    item(1, {
      warning: '[Lưu ý: đã bị thay thế.]',
      quote: 'Điều 1. Đọc <sách> & “báo”\n1. Mỗi ngày.',
      address: 'https://thu-vien.example/van-ban/901-qd-tv-2031.html?a=1&b=2#d1',
      note: 'phát cho lớp\nbuổi 2',
    }),
    item(2),
  );

  test('as text has style, warning, official text, note and address', () => {
    expect(handoutText(buildHandout({ ...tray, style: 'short', title: ' Bài 1 ' }, WORDS), WORDS))
      .toBe(`Bài 1

1. Điều 1 Quyết định 901-QĐ/TV (2031)
   [Lưu ý: đã bị thay thế.]
   “Điều 1. Đọc <sách> & “báo”
   1. Mỗi ngày.”
   Ghi chú: phát cho lớp
   buổi 2
   Mã: 901-qd-tv-2031#d1
   https://thu-vien.example/van-ban/901-qd-tv-2031.html?a=1&b=2#d1

2. Điều 2 Quyết định 901-QĐ/TV (2031)
   Mã: 901-qd-tv-2031#d2
`);
  });

  test('leaves official text out when the reader wants so', () => {
    const text = handoutText(buildHandout({ ...tray, withQuotes: false }, WORDS), WORDS);
    expect(text).not.toContain('Mỗi ngày');
    expect(text).toContain('đã bị thay thế');
  });

  test('as a file is marked as UTF-8 and has the line ends of Windows', () => {
    const file = handoutFile(buildHandout(tray, WORDS), WORDS);
    expect(file.startsWith('\uFEFFTrích dẫn\r\n\r\n1. ')).toBe(true);
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  test('as a Word file is read by our own importer, word by word', async () => {
    const handout = buildHandout(tray, WORDS);
    const bytes = Buffer.from(handoutDocx(handout, WORDS));
    const { parts, names } = await readZip(bytes, () => true);
    expect(names).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
      'word/_rels/document.xml.rels',
      'docProps/core.xml',
    ]);
    expect(parts.get('word/_rels/document.xml.rels')?.toString()).toContain(
      'Target="https://thu-vien.example/van-ban/901-qd-tv-2031.html?a=1&amp;b=2#d1" TargetMode="External"',
    );
    const text = JSON.stringify(await readDocx(bytes));
    expect(text).toContain('Đọc <sách> & “báo”');
    expect(text).toContain('[Lưu ý: đã bị thay thế.]');
    expect(text).toContain('901-qd-tv-2031#d2');
  });

  test('gives the same bytes for the same tray', () => {
    const write = () => handoutDocx(buildHandout(tray, WORDS), WORDS);
    expect(write()).toEqual(write());
  });
});

test('checksums are those of ZIP', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
