import { expect, test } from 'vitest';
import { documentFile, ISSUER } from '../validation/corpus-for-tests.ts';
import { buildLibrary } from './build-library.ts';
import { comparisonPairs, splitPair } from './comparisons.ts';

const BODY = '### Điều 1. Mượn sách\n\nMỗi người năm cuốn.\n';
const FULL = { text: '{ state: full, complete: true }' };
const older = (fields = {}) => documentFile('901-qd-tv-2031', fields, BODY);
const newer = (fields = {}, kind = 'replaces') =>
  documentFile(
    '950-qd-tv-2035',
    {
      symbol: '950-QĐ/TV',
      issuedDate: '2035-06-07',
      relations: `[{ kind: ${kind}, target: 901-qd-tv-2031, source: s1 }]`,
      ...fields,
    },
    BODY,
  );
const listed = { path: 'doi-chieu/901-qd-tv-2031--950-qd-tv-2035.mdx', text: '---\n{}\n---\n' };

test.each([
  ['replaced, both with text', [older(FULL), newer(FULL)], [true]],
  ['replaced, one without text', [older(FULL), newer()], []],
  ['amended: an amending text is no new version', [older(FULL), newer(FULL, 'amends')], []],
  ['amended, but somebody asks for it', [older(FULL), newer(FULL, 'amends'), listed], [true]],
  ['listed without texts', [older(), newer(), listed], [false]],
  ['listed and replaced: one page', [older(FULL), newer(FULL), listed], [true]],
  ['listed, but one is not there', [older(), listed], []],
])('%s', (_, files, expected) => {
  const pairs = comparisonPairs(buildLibrary([...files, ISSUER]).library);
  expect(pairs.map(({ hasTexts }) => hasTexts)).toEqual(expected);
});

test.each([
  ['a--b', { old: 'a', new: 'b' }],
  ['a-b', null],
  ['a--b--c', null],
  ['a--', null],
])('splitPair %s', (slug, expected) => {
  expect(splitPair(slug)).toEqual(expected);
});
