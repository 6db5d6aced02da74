import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../provision/parse-body.ts';
import { provisionText } from '../provision/text.ts';
import type { CitableDocument } from '../document/cite.ts';
import {
  divideEdition,
  partOf,
  resolveItem,
  textDigest,
  unitDigests,
  type TrayEdition,
} from './edition.ts';
import type { TrayItem } from './tray.ts';

const DOCUMENT: CitableDocument = {
  slug: '901-qd-tv-2031',
  system: 'dang',
  typeName: 'Quyết định',
  symbol: '901-QĐ/TV',
  date: '2031-03-04',
  year: 2031,
  announced: null,
  issuer: 'Đảng ủy xã Minh Trí',
  subject: null,
  name: null,
  attached: null,
  gaps: [],
};

const ITEM: TrayItem = {
  document: DOCUMENT,
  provision: { id: 'd1', label: 'Điều 1', scope: null },
  warning: '',
  quote: null,
  address: null,
  note: 'của tôi',
};

const EDITION: TrayEdition = {
  document: DOCUMENT,
  warning: '',
  address: null,
  anchors: 'd1 d10 d1-1',
};

describe('resolveItem', () => {
  test('leaves an item as it is when nothing has changed', () => {
    expect(resolveItem(ITEM, EDITION)).toEqual({ item: ITEM, state: 'current' });
  });

  test('brings the warning and the date up to date, and keeps the note', () => {
    const edition = {
      ...EDITION,
      warning: '[đã bị thay thế]',
      address: 'https://a.example/9.html',
    };
    expect(resolveItem(ITEM, edition)).toEqual({
      item: { ...ITEM, warning: '[đã bị thay thế]', address: 'https://a.example/9.html#d1' },
      state: 'updated',
    });
  });

  test.each(['d', 'd2', '1', 'd1-', 'd100'])('says that %j is gone', (id) => {
    const item = { ...ITEM, provision: { id, label: '', scope: null } };
    expect(resolveItem(item, EDITION)).toEqual({ item, state: 'gone' });
  });

  test('says that a document is gone', () => {
    expect(resolveItem(ITEM, undefined).state).toBe('gone');
  });

  test('asks of a whole document for no anchor', () => {
    expect(resolveItem({ ...ITEM, provision: null }, { ...EDITION, anchors: '' }).state).toBe(
      'current',
    );
  });

  test.each([
    ['Điều 1. Đọc\nsách', 'current'],
    ['Điều 1. Đọc báo', 'text-changed'],
  ])('compares the official text that was collected: %j', (quote, state) => {
    const anchors = `d1:${textDigest('Điều 1.  Đọc sách')}`;
    expect(resolveItem({ ...ITEM, quote }, { ...EDITION, anchors }).state).toBe(state);
  });

  test('says so when the text is no longer there to compare', () => {
    expect(resolveItem({ ...ITEM, quote: 'Điều 1.' }, EDITION).state).toBe('text-changed');
  });
});

test.each(['luat', 'luat-sua-doi', 'quyet-dinh', 'chi-thi', 'chia-phan'])(
  'unitDigests gives every unit of %s the digest of its text with all below it',
  async (name) => {
    const source = await readFile(`src/lib/provision/fixtures/${name}.mdx`, 'utf8');
    const { tree } = parseBody(source.replace(/^---\n[\s\S]*?\n---\n/, ''));
    expect(tree.byId.size).toBeGreaterThan(3);
    const expected = [...tree.byId].map(([id, unit]) => [id, textDigest(provisionText(unit))]);
    expect(Object.fromEntries(unitDigests(tree.children))).toEqual(Object.fromEntries(expected));
  },
);

describe('divideEdition', () => {
  const editionOf = (slug: string, length: number): TrayEdition => ({
    ...EDITION,
    document: { ...DOCUMENT, slug },
    anchors: 'x'.repeat(length),
  });

  test('puts what belongs together into parts in which each document is found', () => {
    const parts = divideEdition([
      editionOf('a', 10),
      editionOf('b', 199_000),
      editionOf('c', 300_000),
      editionOf('d', 10),
    ]);
    expect(parts.map((part) => Object.keys(part))).toEqual([['a', 'b'], ['c'], ['d']]);
    const firsts = ['a', 'c', 'd'];
    expect(['a', 'b', 'bz', 'c', 'z', '1'].map((slug) => partOf(slug, firsts))).toEqual([
      0, 0, 0, 1, 2, -1,
    ]);
  });

  test('has no parts for no documents', () => {
    expect(divideEdition([])).toEqual([]);
  });
});
