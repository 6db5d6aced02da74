import { describe, expect, test } from 'vitest';
import { documentFile, findProblems, findRecordProblems } from '../corpus-for-tests.ts';

test('a record in good order has no problems', () => {
  expect(findRecordProblems({})).toEqual([]);
});

describe('the file name of a document', () => {
  test.each([
    ['number and year', '901-qd-tv-2031', {}, []],
    ['the year in the number', 'nghi-dinh/90-2031-nd-tv', decree('90/2031/NĐ-TV'), []],
    ['another year', '901-qd-tv-2030', {}, [':1:1 !slug-mismatch']],
    ['no year', '901-qd-tv', {}, [':1:1 !slug-mismatch']],
    ['another number', '902-qd-tv-2031', {}, [':1:1 !slug-mismatch']],
    ['only the year is known', '901-qd-tv-2031', { issuedDate: null, issuedYear: '2031' }, []],
    [
      'only the announcement',
      '901-qd-tv-2031',
      { issuedDate: null, announcedDate: '2031-05-05' },
      [],
    ],
    ['no year is known', '901-qd-tv', { issuedDate: null }, []],
    [
      'a year that the record does not know',
      '901-qd-tv-2031',
      { issuedDate: null },
      [':1:1 !slug-mismatch'],
    ],
    ['no number: any name', 'qd-thu-vien', { symbol: 'null' }, []],
    ['a day nobody needs', '901-qd-tv-2031-0304', {}, [':1:1 slug-suffix-needless']],
    ['a wrong day', '901-qd-tv-2031-0403', {}, [':1:1 !slug-mismatch']],
    ['capitals', '901-QD-TV-2031', {}, [':1:1 !file-name-form', ':1:1 !slug-mismatch']],
    ['marks', 'quyết-định', { symbol: 'null' }, [':1:1 !file-name-form']],
    ['a double hyphen', 'qd--thu', { symbol: 'null' }, [':1:1 !file-name-form']],
    ['a device of Windows', 'con', { symbol: 'null' }, [':1:1 !file-name-reserved']],
  ])('%s', (_, slug, fields, expected) => {
    const problems = findProblems([documentFile(slug, fields)]);
    expect(problems.map((problem) => problem.replace(/^[^:]*/, ''))).toEqual(expected);
  });

  test('a day or the type tells two documents of one name apart', () => {
    const twins = [
      documentFile('901-qd-tv-2031'),
      documentFile('901-qd-tv-2031-0506', { issuedDate: '2031-05-06' }),
      documentFile('quy-dinh/901-qd-tv-2031-quy-dinh', { type: 'quy-dinh' }),
    ];
    expect(findProblems(twins)).toEqual([]);
  });

  test('two files with one name are both reported', () => {
    const twins = [
      documentFile('901-qd-tv-2031'),
      documentFile('quy-dinh/901-qd-tv-2031', { type: 'quy-dinh' }),
    ];
    expect(findProblems(twins)).toEqual([
      '901-qd-tv-2031:1:1 !slug-duplicate',
      '901-qd-tv-2031:1:1 !slug-duplicate',
    ]);
  });

  test('files of the other collections have addresses too', () => {
    const files = [
      { path: 'chu-de/Thư viện.mdx', text: '---\nname: X\n---\n' },
      { path: 'trang/nul.mdx', text: '---\ntitle: X\ndescription: Y\n---\n' },
    ];
    expect(findProblems(files)).toEqual([
      'Thư viện:1:1 !file-name-form',
      'nul:1:1 !file-name-reserved',
    ]);
  });
});

describe('the folder of a document', () => {
  test.each([
    ['another type', 'quy-dinh/901-qd-tv-2031', {}, ['2:7 !type-folder-mismatch']],
    ['no type at all', 'quyet-din/901-qd-tv-2031', {}, ['1:1 !type-folder-unknown']],
    ['its type is unknown', '901-qd-tv-2031', { type: 'x' }, ['2:7 !field-value-unknown']],
  ])('%s', (_, slug, fields, expected) => {
    const problems = findProblems([documentFile(slug, { type: 'quyet-dinh', ...fields })]);
    expect(problems.map((problem) => problem.replace(/^[^:]*:/, ''))).toEqual(expected);
  });
});

