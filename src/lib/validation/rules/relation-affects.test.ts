import { describe, expect, test } from 'vitest';
import { documentFile, findProblems } from '../corpus-for-tests.ts';

const OLD = documentFile('901-qd-tv-2031', {}, '### Điều 1. Giờ mở cửa\n\n**1.** Mở mỗi ngày.\n');

function later(relation: string) {
  return documentFile(
    '950-qd-tv-2035',
    { relations: `[${relation}]`, symbol: '950-QĐ/TV', issuedDate: '2035-06-07' },
    '### Điều 1. Sửa đổi\n\nSửa giờ mở cửa.\n',
  );
}

describe('units that a document changes', () => {
  test.each<[string, string, string[]]>([
    ['units of the other document and its own', 'unit: d1-1, by: d1', []],
    ['no unit of the other document', 'unit: d2', ['2:83 !affects-unit-unknown']],
    ['no unit of its own', 'unit: d1, by: d9', ['2:91 !affects-unit-unknown']],
  ])('%s', (_, affected, expected) => {
    const file = later(
      `{ kind: amends, target: 901-qd-tv-2031, source: s1, affects: [{ ${affected} }] }`,
    );
    const found = findProblems([OLD, file]).map((line) => line.replace('950-qd-tv-2035:', ''));
    expect(found.filter((line) => line.includes('affects'))).toEqual(expected);
  });

  test('belong to an amendment', () => {
    const file = later(
      '{ kind: cites, target: 901-qd-tv-2031, source: s1, affects: [{ unit: d1 }] }',
    );
    expect(findProblems([OLD, file]).join()).toContain('!affects-of-other-kind');
  });
});
