import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../provision/parse-body.ts';
import { checkAnchors, findUnlocked } from './check-anchors.ts';
import { hashTextV1, isSameUnit } from './fingerprint.ts';
import { EMPTY_LOCK, formatLock, parseLock, type AnchorLock, type LockedDocument } from './lock.ts';
import {
  acceptUnit,
  addAlias,
  addTombstone,
  compareLocks,
  removeDocument,
  updateLock,
} from './update-lock.ts';

const treeOf = (body: string) => parseBody(body).tree;
const lockOf = (body: string) => updateLock(EMPTY_LOCK, new Map([['x', treeOf(body)]]));
const documentOf = (lock: AnchorLock): LockedDocument => {
  const document = lock.documents.x;
  if (!document) throw new Error('not locked');
  return document;
};

const TEXT = `### Điều 1. Phạm vi

Quy chế này áp dụng trong xã Minh Trí.

### Điều 2. Thủ thư

**1.** Thủ thư giữ sách.

**2.** Thủ thư mở cửa lúc 8 giờ.

**d)** Trừ ngày mưa;

**đ)** Trừ ngày lễ.
`;

/** Findings of a changed text, each as `kind id[ → to]`. */
function findings(body: string, locked = documentOf(lockOf(TEXT))): string[] {
  return checkAnchors(locked, treeOf(body)).map(
    ({ kind, id, to }) => `${kind} ${id}${to === '' ? '' : ` → ${to}`}`,
  );
}

