import { describe, expect, test } from 'vitest';
import { findAddress, resolveAddress, type ProvisionAddress } from './find-address.ts';
import { splitSyllables } from './syllables.ts';

function find(query: string) {
  return findAddress(query, splitSyllables(query));
}

type Found = ReturnType<typeof resolveAddress>;

describe('findAddress', () => {
  test.each<[string, ProvisionAddress, string]>([
    ['điều 5 quy chế 901', { article: '5' }, 'an article'],
    ['khoan 2 dieu 10 luat 10/2031', { clause: '2', article: '10' }, 'without diacritics'],
    ['Điều 5, khoản 2, điểm đ', { article: '5', clause: '2', point: 'dd' }, 'any order; đ is no d'],
    ['điểm d khoản 1 Điều 4', { point: 'd', clause: '1', article: '4' }, 'd is no đ'],
    ['điều 5a', { article: '5a' }, 'an inserted article'],
    ['mục III nghị quyết 902', { section: '3' }, 'a Roman number'],
    ['mục III.2', { section: '3', point: '2' }, 'a section with its number'],
    ['Phần thứ hai', { part: '2' }, 'an ordinal word'],
    ['phần B', { part: 'b' }, 'a lettered part'],
    ['chương ii mục 3', { chapter: '2', section: '3' }, 'units above an article'],
    [
      'tiểu mục 2 mục 4 chương II',
      { subsection: '2', section: '4', chapter: '2' },
      'a unit in a section',
    ],
    ['phụ lục 1', { annex: '1' }, 'an annex'],
    ['đ. 30 luật thư viện', { article: '30' }, 'the first letter and a full stop'],
    ['đ30 luật thư viện', { article: '30' }, 'the first letter joined on'],
    ['Đ.5 Luật 10/2034/QH30', { article: '5' }, 'a capital'],
    ['k2 đ1 quy định 901', { clause: '2', article: '1' }, 'two units by their letters'],
    ['kt-d11', { anchor: 'kt-d11' }, 'a printed anchor'],
    ['901-qd-tv-2031#d5-2-dd', { anchor: 'd5-2-dd' }, 'the short form of a permalink'],
  ])('%j → %j (%s)', (query, address) => {
    expect(find(query)?.address).toEqual(address);
  });

  test.each([
    'điều kiện hưởng',
    'khoản tiền phạt',
    'điểm mới của luật',
    'mục tiêu chung',
    'Điều lệ',
    'phần lớn',
    '901-QĐ/TV',
    'dân vận khéo',
    'k2 dân vận',
    '901-QĐ/Đ30',
    '30 đ 1 người',
  ])('%j names no place', (query) => {
    expect(find(query)).toBeNull();
  });

  test('says which syllables it used', () => {
    expect([...(find('quy chế 901 điều 5')?.syllables ?? [])]).toEqual([3, 4]);
  });
});

describe('resolveAddress', () => {
  const anchors = new Set([
    'd1',
    'd5',
    'd5-2',
    'd5-2-dd',
    'd7-0-a',
    'kt-d1',
    'kt-d9',
    'm3-2',
    'n4',
  ]);
  const resolve = (query: string, scopes = ['', 'kt-']) => {
    const found = find(query);
    return found && resolveAddress(found.address, (anchor) => anchors.has(anchor), scopes);
  };

  test.each<[string, Found, string]>([
    ['khoản 2 điều 5', { anchor: 'd5-2', exact: true }, 'as printed'],
    ['diem d khoan 2 dieu 5', { anchor: 'd5-2-dd', exact: true }, 'd without diacritics may be đ'],
    ['điểm a điều 7', { anchor: 'd7-0-a', exact: true }, 'a point without a clause'],
    ['khoản 9 điều 5', { anchor: 'd5', exact: false }, 'the nearest enclosing unit'],
    ['điều 9', { anchor: 'kt-d9', exact: true }, 'the instrument issued with it'],
    ['điểm 2 mục III', { anchor: 'm3-2', exact: true }, 'a number in a Roman section'],
    ['mục 4', { anchor: 'n4', exact: true }, 'a directive numbers without sections'],
    ['điều 77', null, 'nothing near'],
  ])('%s → %j (%s)', (query, expected) => {
    expect(resolve(query)).toEqual(expected);
  });

  test('the order of scopes decides where both have it', () => {
    expect(resolve('điều 1')?.anchor).toBe('d1');
    expect(resolve('điều 1', ['kt-', ''])?.anchor).toBe('kt-d1');
  });
});
