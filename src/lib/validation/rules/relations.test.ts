import { describe, expect, test } from 'vitest';
import {
  documentFile,
  findProblems,
  findRecordProblems,
  type Fields,
} from '../corpus-for-tests.ts';
import { validate } from '../validate.ts';

/** The document of 2035 that states relations about that of 2031. */
function later(...relations: string[]) {
  return documentFile('950-qd-tv-2035', {
    relations: `[${relations.map((relation) => `{ ${relation} }`).join(', ')}]`,
    symbol: '950-QĐ/TV',
    issuedDate: '2035-06-07',
  });
}

function earlier(fields: Fields = {}) {
  return documentFile('901-qd-tv-2031', fields);
}

const ENDED = '{ value: superseded, evidence: [s1], checkedOn: 2036-01-01 }';

describe('names in a record', () => {
  test.each<[string, Fields, string[]]>([
    ['an issuer that exists', { issuer: 'hoi-dong-thu' }, []],
    ['an issuer that does not', { issuer: 'hoi-dong' }, ['2:9 !issuer-unknown']],
    ['one of two', { issuer: '[hoi-dong-thu, ban-thu]' }, ['2:24 !issuer-unknown']],
    ['the same twice', { issuer: '[hoi-dong-thu, hoi-dong-thu]' }, ['2:24 value-repeated']],
    ['a topic that exists', { topics: '[thu-vien]' }, []],
    ['a topic that does not', { topics: '[thu-vin]' }, ['2:10 !topic-unknown']],
  ])('%s', (_, fields, expected) => {
    expect(findRecordProblems(fields)).toEqual(expected);
  });

  test('an issuer whose own file is broken exists all the same', () => {
    const broken = { path: 'co-quan/ban-thu.mdx', text: '---\nsystem: dang\n---\n' };
    const file = documentFile('901-qd-tv-2031', { issuer: 'ban-thu' });
    expect(findProblems([broken, file])).toEqual(['ban-thu:2:1 !field-missing']);
  });

  test.each([
    ['issuer', 'Hội đồng thử nghiệm', 'hoi-dong-thu'],
    ['topics', '[thu-vien-cong-don]', 'thu-vien'],
    [
      'relations',
      '[{ kind: cites, target: 950-qd-tv-2034, source: s1 }]',
      '950-qd-tv-2035, 901-qd-tv-2031',
    ],
    ['relations', '[{ kind: cites, target: 950-QĐ/TV, source: s1 }]', '950-qd-tv-2035'],
  ])('%s: %s is near %s', (field, value, near) => {
    const names = {
      path: 'co-quan/hoi-dong-thu.mdx',
      text: '---\nname: Hội đồng Thử\naliases: [Hội đồng thử nghiệm]\nsystem: dang\n---\n',
    };
    const topic = { path: 'chu-de/thu-vien.mdx', text: '---\nname: Thư viện cộng đồng\n---\n' };
    const { problems } = validate([names, topic, later(), earlier({ [field]: value })]);
    const found = problems.find(({ id }) => id.endsWith('-unknown'));
    expect(found?.values.nearest).toBe(near);
  });

  test('a bare number offers every bearer', () => {
    const files = [
      earlier(),
      documentFile('901-qd-tv-2033', { issuedDate: '2033-01-01' }),
      later('kind: cites, target: 901-QĐ/TV, source: s1'),
    ];
    const { problems } = validate(files);
    expect(problems.find(({ id }) => id === 'relation-target-unknown')?.values.nearest).toBe(
      '901-qd-tv-2031, 901-qd-tv-2033',
    );
  });
});

