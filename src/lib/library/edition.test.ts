import { describe, expect, test } from 'vitest';
import { buildLibrary } from './build-library.ts';
import { describeEdition, isUnverified } from './edition.ts';
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

describe('describeEdition', () => {
  test('counts documents by type and status, namesakes apart', () => {
    const edition = describeEdition(library());
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
    expect(describeEdition(library()).date).toBe('2035-03-09');
    expect(describeEdition(library(), '2036-01-01').date).toBe('2036-01-01');
    expect(describeEdition(buildLibrary([]).library).date).toBeNull();
  });

  test('names the documents that are still to be verified', () => {
    expect(describeEdition(library()).unverified.map(({ slug }) => slug)).toEqual([
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
