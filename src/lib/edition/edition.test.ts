import { describe, expect, test } from 'vitest';
import { hashTextV1 } from '../anchors/fingerprint.ts';
import { formatLock } from '../anchors/lock.ts';
import { addAlias, addTombstone, updateLock } from '../anchors/update-lock.ts';
import { buildLibrary } from '../library/build-library.ts';
import type { Library } from '../library/types.ts';
import {
  compareEditions,
  formatChanges,
  parseChanges,
  type DocumentChange,
} from './compare-editions.ts';
import { parseSnapshot, takeSnapshot, type EditionSnapshot } from './snapshot.ts';

const BODY = `### Điều 1. Phạm vi

Quy chế này áp dụng trong xã Minh Trí.

### Điều 2. Thủ thư

<Gist sources="s1">

Nói về người giữ sách.

</Gist>
`;

/** The fictional library of xã Minh Trí, some of its words exchanged. */
function library(edit: (file: string) => string = (file) => file, lock?: string): Library {
  const record = (symbol: string, fields: string, body: string) => `---
symbol: ${symbol}
type: quyet-dinh
system: nha-nuoc
title: Quyết định về thư viện xã Minh Trí
issuer: ubnd-xa
confidence: high
${fields}
---

${body}`;
  const outline = `status: { value: unknown }
text: { state: outline }
sources: [{ id: s1, url: 'https://minh-tri.example/a', title: A, seen: [gist] }]`;
  const files = [
    { path: 'van-ban/quyet-dinh/901-qd-tv-2031.mdx', text: record('901-QĐ/TV', outline, BODY) },
    {
      path: 'van-ban/quyet-dinh/902-qd-tv-2032.mdx',
      text: record('902-QĐ/TV', 'status: { value: unknown }', ''),
    },
  ].map(({ path, text }) => ({ path, text: edit(text) }));
  const locked = lock === undefined ? [] : [{ path: 'anchors.lock.json', text: lock }];
  return buildLibrary([...files, ...locked]).library;
}

const snapshot = (built: Library, date: string | null = '2033-01-01'): EditionSnapshot =>
  takeSnapshot(built, { date });

/** The changes of one document; fails when others changed too. */
function changeOf(before: Library, now: Library): DocumentChange {
  const { documents } = compareEditions(snapshot(before), snapshot(now));
  const [change, ...others] = documents;
  if (!change || others.length > 0) throw new Error(`${documents.length} documents changed`);
  return change;
}

const replace = (old: string, recent: string) => (file: string) => file.replace(old, recent);

test('a snapshot is read back, holds no official text, and does not depend on the order', () => {
  const taken = snapshot(library());
  const written = JSON.stringify(taken);
  expect(parseSnapshot(written)).toEqual(taken);
  expect(written).not.toContain('áp dụng trong');
  expect(Object.keys(taken.documents)).toEqual(['901-qd-tv-2031', '902-qd-tv-2032']);
});

/** As the first version of snapshots had it, of {@link library}. */
const FIRST = {
  version: 1,
  date: '2032-12-31',
  documents: {
    '901-qd-tv-2031': {
      name: 'Quyết định 901-QĐ/TV',
      facts: {
        symbol: '901-QĐ/TV',
        title: 'Quyết định về thư viện xã Minh Trí',
        issuer: 'ubnd-xa',
      },
      status: 'unknown',
      text: 'outline',
      relations: [],
      units: {
        d1: { label: 'Điều 1', text: 'TEXT', gist: '' },
        d2: {
          label: 'Điều 2',
          text: hashTextV1('Thủ thư'),
          gist: hashTextV1('Nói về người giữ sách.'),
        },
      },
      aliases: {},
      tombstones: {},
    },
  },
  removed: {},
};

test('an edition of the first version is compared, too', () => {
  const compare = (text: string) => {
    const before = parseSnapshot(JSON.stringify(FIRST).replace('TEXT', hashTextV1(text)));
    if (!before) throw new Error('not read');
    return compareEditions(before, snapshot(library())).documents;
  };
  const rest = [{ slug: '902-qd-tv-2032', change: 'added' }];
  expect(compare('Phạm vi Quy chế này áp dụng trong xã Minh Trí.')).toMatchObject(rest);
  expect(compare('Phạm vi Quy chế này áp dụng ngoài xã Minh Trí.')).toMatchObject([
    { slug: '901-qd-tv-2031', units: [{ change: 'text', id: 'd1', label: 'Điều 1' }] },
    ...rest,
  ]);
});