describe('a relation', () => {
  test.each<[string, string[], Fields, string[]]>([
    ['one', ['kind: amends, target: 901-qd-tv-2031, source: s1'], {}, []],
    [
      'of an unknown target',
      ['kind: cites, target: 902-qd-tv-2031, source: s1'],
      {},
      ['950-qd-tv-2035:2:36 !relation-target-unknown'],
    ],
    [
      'to itself',
      ['kind: cites, target: 950-qd-tv-2035, source: s1'],
      {},
      ['950-qd-tv-2035:2:36 !relation-to-itself'],
    ],
    [
      'stated twice',
      [
        'kind: guides, target: 901-qd-tv-2031, source: s1',
        'kind: guides, target: 901-qd-tv-2031, source: s1, note: khác',
      ],
      {},
      ['950-qd-tv-2035:2:67 !relation-repeated'],
    ],
    [
      'two kinds that go together',
      [
        'kind: guides, target: 901-qd-tv-2031, source: s1',
        'kind: cites, target: 901-qd-tv-2031, source: s1',
      ],
      {},
      [],
    ],
    [
      'two kinds that do not',
      [
        'kind: replaces, target: 901-qd-tv-2031, source: s1',
        'kind: amends, target: 901-qd-tv-2031, source: s1',
      ],
      { status: ENDED },
      ['950-qd-tv-2035:2:69 relation-kinds-exclusive'],
    ],
    [
      'with a document without a record, twice',
      [
        'kind: amends, unrecorded: Luật Thử số 5/2030/QH20, source: s1',
        'kind: amends, unrecorded: luật thử số 5/2030/QH20, source: s1',
      ],
      {},
      ['950-qd-tv-2035:2:80 !relation-repeated'],
    ],
    [
      'with a document that has a record',
      ['kind: amends, unrecorded: Quyết định số 901-QĐ/TV ngày 04/3/2031, source: s1'],
      {},
      ['950-qd-tv-2035:2:41 relation-target-recorded'],
    ],
    [
      'with another bearer of a recorded number',
      ['kind: amends, unrecorded: Quyết định số 901-QĐ/TV ngày 04/3/2029, source: s1'],
      {},
      [],
    ],
    [
      'in the wrong direction',
      ['kind: replaced-by, target: 901-qd-tv-2031, source: s1'],
      {},
      ['950-qd-tv-2035:2:21 !relation-inverse-stated'],
    ],
    [
      'of a kind that is none',
      ['kind: replaes, target: 901-qd-tv-2031, source: s1'],
      {},
      ['950-qd-tv-2035:2:21 !field-value-unknown'],
    ],
  ])('%s', (_, relations, fields, expected) => {
    expect(findProblems([later(...relations), earlier(fields)])).toEqual(expected);
  });

  test('is stated by one of two documents', () => {
    const files = [
      earlier({ relations: '[{ kind: guides, target: 950-qd-tv-2035, source: s1 }]' }),
      later('kind: guides, target: 901-qd-tv-2031, source: s1'),
    ];
    expect(findProblems(files)).toEqual([
      '901-qd-tv-2031:2:13 !relation-mutual',
      '901-qd-tv-2031:2:13 !relation-on-earlier',
      '950-qd-tv-2035:2:13 !relation-mutual',
    ]);
  });

  test.each<[string, Fields, boolean]>([
    ['the day before', { issuedDate: '2035-06-06' }, true],
    ['the same day', { issuedDate: '2035-06-07' }, false],
    ['some day of the year before', { issuedDate: 'null', issuedYear: '2034' }, true],
    ['some day of the same year', { issuedDate: 'null', issuedYear: '2035' }, false],
    ['announced the year before', { issuedDate: 'null', announcedDate: '2034-05-05' }, true],
    ['nobody knows when', { issuedDate: 'null' }, false],
    ['on a day that does not exist', { issuedDate: '2034-02-30' }, false],
  ])('is not stated on the earlier document: issued %s', (_, fields, fires) => {
    const first = {
      symbol: 'null',
      relations: '[{ kind: cites, target: 950-qd-tv-2035, source: s1 }]',
    };
    const problems = findProblems([documentFile('qd-dau', { ...first, ...fields }), later()]);
    expect(problems.includes('qd-dau:3:13 !relation-on-earlier')).toBe(fires);
  });
});

