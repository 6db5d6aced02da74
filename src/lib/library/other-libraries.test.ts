import { describe, expect, test } from 'vitest';
import { normalizeAddress, readLibraries, scriptSources } from './other-libraries.ts';

describe('normalizeAddress', () => {
  test.each<[string, string | null, string]>([
    ['../thu-vien-thon/', '../thu-vien-thon/', 'a folder beside the site'],
    ['../thu-vien-thon', '../thu-vien-thon/', 'without the last slash'],
    ['./ban-sao/', 'ban-sao/', 'a folder inside the site'],
    ['../Thư viện #1 100%', '../Th%C6%B0%20vi%E1%BB%87n%20%231%20100%25/', 'a folder by its name'],
    ['a/../../b', '../b/', 'a detour'],
    ['https://thu-vien.example', 'https://thu-vien.example/', 'a host'],
    ['https://THU-VIEN.example/tinh/a', 'https://thu-vien.example/tinh/a/', 'a folder of a host'],
    ['', null, 'nothing'],
    ['.', null, 'the site itself'],
    ['a/..', null, 'the site itself by a detour'],
    ['/thu-vien/', null, 'from the root of a disk or a host'],
    ['..\\thu-vien', null, 'slashes of Windows'],
    ['http://thu-vien.example/', null, 'a host that anybody on the way can change'],
    ['javascript:alert(1)', null, 'a script'],
    ['JavaScript:alert(1)', null, 'a script in other letters'],
    ['data:text/javascript,1', null, 'content instead of an address'],
    ['file:///C:/thu-vien/', null, 'a folder of this machine alone'],
    ['//thu-vien.example/', null, 'a host without a scheme'],
    ['https://ai:khoa@thu-vien.example/', null, 'a password'],
    ['https://ai@thu-vien.example/', null, 'a name'],
    ['https://thu-vien.example/?a=1', null, 'a query'],
    ['https://thu-vien.example/#a', null, 'a place on a page'],
    ['https://', null, 'no host'],
    ['../a\nb', null, 'two lines'],
  ])('%j → %j (%s)', (address, expected) => {
    expect(normalizeAddress(address)).toBe(expected);
  });
});

describe('readLibraries', () => {
  test('a list of names and addresses', () => {
    const source =
      '- name: Thư viện Thôn\n  address: ../thon/\n- { name: Xa, address: https://x.example }\n';
    expect(readLibraries(source)).toEqual({
      libraries: [
        { name: 'Thư viện Thôn', address: '../thon/' },
        { name: 'Xa', address: 'https://x.example/' },
      ],
      problems: [],
    });
  });

  test.each(['', '# chưa có\n', '[]'])('%j names none', (source) => {
    expect(readLibraries(source)).toEqual({ libraries: [], problems: [] });
  });

  test.each<[string, string, number]>([
    ['- name: "x', 'libraries-syntax', 1],
    ['name: x\naddress: ../x', 'libraries-syntax', 1],
    ['- ../x', 'libraries-syntax', 1],
    ['- name: x\n  address: ../x\n  dia-chi: ../y', 'libraries-field', 3],
    ['- address: ../x', 'libraries-name', 1],
    ['- name: 12\n  address: ../x', 'libraries-name', 1],
    [`- name: ${'x'.repeat(81)}\n  address: ../x`, 'libraries-name', 1],
    ['- name: x', 'libraries-address', 1],
    ['- name: x\n  address: javascript:alert(1)', 'libraries-address', 2],
    ['- name: x\n  address: ../x\n- name: y\n  address: ../x/', 'libraries-twice', 3],
    [
      Array.from({ length: 9 }, (_, at) => `- { name: n${at}, address: ../${at} }`).join('\n'),
      'libraries-many',
      9,
    ],
  ])('%j: %s in line %d', (source, id, line) => {
    const { libraries, problems } = readLibraries(source);
    expect(libraries).toEqual([]);
    expect(problems).toMatchObject([{ id, line, path: 'thu-vien-khac.yaml', severity: 'error' }]);
  });
});

test('only the search folders of other hosts are sources of scripts', () => {
  const libraries = ['../thon/', 'https://x.example/a;b/'].map((address) => ({
    name: '',
    address,
  }));
  expect(scriptSources(libraries, 'tim-kiem')).toEqual(['https://x.example/a%3Bb/tim-kiem/']);
});
