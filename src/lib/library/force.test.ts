import { describe, expect, test } from 'vitest';
import { documentFile, ISSUER, type Fields } from '../validation/corpus-for-tests.ts';
import { buildLibrary } from './build-library.ts';
import { forceOn, forcePeriods } from './force.ts';

const SLUG = '901-qd-tv-2031';
const checked = (value: string) =>
  `{ value: ${value}, basis: 'inferred: chưa thấy gì khác', checkedOn: 2034-05-06 }`;

/** Periods of a document with these fields, and of the one that ends it, as `from state`. */
function periods(fields: Fields, ender?: Fields): string[] {
  const files = [documentFile(SLUG, fields), ISSUER];
  if (ender !== undefined) {
    files.push(
      documentFile('902-qd-tv-2033', { symbol: '902-QĐ/TV', issuedDate: '2033-01-02', ...ender }),
    );
  }
  const { library } = buildLibrary(files);
  const document = library.bySlug.get(SLUG);
  if (!document) throw new Error('the record is not sound');
  return forcePeriods(document, library.relations.get(SLUG) ?? []).map(
    ({ from, state, by }) => `${from} ${state}${by.length > 0 ? ` by ${by[0]?.slug ?? ''}` : ''}`,
  );
}

const replaces = `[{ kind: replaces, target: ${SLUG}, source: s1 }]`;
const NOT_ISSUED = ' not-issued';

describe('the force of a document through time', () => {
  test.each<[string, Fields, Fields | undefined, string[]]>([
    [
      'pending until its day of effect, unchecked after the look-up',
      { effectiveFrom: '2031-07-01', status: checked('in-force') },
      undefined,
      [NOT_ISSUED, '2031-03-04 pending', '2031-07-01 in-force', '2034-05-07 unchecked'],
    ],
    [
      'without a day of effect never said to be in force',
      { status: checked('in-force') },
      undefined,
      [NOT_ISSUED, '2031-03-04 issued', '2034-05-07 unchecked'],
    ],
    [
      'unknown from its beginning where nothing says that it still holds',
      { effectiveFrom: '2031-03-04', status: '{ value: unknown, checkedOn: 2034-05-06 }' },
      undefined,
      [NOT_ISSUED, '2031-03-04 unknown'],
    ],
    [
      'ended on the day on record',
      { effectiveFrom: '2031-03-04', effectiveTo: '2032-12-31', status: checked('expired') },
      undefined,
      [NOT_ISSUED, '2031-03-04 in-force', '2032-12-31 ended'],
    ],
    [
      'ended when its successor took effect',
      { effectiveFrom: '2031-03-04', status: checked('superseded') },
      { effectiveFrom: '2033-02-03', relations: replaces },
      [NOT_ISSUED, '2031-03-04 in-force', '2033-02-03 ended by 902-qd-tv-2033'],
    ],
    [
      'unsettled between the issue of its successor and the look-up: issue is not effect',
      { effectiveFrom: '2031-03-04', status: checked('superseded') },
      { relations: replaces },
      [
        NOT_ISSUED,
        '2031-03-04 in-force',
        '2033-01-02 unsettled by 902-qd-tv-2033',
        '2034-05-06 ended',
      ],
    ],
    [
      'unsettled all along where the end has neither a day nor a document',
      { status: checked('expired') },
      undefined,
      [NOT_ISSUED, '2031-03-04 unsettled', '2034-05-06 ended'],
    ],
    [
      'a successor does not end what the record holds to be in force',
      { effectiveFrom: '2031-03-04', status: checked('in-force') },
      { effectiveFrom: '2033-02-03', relations: replaces },
      [NOT_ISSUED, '2031-03-04 in-force', '2034-05-07 unchecked'],
    ],
    [
      'of the year of issue alone, only what came before is known',
      { issuedDate: 'null', issuedYear: '2031', status: checked('in-force') },
      undefined,
      [NOT_ISSUED, '2031-01-01 unknown', '2034-05-07 unchecked'],
    ],
    ['nothing without any day', { issuedDate: 'null' }, undefined, []],
  ])('%s', (_name, fields, ender, expected) => {
    expect(periods(fields, ender)).toEqual(expected);
  });
});

test('a day belongs to the period that begins on it', () => {
  const known = [
    { from: '', state: 'not-issued' },
    { from: '2031-03-04', state: 'in-force' },
    { from: '2033-02-03', state: 'ended' },
  ] as const;
  const states = ['2031-03-03', '2031-03-04', '2033-02-02', '2033-02-03'].map((day) =>
    forceOn(known, day),
  );
  expect(states).toEqual(['not-issued', 'in-force', 'in-force', 'ended']);
  expect(forceOn([], '2031-03-04')).toBe('unknown');
});
