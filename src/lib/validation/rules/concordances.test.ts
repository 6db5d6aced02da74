import { describe, expect, test } from 'vitest';
import type { ContentFile } from '../../library/types.ts';
import { documentFile, findProblems } from '../corpus-for-tests.ts';

const BODY =
  '### Điều 1. Mượn sách\n\n**1.** Mỗi người năm cuốn.\n\n### Điều 2. Giữ sách\n\nPhơi sách.\n';
const FULL = '{ state: full, complete: true }';
const OLD = documentFile('901-qd-tv-2031', { text: FULL }, BODY);
const NEW = documentFile(
  '950-qd-tv-2035',
  { symbol: '950-QĐ/TV', issuedDate: '2035-06-07', text: FULL },
  BODY,
);

const pair = (front: string, slug = '901-qd-tv-2031--950-qd-tv-2035'): ContentFile => ({
  path: `doi-chieu/${slug}.mdx`,
  text: `---\n${front}\n---\n`,
});

/** Problems of the comparison alone, without its name. */
function problemsOf(front: string, files = [OLD, NEW]): string[] {
  return findProblems([...files, pair(front)])
    .filter((problem) => problem.includes('--'))
    .map((problem) => problem.replace(/^[^:]*:/, ''));
}

const ROW = `rows:
  - topic: Mượn sách
    change: changed
    old: { words: năm cuốn, at: [d1-1] }
    new: { words: mười cuốn, at: [d1] }
    sources: [old.s1, new.s1]`;

test('a good comparison, and one that only asks for the full texts', () => {
  expect(problemsOf(ROW)).toEqual([]);
  expect(problemsOf('{}')).toEqual([]);
});

describe('rows', () => {
  test.each([
    ['a dead anchor of the old', ROW.replace('d1-1', 'd1-9'), '5:34 !cited-anchor-unknown'],
    [
      'a dead anchor of the new',
      ROW.replace('at: [d1] ', 'at: [d1, d7] '),
      '6:39 !cited-anchor-unknown',
    ],
    ['an unknown source', ROW.replace('new.s1', 'new.s9'), '7:23 !source-unknown'],
    ['no source', ROW.replace('[old.s1, new.s1]', '[]'), '7:14 !field-empty'],
    ['a side without words', ROW.replace(/ {4}new: .*\n/, ''), '4:13 !concordance-side-missing'],
    [
      'dropped from nowhere',
      ROW.replace('changed', 'dropped').replace(/ {4}old: .*\n/, ''),
      '4:13 !concordance-side-missing',
    ],
    ['a change that is none', ROW.replace('changed', 'better'), '4:13 !field-value-unknown'],
  ])('%s', (_, front, expected) => {
    expect(problemsOf(front)).toEqual([expected]);
  });

  test('an own source that nothing names', () => {
    const front = `${ROW}\nsources: [{ id: s1, url: "https://thu.example.vn/b", title: Trang thử }]`;
    expect(problemsOf(front)).toEqual(['8:17 source-unused']);
    expect(problemsOf(front.replace('new.s1', 's1'))).toEqual([]);
  });
});

describe('decisions about what answers to what', () => {
  const alignment = (lines: string) => `alignments:\n${lines}`;
  test.each([
    ['good', '  - { old: [d1], new: [d2], reason: đọc bản gốc }', []],
    [
      'an anchor that is no more',
      '  - { old: [d8], new: [d2], reason: x }',
      ['3:13 !cited-anchor-unknown'],
    ],
    ['part of a Điều', '  - { old: [d1-1], new: [d2], reason: x }', ['3:13 !alignment-too-small']],
    ['nothing on either side', '  - { old: [], new: [], reason: x }', ['3:5 !alignment-empty']],
    [
      'one unit twice',
      '  - { old: [d1], new: [d2], reason: x }\n  - { old: [d1], new: [], reason: y }',
      ['4:13 !alignment-repeated'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(problemsOf(alignment(lines))).toEqual(expected);
  });
});

describe('the name says which two', () => {
  test.each([
    ['901-qd-tv-2031', '!concordance-name'],
    ['901-qd-tv-2031--901-qd-tv-2031', '!concordance-name'],
    ['901-qd-tv-2031--951-qd-tv-2035', '!concordance-document-unknown'],
  ])('%s', (slug, id) => {
    expect(findProblems([OLD, NEW, pair('{}', slug)])).toContain(`${slug}:1:1 ${id}`);
  });
});

test('says that the newer document has been replaced itself', () => {
  const ended = documentFile(
    '950-qd-tv-2035',
    {
      symbol: '950-QĐ/TV',
      issuedDate: '2035-06-07',
      status: '{ value: superseded, evidence: [s1], checkedOn: 2036-01-01 }',
      text: FULL,
    },
    BODY,
  );
  expect(problemsOf(ROW, [OLD, ended])).toContain('1:1 cited-document-ended');
});
