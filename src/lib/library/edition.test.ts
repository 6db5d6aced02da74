import { describe, expect, test } from 'vitest';
import { buildLibrary } from './build-library.ts';
import { describeEdition, editionRecord, isUnverified } from './edition.ts';
import { issuerNames, successors } from './successors.ts';
import type { Library } from './types.ts';

/** A record of the fictional library of xã Minh Trí, with a few fields of its own. */
function record(slug: string, fields: string): { path: string; text: string } {
  const text = `---
symbol: 901-QĐ/TV
type: quyet-dinh
system: nha-nuoc
title: Quyết định về thư viện xã Minh Trí
issuer: ubnd-xa
confidence: high
${fields}
---
`;
  return { path: `van-ban/quyet-dinh/${slug}.mdx`, text };
}

function library(): Library {
  return buildLibrary([
    record('901-qd-tv-2031', 'status: { value: superseded, evidence: [], checkedOn: 2035-02-01 }'),
    record(
      '902-qd-tv-2032',
      `status: { value: in-force, basis: "inferred: x", checkedOn: 2035-03-09 }
relations: [{ kind: replaces, target: 901-qd-tv-2031, source: unverified }]`,
    ),
    record('903-qd-tv-2033', 'status: { value: unknown }'),
    record('901-qd-tv-2029', 'status: { value: unknown }\nnamesake: true'),
  ]).library;
}

const DIGEST = '0123456789abcdef'.repeat(4);

describe('describeEdition', () => {
  test('counts documents by type and status, namesakes apart', () => {
    const edition = describeEdition(library(), DIGEST);
    expect(edition).toMatchObject({ documents: 3, namesakes: 1, byType: [['quyet-dinh', 3]] });
    expect(Object.fromEntries(edition.byStatus)).toEqual({
      'in-force': 1,
      'partly-superseded': 0,
      superseded: 1,
      expired: 0,
      unknown: 1,
    });
  });

  test('takes its date from the newest check, or from outside', () => {
    expect(describeEdition(library(), DIGEST).date).toBe('2035-03-09');
    expect(describeEdition(library(), DIGEST, '2036-01-01').date).toBe('2036-01-01');
    expect(describeEdition(buildLibrary([]).library, DIGEST).date).toBeNull();
  });

  test('is named by its date and content', () => {
    expect(describeEdition(library(), DIGEST).id).toBe('2035-03-09-01234567');
    expect(describeEdition(buildLibrary([]).library, DIGEST).id).toBe('01234567');
  });

  test('says the same as data', () => {
    expect(editionRecord(describeEdition(library(), DIGEST))).toMatchObject({
      version: 1,
      id: '2035-03-09-01234567',
      byType: { 'quyet-dinh': 3 },
      byStatus: { unknown: 1 },
      unverified: ['903-qd-tv-2033'],
    });
  });

  test('names the documents that are still to be verified', () => {
    expect(describeEdition(library(), DIGEST).unverified.map(({ slug }) => slug)).toEqual([
      '903-qd-tv-2033',
    ]);
  });
});

test('isUnverified sees an unverified field of an otherwise sure record', () => {
  const { library: built } = buildLibrary([
    record('901-qd-tv-2031', 'status: { value: in-force }\nverification: { title: unverified }'),
    record('902-qd-tv-2031', 'status: { value: in-force }\nverification: { title: [s1] }'),
  ]);
  expect(built.documents.map(isUnverified)).toEqual([true, false]);
});

test('successors are read from the later document', () => {
  const built = library();
  expect(successors(built, '901-qd-tv-2031').map(({ slug }) => slug)).toEqual(['902-qd-tv-2032']);
  expect(successors(built, '902-qd-tv-2032')).toEqual([]);
  expect(successors(built, 'none')).toEqual([]);
});

test('issuerNames keeps a slug that has no entry', () => {
  const built = library();
  const document = built.documents[0];
  expect(document && issuerNames(built, document)).toEqual(['ubnd-xa']);
});