describe('published ids', () => {
  test.each<[string, (text: string) => string, string[]]>([
    ['nothing changed', (text) => text, []],
    ['a unit is added', (text) => `${text}\n### Điều 3.\n\nViệc mới.\n`, []],
    ['a label is renamed', (text) => text.replace('**đ)**', '**e)**'), ['moved d2-2-dd → d2-2-e']],
    ['a unit is deleted', (text) => text.replace('**d)** Trừ ngày mưa;\n\n', ''), ['lost d2-2-d']],
    [
      'a unit is put in and the rest is counted on',
      (text) =>
        text
          .replace('**2.**', '**3.**')
          .replace('**1.** Thủ', '**1.** Mỗi thôn có một tủ sách.\n\n**2.** Thủ'),
      [
        'moved d2-1 → d2-2',
        'moved d2-2 → d2-3',
        'moved d2-2-d → d2-3-d',
        'moved d2-2-dd → d2-3-dd',
      ],
    ],
    [
      'two units change places',
      (text) =>
        text.replace(/Trừ ngày mưa;|Trừ ngày lễ\./g, (words) =>
          words.endsWith(';') ? 'Trừ ngày lễ.' : 'Trừ ngày mưa;',
        ),
      ['moved d2-2-d → d2-2-dd', 'moved d2-2-dd → d2-2-d'],
    ],
    [
      'an id is used for something else',
      (text) => text.replace('Thủ thư giữ sách.', 'Trường học nộp báo cáo.'),
      ['reused d2-1'],
    ],
    [
      'a word is corrected',
      (text) => text.replace('Thủ thư giữ sách.', 'Thủ thư giữ gìn sách.'),
      ['changed d2-1'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(findings(edit(TEXT))).toEqual(expected);
  });

  test('gists are no part of what was published', () => {
    const gist = '<Gist sources="s1" title="Nói về thủ thư">\n\nLời khác.\n\n</Gist>\n';
    const outline = `### Điều 1. Phạm vi\n\n${gist}\n### Điều 2.\n\n${gist}`;
    const locked = documentOf(lockOf(outline));
    expect(findings(outline.replaceAll('Lời khác', 'Lời khác hẳn'), locked)).toEqual([]);
    expect(locked.units.d1?.start).toBe('Phạm vi');
    expect(locked.units.d2?.hash).toBe('');
  });

  test('an outline may become the full text under the same ids', () => {
    const locked = documentOf(lockOf('### Điều 1. Phạm vi\n\n### Điều 2.\n\n**1.**\n'));
    expect(findings(TEXT, locked)).toEqual(['changed d1', 'changed d2', 'changed d2-1']);
  });

  test('words that are repeated are never taken for a move', () => {
    const repeated = '### Điều 1.\n\n**a)** Như trên;\n\n**b)** Như trên;\n';
    const locked = documentOf(lockOf(repeated));
    expect(findings(repeated.replace('**b)**', '**c)**'), locked)).toEqual(['lost d1-0-b']);
  });

  test('ids that the lock does not know', () => {
    const locked = documentOf(lockOf(TEXT));
    expect(findUnlocked(locked, treeOf(`${TEXT}\n### Điều 3.\n`))).toEqual(['d3']);
    expect(findUnlocked(undefined, treeOf('### Điều 3.\n'))).toEqual(['d3']);
  });

  test('no deletion and no renaming of a label goes unseen', () => {
    const blocks = TEXT.trim().split('\n\n');
    const labelled = blocks.flatMap((block, index) => (/^(?:###|\*\*)/.test(block) ? [index] : []));
    fc.assert(
      fc.property(fc.constantFrom(...labelled), (index) => {
        const rest = blocks.filter((_, at) => at !== index).join('\n\n');
        expect(findings(`${rest}\n`).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('ids that were given up', () => {
  const without = TEXT.replace('**đ)**', '**e)**');
  const locked = lockOf(TEXT);
  const edits = {
    alias: addAlias(locked, 'x', 'd2-2-dd', 'd2-2-e'),
    tombstone: addTombstone(locked, 'x', 'd2-2-dd', 'Bỏ từ năm 2040.'),
  };

  test('an alias or a tombstone settles it', () => {
    expect(findings(without, documentOf(edits.alias))).toEqual([]);
    expect(findings(without, documentOf(edits.tombstone))).toEqual([]);
  });

  test('they stay when the lock is updated', () => {
    const trees = new Map([['x', treeOf(without)]]);
    const updated = documentOf(updateLock(edits.alias, trees));
    expect(updated.aliases).toEqual({ 'd2-2-dd': 'd2-2-e' });
    expect(Object.keys(updated.units)).not.toContain('d2-2-dd');
    const buried = documentOf(updateLock(edits.tombstone, trees));
    expect(buried.tombstones).toEqual({
      'd2-2-dd': { label: 'điểm đ khoản 2 Điều 2', note: 'Bỏ từ năm 2040.' },
    });
  });

  test('they are never used again unseen', () => {
    expect(findings(TEXT, documentOf(edits.alias))).toContain('retired-reused d2-2-dd → d2-2-e');
    expect(findings(TEXT, documentOf(edits.tombstone))).toEqual(['retired-reused d2-2-dd']);
  });

  test('an alias must lead to a unit, also after the next move', () => {
    const trees = new Map([['x', treeOf(without)]]);
    const updated = updateLock(edits.alias, trees);
    const moved = without.replace('**e)**', '**g)**');
    expect(findings(moved, documentOf(updated))).toEqual([
      'moved d2-2-e → d2-2-g',
      'alias-dead d2-2-dd → d2-2-e',
    ]);
    const followed = addAlias(updated, 'x', 'd2-2-e', 'd2-2-g');
    expect(findings(moved, documentOf(followed))).toEqual([]);
    expect(documentOf(followed).aliases['d2-2-dd']).toBe('d2-2-g');
  });

  test('a unit can be accepted as it is', () => {
    const other = TEXT.replace('Thủ thư giữ sách.', 'Trường học nộp báo cáo.');
    const accepted = acceptUnit(locked, 'x', 'd2-1', treeOf(other));
    expect(findings(other, documentOf(accepted))).toEqual([]);
    expect(acceptUnit(locked, 'x', 'd9', treeOf(other))).toBe(locked);
  });
});

test('an update says what it does', () => {
  const before = lockOf(TEXT);
  const edited = addAlias(before, 'x', 'd2-2-dd', 'd2-2-e');
  const after = TEXT.replace('**đ)**', '**e)**').replace('giữ sách', 'giữ gìn sách');
  const now = updateLock(edited, new Map([['x', treeOf(after)]]));
  expect(compareLocks(before, now).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'changed d2-1',
    'added d2-2-e',
    'aliased d2-2-dd',
  ]);
  expect(compareLocks(EMPTY_LOCK, before)).toMatchObject([{ kind: 'document-added', label: '6' }]);
  expect(compareLocks(before, removeDocument(before, 'x', 'Trùng.'))).toMatchObject([
    { kind: 'document-removed', label: '6', now: 'Trùng.' },
  ]);
  expect(compareLocks(before, before)).toEqual([]);
});

describe('the file', () => {
  test('is read back as it was written, in the order of the text', () => {
    const lock = addTombstone(
      addAlias(removeDocument(lockOf(TEXT), 'cu', 'Rút.'), 'x', 'd1', 'd2'),
      'x',
      'd2-1',
      'a "b" \\ c',
    );
    const written = formatLock(lock);
    expect(parseLock(written)).toEqual(lock);
    expect(JSON.parse(written)).toMatchObject({ version: 1 });
    expect(Object.keys(parseLock(written)?.documents.x?.units ?? {})).toEqual(
      Object.keys(documentOf(lock).units),
    );
    expect(formatLock(parseLock(formatLock(EMPTY_LOCK)) ?? lock)).toBe(formatLock(EMPTY_LOCK));
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another version', '{"version":2,"documents":{},"removed":{}}'],
    [
      'a unit without a hash',
      '{"version":1,"documents":{"x":{"units":{"d1":{"label":"Điều 1","start":""}},"aliases":{},"tombstones":{}}}}',
    ],
    ['a document without units', '{"version":1,"documents":{"x":{}}}'],
  ])('is refused: %s', (_, text) => {
    expect(parseLock(text)).toBeNull();
  });
});

test('a fingerprint tells texts apart', () => {
  expect(hashTextV1('')).toBe('');
  expect(hashTextV1('điểm d')).toMatch(/^[0-9a-f]{16}$/);
  expect(hashTextV1('điểm d')).not.toBe(hashTextV1('điểm đ'));
});

test.each([
  ['Phạm vi', 'Phạm vi điều chỉnh', true],
  ['', 'Phạm vi', true],
  ['Thủ thư giữ sách', 'Thu thu giu sach', true],
  ['Phạm vi điều chỉnh', 'Giải thích từ ngữ', false],
])('“%s” and “%s” may be one unit: %s', (before, now, expected) => {
  expect(isSameUnit(before, now)).toBe(expected);
});
