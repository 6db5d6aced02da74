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

function shown({ kind, sources, how }: Evidence) {
  return [kind, sources.map(({ number }) => number), how];
}

describe('fieldEvidence', () => {
  test.each([
    ['sources that verification names', { signer: ['s2'] }, 'signer', ['seen', [2], null]],
    ['in the order of the list', { signer: ['s2', 's1'] }, 'signer', ['seen', [1, 2], null]],
    ['else sources that list it as seen', {}, 'signer', ['seen', [1, 2], null]],
    ['an empty list is no evidence', { title: [] }, 'title', ['unverified', [], null]],
    ['nothing said', {}, 'title', ['unverified', [], null]],
    ['said to be unverified', { issuer: 'unverified' }, 'issuer', ['unverified', [], null]],
    ['inferred', { issuer: 'inferred: theo chữ ký' }, 'issuer', ['inferred', [], 'theo chữ ký']],
    ['inferred, not said how', { issuer: 'inferred' }, 'issuer', ['inferred', [], null]],
    [
      'a sentence of its own',
      { issuer: 'chỉ thấy ở bìa' },
      'issuer',
      ['inferred', [], 'chỉ thấy ở bìa'],
    ],
  ])('%s', (_, verification, field, expected) => {
    expect(shown(fieldEvidence(record({ verification }), field))).toEqual(expected);
  });

  test('a term that the title names was seen with the title', () => {
    const verification = { title: ['s1'] };
    expect(shown(fieldEvidence(record({ term: 'khóa II', verification }), 'term'))).toEqual([
      'seen',
      [1],
      null,
    ]);
    expect(shown(fieldEvidence(record({ term: 'khóa V', verification }), 'term'))).toEqual([
      'unverified',
      [],
      null,
    ]);
  });
});

describe('statusEvidence', () => {
  test.each([
    ['sources', { value: 'superseded', evidence: ['s2'] }, ['seen', [2], null]],
    [
      'a conclusion, with what was consulted',
      { value: 'in-force', basis: 'inferred: chưa thấy văn bản thay thế', evidence: ['s1'] },
      ['inferred', [1], 'chưa thấy văn bản thay thế'],
    ],
    [
      'what the sources say',
      { value: 'superseded', basis: 'stated: văn bản sau nêu', evidence: ['s2'] },
      ['seen', [2], 'văn bản sau nêu'],
    ],
    [
      'why nothing is known',
      { value: 'unknown', basis: 'unknown: chưa tra' },
      ['unverified', [], 'chưa tra'],
    ],
    ['nothing', { value: 'unknown' }, ['unverified', [], null]],
  ])('%s', (_, status, expected) => {
    expect(shown(statusEvidence(record({ status })))).toEqual(expected);
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