test.each(['', '{', '[]', '{"version":3,"date":null,"documents":{},"removed":{},"digests":{}}'])(
  'reads no snapshot and no changes from %j',
  (text) => {
    expect(parseSnapshot(text)).toBeNull();
    expect(parseChanges(text)).toBeNull();
  },
);

describe('compareEditions', () => {
  test('finds nothing between an edition and itself', () => {
    const changes = compareEditions(snapshot(library()), snapshot(library(), '2034-02-02'));
    expect(changes).toMatchObject({ before: '2033-01-01', now: '2034-02-02', documents: [] });
  });

  test.each<[string, (file: string) => string, Partial<DocumentChange>]>([
    [
      'a status',
      replace('value: unknown }\ntext', 'value: expired }\ntext'),
      { status: { before: 'unknown', now: 'expired' } },
    ],
    [
      'a fact',
      replace('text: {', 'issuedDate: 2031-05-06\ntext: {'),
      { facts: [{ fact: 'issuedDate', before: null, now: '2031-05-06' }] },
    ],
    [
      'a relation',
      (file) =>
        file.includes('902-QĐ')
          ? file.replace(
              'value: unknown }',
              'value: unknown }\nrelations: [{ kind: replaces, target: 901-qd-tv-2031, source: unverified }]',
            )
          : file,
      {
        slug: '902-qd-tv-2032',
        relations: [
          {
            change: 'added',
            kind: 'replaces',
            target: '901-qd-tv-2031',
            name: 'Quyết định 901-QĐ/TV',
          },
        ],
      },
    ],
    [
      'words of a unit',
      replace('trong xã', 'ngoài xã'),
      { units: [{ change: 'text', id: 'd1', label: 'Điều 1', to: '', note: '' }] },
    ],
    [
      'a gist',
      replace('giữ sách', 'mượn sách'),
      { units: [{ change: 'gist', id: 'd2', label: 'Điều 2', to: '', note: '' }] },
    ],
    [
      'a unit that is new',
      (file) => (file.includes('Điều 2') ? `${file}\n### Điều 3. Mới\n` : file),
      { units: [{ change: 'added', id: 'd3', label: 'Điều 3', to: '', note: '' }] },
    ],
  ])('finds %s', (_, edit, expected) => {
    const change = changeOf(library(), library(edit));
    expect(change).toMatchObject({ change: 'changed', ...expected });
    const changed = ['facts', 'relations', 'units'].filter(
      (part) => change[part as 'facts'].length > 0,
    );
    expect(changed).toEqual(
      Object.keys(expected).filter((key) => !['status', 'slug'].includes(key)),
    );
  });

  test('tells a unit that moved from one that is no more', () => {
    const before = library();
    const trees = new Map(before.documents.map(({ slug, tree }) => [slug, tree]));
    const locked = updateLock({ documents: {}, removed: {} }, trees);
    const slug = '901-qd-tv-2031';
    const renamed = replace('### Điều 2', '### Điều 5');
    const units = (lock: typeof locked) =>
      changeOf(before, library(renamed, formatLock(lock))).units.filter(({ id }) => id === 'd2');
    expect(units(addAlias(locked, slug, 'd2', 'd5'))).toEqual([
      { change: 'moved', id: 'd2', label: 'Điều 2', to: 'd5', note: '' },
    ]);
    expect(units(addTombstone(locked, slug, 'd2', 'Bỏ.'))).toEqual([
      { change: 'removed', id: 'd2', label: 'Điều 2', to: '', note: 'Bỏ.' },
    ]);
  });

  test('names documents that are new and that are gone, with the reason', () => {
    const whole = snapshot(library());
    const rest = Object.entries(whole.documents).slice(1);
    const smaller = {
      ...whole,
      documents: Object.fromEntries(rest),
      removed: { '901-qd-tv-2031': 'Trùng.' },
    };
    const kinds = (a: EditionSnapshot, b: EditionSnapshot) =>
      compareEditions(a, b).documents.map(({ change, slug, note, units }) => {
        expect(units).toEqual([]);
        return [change, slug, note];
      });
    expect(kinds(whole, smaller)).toEqual([['removed', '901-qd-tv-2031', 'Trùng.']]);
    expect(kinds(smaller, whole)).toEqual([['added', '901-qd-tv-2031', '']]);
  });

  test('writes changes down and reads them back', () => {
    const changes = compareEditions(
      snapshot(library()),
      snapshot(library(replace('Điều 2', 'Điều 3'))),
    );
    expect(changes.documents).not.toEqual([]);
    expect(parseChanges(formatChanges(changes))).toEqual(changes);
  });
});
