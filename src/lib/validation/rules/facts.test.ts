import { describe, expect, test } from 'vitest';
import {
  documentFile,
  findProblems,
  findRecordProblems,
  type Fields,
} from '../corpus-for-tests.ts';
import { validate } from '../validate.ts';

describe('dates', () => {
  test.each<[string, Fields, string[]]>([
    ['a real day', { effectiveFrom: '2031-04-15' }, []],
    ['a leap day', { effectiveFrom: '2032-02-29' }, []],
    ['no leap year', { effectiveFrom: '2031-02-29' }, ['2:16 !date-impossible']],
    ['day and month exchanged', { effectiveFrom: '2031-15-04' }, ['2:16 !date-impossible']],
    ['a month 0', { effectiveFrom: '2031-00-10' }, ['2:16 !date-impossible']],
    ['a day 0', { effectiveTo: '2032-01-00' }, ['2:14 !date-impossible']],
    ['Vietnamese order', { effectiveFrom: '15/04/2031' }, ['2:16 !date-format']],
    ['effective before issue', { effectiveFrom: '2031-03-03' }, ['2:16 effective-before-issue']],
    [
      'ended before it began',
      { effectiveFrom: '2031-05-01', effectiveTo: '2031-04-30' },
      ['3:14 !effective-to-before-from'],
    ],
    ['one day long', { effectiveFrom: '2031-05-01', effectiveTo: '2031-05-01' }, []],
    [
      'ended before it was issued',
      { effectiveTo: '2031-03-03' },
      ['2:14 !effective-to-before-issue'],
    ],
    ['two years of issue', { issuedYear: '2030' }, ['2:13 !year-contradicts-date']],
    ['one year of issue, twice', { issuedYear: '2031' }, []],
  ])('%s', (_, fields, expected) => {
    expect(findRecordProblems(fields)).toEqual(expected);
  });

  test('the day of the check is a day too', () => {
    const status = '{ value: in-force, evidence: [s1], checkedOn: 2031-06-31 }';
    expect(findRecordProblems({ status })).toEqual(['2:55 !date-impossible']);
  });

  test('the year of the number is the year of issue', () => {
    const fields = { symbol: '90/2031/NĐ-TV', type: 'nghi-dinh', system: 'nha-nuoc' };
    const file = documentFile('nghi-dinh/90-2031-nd-tv', { ...fields, issuedDate: '2032-01-02' });
    expect(findProblems([file])).toEqual(['90-2031-nd-tv:2:9 !year-contradicts-symbol']);
  });

  test.each([
    ['2031-15-04', '2031-04-15'],
    ['2031-02-30', '2031-02-28'],
    ['2032-02-30', '2032-02-29'],
    ['2031-13-40', ''],
  ])('%s: offers %s', (day, near) => {
    const { problems } = validate([documentFile('901-qd-tv-2031', { effectiveFrom: day })]);
    expect(problems.find(({ id }) => id === 'date-impossible')?.values.nearest).toBe(near);
  });

  test.each([
    [undefined, []],
    ['2031-03-04', []],
    ['2031-03-03', ['2:13 date-in-future']],
  ])('of issue in the future, as seen on %s', (today, expected) => {
    const options = today === undefined ? {} : { today };
    const fields = { issuedDate: '2031-03-04', effectiveFrom: '2031-09-09' };
    expect(findRecordProblems(fields, '', options)).toEqual(expected);
  });
});

