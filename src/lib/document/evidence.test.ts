import { describe, expect, test } from 'vitest';
import {
  fieldEvidence,
  numberSources,
  sourcesById,
  statusEvidence,
  type Evidence,
} from './evidence.ts';
import { documentSchema } from './schema.ts';

function record(front: Record<string, unknown>) {
  return documentSchema.parse({
    symbol: '901-QĐ/TV',
    type: 'quyet-dinh',
    system: 'dang',
    title: 'Quyết định của Ban Thư viện khóa II về sách',
    issuer: 'ban-thu-vien',
    status: { value: 'unknown' },
    sources: [
      { id: 's1', url: 'https://thu-vien.example/1', title: 'Trang một', seen: ['signer'] },
      { id: 's2', url: 'ban-in', title: 'Bản in', seen: ['signer', 'issuer'] },
    ],
    ...front,
  });
}

function numbers(evidence: Evidence) {
  if (evidence.kind === 'unverified') return evidence;
  const sources = evidence.sources.map(({ number }) => number);
  return evidence.kind === 'seen' ? sources : { ...evidence, sources };
}

describe('fieldEvidence', () => {
  test.each([
    ['sources that verification names', { signer: ['s2'] }, 'signer', [2]],
    ['in the order of the list', { signer: ['s2', 's1'] }, 'signer', [1, 2]],
    ['else sources that list it as seen', {}, 'signer', [1, 2]],
    ['an empty list is no evidence', { title: [] }, 'title', { kind: 'unverified' }],
    ['nothing said', {}, 'title', { kind: 'unverified' }],
    ['said to be unverified', { issuer: 'unverified' }, 'issuer', { kind: 'unverified' }],
    [
      'inferred',
      { issuer: 'inferred: theo chữ ký' },
      'issuer',
      { kind: 'inferred', how: 'theo chữ ký', sources: [] },
    ],
    [
      'inferred, not said how',
      { issuer: 'inferred' },
      'issuer',
      { kind: 'inferred', how: null, sources: [] },
    ],
    [
      'a sentence of its own',
      { issuer: 'chỉ thấy ở bìa' },
      'issuer',
      { kind: 'inferred', how: 'chỉ thấy ở bìa', sources: [] },
    ],
  ])('%s', (_, verification, field, expected) => {
    expect(numbers(fieldEvidence(record({ verification }), field))).toEqual(expected);
  });

  test('a term that the title names was seen with the title', () => {
    const verification = { title: ['s1'] };
    expect(numbers(fieldEvidence(record({ term: 'khóa II', verification }), 'term'))).toEqual([1]);
    expect(numbers(fieldEvidence(record({ term: 'khóa V', verification }), 'term'))).toEqual({
      kind: 'unverified',
    });
  });
});

describe('statusEvidence', () => {
  test.each([
    ['sources', { value: 'superseded', evidence: ['s2'] }, [2]],
    [
      'a conclusion, with what was consulted',
      { value: 'in-force', basis: 'inferred: chưa thấy văn bản thay thế', evidence: ['s1'] },
      { kind: 'inferred', how: 'chưa thấy văn bản thay thế', sources: [1] },
    ],
    ['nothing', { value: 'unknown' }, { kind: 'unverified' }],
  ])('%s', (_, status, expected) => {
    expect(numbers(statusEvidence(record({ status })))).toEqual(expected);
  });
});

test('sources are numbered as listed; ids of no source are left out', () => {
  const data = record({});
  expect(numberSources(data).map(({ id, number }) => [id, number])).toEqual([
    ['s1', 1],
    ['s2', 2],
  ]);
  expect(sourcesById(data, ['unverified', 's2']).map(({ id }) => id)).toEqual(['s2']);
});
