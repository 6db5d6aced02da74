import { expect, test } from 'vitest';
import { documentFile, entryFile, findProblems } from '../corpus-for-tests.ts';

const ENDED = '{ value: superseded, evidence: [s1], checkedOn: 2036-01-01 }';
const OLD = documentFile('901-qd-tv-2031', { status: ENDED }, '### Điều 1. Mượn sách\n');
const NEW = documentFile('950-qd-tv-2035', {
  symbol: '950-QĐ/TV',
  issuedDate: '2035-06-07',
  relations: '[{ kind: replaces, target: 901-qd-tv-2031, source: s1 }]',
});

function problemsOf(documents: string, ground: string): string[] {
  const answers = `[{ question: Quyết định nào?, answer: Quyết định 950., documents: ${ground} }]`;
  const fields = { title: 'Thư viện', description: 'Thử', documents, answers };
  const files = [OLD, NEW, entryFile('dong-thoi-gian/thu-vien', fields)];
  return findProblems(files).filter((problem) => problem.startsWith('thu-vien:'));
}

test.each([
  ['good', '[901-qd-tv-2031, 950-qd-tv-2035]', '[950-qd-tv-2035]', []],
  [
    'an unknown document',
    '[901-qd-tv-2032]',
    '[950-qd-tv-2035]',
    ['thu-vien:4:13 !cited-document-unknown'],
  ],
  [
    'a document twice',
    '[950-qd-tv-2035, 950-qd-tv-2035]',
    '[950-qd-tv-2035]',
    ['thu-vien:4:29 value-repeated'],
  ],
  [
    'an answer from nowhere',
    '[950-qd-tv-2035]',
    '[951-qd-tv-2035]',
    ['thu-vien:5:77 !cited-document-unknown'],
  ],
  [
    'an answer from a dead place',
    '[950-qd-tv-2035]',
    "['950-qd-tv-2035#d9']",
    ['thu-vien:5:77 !cited-anchor-unknown'],
  ],
  [
    'an answer from what has ended',
    '[950-qd-tv-2035]',
    "['901-qd-tv-2031#d1']",
    ['thu-vien:5:77 cited-document-ended'],
  ],
])('%s', (_, documents, ground, expected) => {
  expect(problemsOf(documents, ground)).toEqual(expected);
});
