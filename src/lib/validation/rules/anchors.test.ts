import { describe, expect, test } from 'vitest';
import { EMPTY_LOCK, formatLock, LOCK_FILE } from '../../anchors/lock.ts';
import { addAlias, addTombstone, updateLock } from '../../anchors/update-lock.ts';
import type { ContentFile } from '../../library/types.ts';
import { parseBody } from '../../provision/parse-body.ts';
import { documentFile, findProblems } from '../corpus-for-tests.ts';

const SLUG = '901-qd-tv-2031';
const BODY = `### Điều 1. Phạm vi

Quy chế này áp dụng trong xã Minh Trí.

### Điều 2.

**1.** Thủ thư giữ sách.

**2.** Thủ thư mở cửa lúc 8 giờ.
`;
const FIELDS = {
  text: '{ state: full }',
  source: `{ file: a.docx, sha256: ${'ab'.repeat(32)}, method: docx }`,
};
const LOCKED = updateLock(EMPTY_LOCK, new Map([[SLUG, parseBody(BODY).tree]]));

/** Ids of the problems of anchors in a corpus of one document; `!` marks an error. */
function problems(body: string, lock: string | null = formatLock(LOCKED)): string[] {
  const files: ContentFile[] = [documentFile(SLUG, FIELDS, body)];
  if (lock !== null) files.push({ path: LOCK_FILE, text: lock });
  return findProblems(files).filter((problem) => problem.includes('anchor-'));
}

test('text that stands as it was published has no problems', () => {
  expect(problems(BODY)).toEqual([]);
});

test('a corpus without a lock has published nothing', () => {
  expect(problems(BODY, null)).toEqual([]);
});

describe('what was published', () => {
  test.each<[string, (body: string) => string, string[]]>([
    [
      'an id disappears',
      (body) => body.replace('**2.** Thủ thư mở cửa lúc 8 giờ.\n', ''),
      [`${SLUG}:1:1 !anchor-lost`],
    ],
    ['an id moves', (body) => body.replace('**2.**', '**3.**'), [`${SLUG}:1:1 !anchor-moved`]],
    [
      'an id is used for another unit',
      (body) => body.replace('Thủ thư giữ sách.', 'Trường học nộp báo cáo.'),
      [`${SLUG}:21:1 !anchor-reused`],
    ],
    [
      'a word is corrected',
      (body) => body.replace('giữ sách', 'giữ gìn sách'),
      [`${SLUG}:21:1 anchor-changed`],
    ],
    ['a unit is new', (body) => `${body}\n**3.** Việc mới.\n`, [`${SLUG}:1:1 anchor-unlocked`]],
  ])('%s', (_, edit, expected) => {
    expect(problems(edit(BODY))).toEqual(expected);
  });
});

describe('what was given up', () => {
  const without = BODY.replace('**2.** Thủ thư mở cửa lúc 8 giờ.\n', '');

  test('a tombstone or an alias settles it', () => {
    const tombstone = addTombstone(LOCKED, SLUG, 'd2-2', 'Bỏ từ năm 2040.');
    expect(problems(without, formatLock(tombstone))).toEqual([]);
    const alias = addAlias(LOCKED, SLUG, 'd2-2', 'd2-1');
    expect(problems(without, formatLock(alias))).toEqual([]);
  });

  test('neither may be used again or lead nowhere', () => {
    const tombstone = addTombstone(LOCKED, SLUG, 'd2-2', 'Bỏ từ năm 2040.');
    expect(problems(BODY, formatLock(tombstone))).toEqual([`${SLUG}:23:1 !anchor-retired-reused`]);
    const alias = addAlias(LOCKED, SLUG, 'd2-2', 'd9');
    expect(problems(without, formatLock(alias))).toEqual([`${SLUG}:1:1 !anchor-alias-dead`]);
  });
});

test('a published document that is gone is an error', () => {
  const lock = updateLock(LOCKED, new Map([['1-qd-tv-2030', parseBody(BODY).tree]]));
  expect(
    problems(BODY, formatLock({ ...lock, documents: { ...LOCKED.documents, ...lock.documents } })),
  ).toEqual(['anchors.lock.json:1:1 !anchor-document-lost']);
});

test('a lock that cannot be read is an error, never passed over', () => {
  expect(problems(BODY, '{')).toEqual(['anchors.lock.json:1:1 !anchor-lock-unreadable']);
});
