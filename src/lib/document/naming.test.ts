import { describe, expect, test } from 'vitest';
import { documentName, issuedOn, issuedYear, typeName } from './naming.ts';

const record = {
  symbol: '901-QĐ/TV' as string | null,
  type: 'quyet-dinh' as const,
  title: 'Quyết định về thư viện xã Minh Trí',
};

describe('documentName', () => {
  test.each<[Parameters<typeof documentName>[0], string, string]>([
    [record, 'Quyết định 901-QĐ/TV', 'type and number'],
    [{ ...record, typeName: 'Quyết định chung' }, 'Quyết định chung 901-QĐ/TV', 'type as printed'],
    [{ ...record, symbol: null, shortTitle: 'Thư viện xã' }, 'Thư viện xã', 'no number'],
    [{ ...record, symbol: null }, 'Quyết định về thư viện xã Minh Trí', 'nothing but the title'],
  ])('%o → %s (%s)', (data, expected) => {
    expect(documentName(data)).toBe(expected);
  });
});

test('typeName falls back to the name of the type', () => {
  expect(typeName({ type: 'chuong-trinh' })).toBe('Chương trình');
});

describe('issuedOn', () => {
  const undated = { symbol: null, issuedDate: null };
  test.each<[Parameters<typeof issuedOn>[0], string, string, number | null]>([
    [{ symbol: null, issuedDate: '2031-02-03' }, '03/02/2031', 'exact', 2031],
    [{ ...undated, issuedYear: 2031 }, '2031', 'year', 2031],
    [{ ...undated, announcedDate: '2031-05-06' }, '06/5/2031', 'announced', null],
    [{ ...undated, announcedDate: '2031-05-06', issuedYear: 2031 }, '06/5/2031', 'announced', 2031],
  ])('%o → %s, %s', (data, text, precision, year) => {
    expect(issuedOn(data)).toMatchObject({ text, precision });
    expect(issuedYear(data)).toBe(year);
  });

  test('is null when nothing is known', () => {
    expect(issuedOn(undated)).toBeNull();
    expect(issuedYear(undated)).toBeNull();
  });
});