describe('the form of a number', () => {
  test.each([
    ['a dash for the hyphen', '901–QĐ/TV', ['2:9 !symbol-form']],
    ['spaces', '901 - QĐ / TV', ['2:9 !symbol-form']],
    ['a word before it', '"Số: 901-QĐ/TV"', ['2:9 !symbol-form']],
    ['small letters', '901-qđ/tv', ['2:9 !symbol-form']],
    ['no marks', '901-QD/TV', ['2:9 !symbol-form']],
    ['separators exchanged', '901/QĐ-TV', ['2:9 !symbol-separators']],
    ['exchanged and badly typed', '901 / qđ – tv', ['2:9 !symbol-separators']],
  ])('%s', (_, symbol, expected) => {
    expect(findRecordProblems({ symbol })).toEqual(expected);
  });

  test.each([
    ['nha-nuoc', '!'],
    ['dang', ''],
  ])('a State number with the separators of the Party, by an issuer of %s', (system, error) => {
    const issuer = {
      path: 'co-quan/ban-thu.mdx',
      text: `---\nname: Ban Thử\ncodes: [BT]\nsystem: ${system}\n---\n`,
    };
    const file = documentFile('901-qd-bt-2031', {
      symbol: '901-QĐ/BT',
      issuer: 'ban-thu',
      system: 'nha-nuoc',
    });
    expect(findProblems([file, issuer])).toEqual([`901-qd-bt-2031:2:9 ${error}symbol-separators`]);
  });

  test('what is no number', () => {
    const problems = findProblems([documentFile('901-2031', { symbol: '"901"' })]);
    expect(problems).toEqual(['901-2031:2:9 !symbol-unknown-form']);
  });

  test('before 1998 other forms were right', () => {
    const old = documentFile('nghi-dinh/14-tv-1985', {
      symbol: '14-TV',
      type: 'nghi-dinh',
      system: 'nha-nuoc',
      issuedDate: '1985-01-02',
    });
    expect(findProblems([old])).toEqual(['14-tv-1985:2:9 symbol-unknown-form']);
  });
});

describe('a number and the rest of the record', () => {
  test.each([
    [
      'the code of another type',
      { symbol: '901-NQ/TV' },
      '901-nq-tv-2031',
      ['2:9 !symbol-type-mismatch'],
    ],
    [
      'a law with the number of its order',
      { symbol: '23-L/CTN', type: 'luat' },
      'luat/23-l-ctn-2031',
      ['2:9 symbol-issuer-mismatch'],
    ],
    ['a code nobody knows', { symbol: '901-XY/TV' }, '901-xy-tv-2031', ['2:9 symbol-type-unknown']],
    [
      'no code where the type has one',
      { symbol: '90/2031/QH20', system: 'nha-nuoc' },
      '90-2031-qh20',
      ['2:9 symbol-issuer-mismatch', '2:9 !symbol-type-missing'],
    ],
    [
      'a form of another system',
      { symbol: '901/2031/QĐ-TV', system: 'dang' },
      '901-2031-qd-tv',
      ['3:9 symbol-system-mismatch'],
    ],
    ['another body', { symbol: '901-QĐ/KH' }, '901-qd-kh-2031', ['2:9 symbol-issuer-mismatch']],
    ['two bodies, one of them known', { symbol: '901-QĐ/KH-TV' }, '901-qd-kh-tv-2031', []],
  ])('%s', (_, fields, slug, expected) => {
    const problems = findProblems([documentFile(slug, fields)]);
    expect(problems.map((problem) => problem.replace(/^[^:]*:/, ''))).toEqual(expected);
  });

  test('a code that the glossary describes is known', () => {
    const files = [
      documentFile('901-xy-tv-2031', { symbol: '901-XY/TV' }),
      {
        path: 'thuat-ngu/xy.mdx',
        text: '---\nterm: XY\nkind: type-code\nmeaning: văn bản thử\n---\n',
      },
    ];
    expect(findProblems(files)).toEqual([]);
  });

  test.each([
    ['khóa XX', []],
    ['khóa XXI', ['90-2031-qh20:2:7 !symbol-term-mismatch']],
  ])('the National Assembly of %s', (term, expected) => {
    const law = documentFile('luat/90-2031-qh20', {
      term,
      symbol: '90/2031/QH20',
      type: 'luat',
      system: 'nha-nuoc',
      issuer: 'quoc-hoi-thu',
    });
    const assembly = {
      path: 'co-quan/quoc-hoi-thu.mdx',
      text: '---\nname: Quốc hội Thử\ncodes: [QH]\nsystem: nha-nuoc\n---\n',
    };
    expect(findProblems([law, assembly])).toEqual(expected);
  });
});

function decree(symbol: string) {
  return { symbol, type: 'nghi-dinh', system: 'nha-nuoc' };
}
