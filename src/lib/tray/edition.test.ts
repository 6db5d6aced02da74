import { describe, expect, test } from 'vitest';
import type { CitableDocument } from '../document/cite.ts';
import { textDigest } from '../edition/unit-digests.ts';
import { divideEdition, partOf, readPart, resolveItem, type TrayEdition } from './edition.ts';
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
  digests: '',
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
    const digests = ['Điều 10.', 'Điều 1.  Đọc sách', 'Đọc'].map(textDigest).join('');
    const edition = { ...EDITION, anchors: 'd10 d1 d1-1', digests };
    expect(resolveItem({ ...ITEM, quote }, edition).state).toBe(state);
  });

  test('says so when the text is no longer there to compare', () => {
    expect(resolveItem({ ...ITEM, quote: 'Điều 1.' }, EDITION).state).toBe('text-changed');
  });
});

describe('divideEdition', () => {
  const editionOf = (slug: string, length: number): TrayEdition => ({
    ...EDITION,
    document: { ...DOCUMENT, slug },
    anchors: 'x'.repeat(length),
  });

  test('puts what belongs together into parts in which each document is found', () => {
    const parts = divideEdition([
      editionOf('a', 10),
      editionOf('b', 399_000),
      editionOf('c', 500_000),
      editionOf('d', 10),
    ]);
    const slugs = parts.map(({ documents }) => documents.map(({ document }) => document.slug));
    expect(slugs).toEqual([['a', 'b'], ['c'], ['d']]);
    const firsts = ['a', 'c', 'd'];
    expect(['a', 'b', 'bz', 'c', 'z', '1'].map((slug) => partOf(slug, firsts))).toEqual([
      0, 0, 0, 1, 2, -1,
    ]);
  });

  test('keeps all that is known of a document', () => {
    const editions = ['a', 'b'].map((slug) => ({ ...editionOf(slug, 3), digests: `${slug}bcd` }));
    expect(divideEdition(editions).flatMap(readPart)).toEqual([
      ['a', editions[0]],
      ['b', editions[1]],
    ]);
  });

  test('has no parts for no documents', () => {
    expect(divideEdition([])).toEqual([]);
  });
});