describe('a status', () => {
  test.each([
    ['{ value: unknown }', []],
    ['{ value: unknown, basis: unknown, evidence: [unverified] }', []],
    ['{ value: in-force, evidence: [s1], checkedOn: 2031-05-05 }', []],
    [
      '{ value: in-force, basis: "inferred: không thấy văn bản thay thế", checkedOn: 2031-05-05 }',
      [],
    ],
    ['{ value: expired, basis: inferred-from-successor, checkedOn: 2031-05-05 }', []],
    ['{ value: expired, basis: "suy luận: hết thời hạn", checkedOn: 2031-05-05 }', []],
    ['{ value: in-force, checkedOn: 2031-05-05 }', ['2:18 !status-without-evidence']],
    [
      '{ value: in-force, evidence: [unverified], checkedOn: 2031-05-05 }',
      ['2:38 !status-without-evidence'],
    ],
    [
      '{ value: in-force, basis: "stated: trong văn bản mới", checkedOn: 2031-05-05 }',
      ['2:18 !status-without-evidence'],
    ],
    [
      '{ value: in-force, basis: "inferred:", checkedOn: 2031-05-05 }',
      ['2:35 !status-basis-empty'],
    ],
    ['{ value: in-force, evidence: [s1] }', ['2:18 status-not-dated']],
    ['{ value: in-force, evidence: [s1], checkedOn: 2030-05-05 }', ['2:55 checked-before-issue']],
    ['{ value: in-forced, evidence: [s1] }', ['2:18 !field-value-unknown']],
  ])('%s', (status, expected) => {
    expect(findRecordProblems({ status })).toEqual(expected);
  });

  const inForce = '{ value: in-force, evidence: [s1], checkedOn: 2031-05-05 }';
  const expired = '{ value: expired, evidence: [s1], checkedOn: 2031-05-05 }';
  test.each<[string, Fields, string | null, string[]]>([
    [
      'ended before the check',
      { status: inForce, effectiveTo: '2031-04-04' },
      null,
      ['!status-after-end'],
    ],
    [
      'ended since the check',
      { status: inForce, effectiveTo: '2031-06-06' },
      '2031-07-07',
      ['status-ran-out'],
    ],
    ['not ended yet', { status: inForce, effectiveTo: '2031-06-06' }, null, []],
    ['not begun', { status: inForce, effectiveFrom: '2031-06-06' }, null, ['status-before-start']],
    ['begun since the check', { status: inForce, effectiveFrom: '2031-06-06' }, '2031-06-06', []],
    [
      'expired in the future',
      { status: expired, effectiveTo: '2031-06-06' },
      null,
      ['status-before-end'],
    ],
    ['expired in the past', { status: expired, effectiveTo: '2031-04-04' }, null, []],
  ])('and the days of effect: %s', (_, fields, today, expected) => {
    const problems = findRecordProblems(fields, '', today === null ? {} : { today });
    expect(problems.map((problem) => problem.replace(/^\S+ /, ''))).toEqual(expected);
  });
});

describe('sources', () => {
  const second = (fields: string) =>
    `[{ id: s1, url: "https://thu.example.vn/a", title: A, seen: [symbol, title, issuer, issuedDate] }, { ${fields} }]`;

  test.each<[string, Fields, string[]]>([
    [
      'one id for two',
      { sources: second('id: s1, url: b, title: B, seen: [text]') },
      ['2:115 !source-id-repeated'],
    ],
    [
      'one address for two',
      { sources: second('id: s2, url: "https://thu.example.vn/a", title: B, seen: [text]') },
      ['2:124 source-url-repeated'],
    ],
    [
      'one that serves for nothing',
      { sources: second('id: s2, url: b, title: B') },
      ['2:115 source-unused'],
    ],
    [
      'named by verification',
      { sources: second('id: s2, url: b, title: B'), verification: '{ title: [s2] }' },
      [],
    ],
    [
      'named by a relation',
      {
        sources: second('id: s2, url: b, title: B'),
        relations: '[{ kind: cites, unrecorded: X, source: s2 }]',
      },
      [],
    ],
    [
      'named by content without a place',
      {
        sources: second('id: s2, url: b, title: B'),
        unplaced: '[{ label: X, gist: Lời tóm lược, sources: [s2] }]',
      },
      [],
    ],
    [
      'a link that is an address',
      {
        sources: second(
          'id: s2, url: "http://thu.example.vn/b", title: B, seen: [text], linkable: true',
        ),
      },
      [],
    ],
    [
      'a link that is none',
      { sources: second('id: s2, url: "tệp:1", title: B, seen: [text], linkable: true') },
      ['2:124 !source-not-linkable'],
    ],
    [
      'a link that runs code',
      { sources: second('id: s2, url: "javascript:x", title: B, seen: [text], linkable: true') },
      ['2:124 !source-not-linkable'],
    ],
    [
      'an address that is only shown',
      { sources: second('id: s2, url: "tệp:1", title: B, seen: [text]') },
      [],
    ],
    [
      'a seen field that is none',
      { sources: second('id: s2, url: b, title: B, seen: [titel]') },
      ['2:144 !seen-field-unknown'],
    ],
  ])('%s', (_, fields, expected) => {
    expect(findRecordProblems(fields)).toEqual(expected);
  });

  test.each<[string, Fields]>([
    ['status', { status: '{ value: in-force, evidence: [s1, s9], checkedOn: 2031-05-05 }' }],
    ['a relation', { relations: '[{ kind: cites, unrecorded: X, source: s9 }]' }],
    ['verification', { verification: '{ title: [s9] }' }],
    ['content without a place', { unplaced: '[{ label: X, gist: Lời tóm lược, sources: [s9] }]' }],
  ])('%s names one that is not there', (_, fields) => {
    const [problem, ...others] = findRecordProblems(fields);
    expect(problem).toMatch(/^2:\d+ !source-unknown$/);
    expect(others).toEqual([]);
  });

  test('"unverified" is no source and may stand for one', () => {
    const relations = '[{ kind: cites, unrecorded: X, source: unverified }]';
    expect(findRecordProblems({ relations })).toEqual([]);
  });
});