describe('replacements', () => {
  test('do not go round in a circle', () => {
    const ring = ['a', 'b', 'c'].map((name, index) =>
      documentFile(`qd-${name}`, {
        relations: `[{ kind: replaces, target: qd-${['b', 'c', 'a'][index] ?? ''}, source: s1 }]`,
        symbol: 'null',
        status: ENDED,
      }),
    );
    expect(findProblems(ring)).toEqual(['qd-a:2:13 !relation-cycle']);
    const { problems } = validate(ring);
    expect(problems.find(({ id }) => id === 'relation-cycle')?.values.chain).toBe(
      'qd-a → qd-b → qd-c → qd-a',
    );
  });

  test('in a chain are well', () => {
    const chain = [
      documentFile('qd-a', { symbol: 'null', status: ENDED }),
      documentFile('qd-b', {
        symbol: 'null',
        status: ENDED,
        relations: '[{ kind: replaces, target: qd-a, source: s1 }]',
      }),
      documentFile('qd-c', {
        symbol: 'null',
        relations: '[{ kind: replaces, target: qd-b, source: s1 }]',
      }),
    ];
    expect(findProblems(chain)).toEqual([]);
  });

  test('of one document by two are noted', () => {
    const replaces = '[{ kind: replaces, target: 901-qd-tv-2031, source: s1 }]';
    const files = [
      earlier({ status: ENDED }),
      later('kind: replaces, target: 901-qd-tv-2031, source: s1'),
      documentFile('qd-z', { symbol: 'null', issuedDate: '2036-01-01', relations: replaces }),
    ];
    expect(findProblems(files)).toEqual(['qd-z:4:13 replaced-twice']);
  });
});

describe('the status of what another document touches', () => {
  const inForce = '{ value: in-force, evidence: [s1], checkedOn: 2036-01-01 }';
  test.each([
    ['replaces', inForce, ['901-qd-tv-2031:2:18 !status-contradicts-relation']],
    ['repeals', inForce, ['901-qd-tv-2031:2:18 !status-contradicts-relation']],
    ['replaces', '{ value: unknown }', ['901-qd-tv-2031:2:18 !status-contradicts-relation']],
    [
      'replaces',
      '{ value: partly-superseded, evidence: [s1], checkedOn: 2036-01-01 }',
      ['901-qd-tv-2031:2:18 !status-contradicts-relation'],
    ],
    ['replaces', ENDED, []],
    ['repeals', '{ value: expired, evidence: [s1], checkedOn: 2036-01-01 }', []],
    ['amends', inForce, []],
    ['amends', '{ value: partly-superseded, evidence: [s1], checkedOn: 2036-01-01 }', []],
    ['continues', inForce, []],
    ['amends', ENDED, ['901-qd-tv-2031:2:18 successor-missing']],
    [
      'cites',
      '{ value: partly-superseded, evidence: [s1], checkedOn: 2036-01-01 }',
      ['901-qd-tv-2031:2:18 amendment-missing'],
    ],
    // Looked up before the replacement took effect, and nobody says what day it is.
    ['replaces', '{ value: in-force, evidence: [s1], checkedOn: 2035-01-01 }', []],
  ])('%s: %s', (kind, status, expected) => {
    const files = [later(`kind: ${kind}, target: 901-qd-tv-2031, source: s1`), earlier({ status })];
    expect(findProblems(files)).toEqual(expected);
  });

  test.each([
    ['2035-06-06', []],
    ['2035-06-07', ['901-qd-tv-2031:2:18 !status-contradicts-relation']],
  ])('stands until the replacement takes effect: %s', (today, expected) => {
    const status = '{ value: in-force, evidence: [s1], checkedOn: 2035-01-01 }';
    const files = [
      later('kind: replaces, target: 901-qd-tv-2031, source: s1'),
      earlier({ status }),
    ];
    const problems = findProblems(files, { today });
    expect(problems.filter((problem) => !problem.endsWith('date-in-future'))).toEqual(expected);
  });

  test('counts also when the replacing record is broken elsewhere', () => {
    const broken = documentFile('950-qd-tv-2035', {
      typ: 'x',
      symbol: '950-QĐ/TV',
      issuedDate: '2035-06-07',
      relations: '[{ kind: replaces, target: 901-qd-tv-2031, source: s1 }]',
    });
    expect(findProblems([broken, earlier()])).toEqual([
      '901-qd-tv-2031:8:18 !status-contradicts-relation',
      '950-qd-tv-2035:2:1 !field-unknown',
    ]);
  });
});