describe('verification', () => {
  test.each<[string, Fields, string[]]>([
    ['of fields', { verification: '{ title: [s1], outline: unverified }' }, []],
    ['of what is none', { verification: '{ titel: [s1] }' }, ['2:17 !verification-field-unknown']],
    [
      'left out for a fact',
      { signer: '{ name: Nguyễn Văn Thử }', verification: '{}' },
      ['2:1 fact-without-source'],
    ],
    [
      'given for that fact',
      { signer: '{ name: Nguyễn Văn Thử }', verification: '{ signer: unverified }' },
      [],
    ],
  ])('%s', (_, fields, expected) => {
    expect(findRecordProblems(fields)).toEqual(expected);
  });
});

describe('nicknames', () => {
  test.each<[string, Fields, string[]]>([
    ['of one document', { aliases: '[Quy chế thư viện]' }, []],
    [
      'twice in one list',
      { aliases: '[Quy chế thư viện, quy che thu vien]' },
      ['2:29 value-repeated'],
    ],
    [
      'that are the title',
      { aliases: '[Quyết định thử về thư viện xã Minh Trí]' },
      ['2:11 alias-is-title'],
    ],
    [
      'that are the short title',
      { aliases: '[Quyết định thử]', shortTitle: 'Quyết định thử' },
      ['2:11 alias-is-title'],
    ],
  ])('%s', (_, fields, expected) => {
    expect(findRecordProblems(fields)).toEqual(expected);
  });

  test('of two documents name both', () => {
    const aliases = '[Quy chế thư viện]';
    const files = [
      documentFile('901-qd-tv-2031', { aliases }),
      documentFile('qd-b', { symbol: 'null', aliases }),
    ];
    expect(findProblems(files)).toEqual(['qd-b:3:11 alias-shared']);
    const shared = validate(files).problems.find(({ id }) => id === 'alias-shared');
    expect(shared?.values).toEqual({ alias: 'Quy chế thư viện', other: '901-qd-tv-2031' });
  });
});

test.each([
  ['901-QĐ/TV', []],
  ['905-QĐ/TV', ['905-qd-tv-2029:4:11 namesake-alone']],
])('a namesake shares its number with a document of the subject: %s', (symbol, expected) => {
  const namesake = documentFile(`${symbol.slice(0, 3)}-qd-tv-2029`, {
    symbol,
    issuedDate: '2029-01-01',
    namesake: 'true',
  });
  expect(findProblems([documentFile('901-qd-tv-2031'), namesake])).toEqual(expected);
});

test('two entries of a collection have two names', () => {
  const files = [
    { path: 'chu-de/sach.mdx', text: '---\nname: Thư viện cộng đồng\n---\n' },
    { path: 'thuat-ngu/tv.mdx', text: '---\nterm: TV\nkind: body-code\nmeaning: thư viện\n---\n' },
    { path: 'thuat-ngu/tv-2.mdx', text: '---\nterm: TV\nkind: body-code\nmeaning: thôn\n---\n' },
    { path: 'thuat-ngu/tv-3.mdx', text: '---\nterm: TV\nkind: type-code\nmeaning: thư\n---\n' },
  ];
  expect(findProblems(files)).toEqual([
    'thu-vien:2:7 !entry-name-repeated',
    'tv:2:7 !entry-name-repeated',
  ]);
});
