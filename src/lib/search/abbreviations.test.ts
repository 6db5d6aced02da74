import { describe, expect, test } from 'vitest';
import { abbreviate, buildAbbreviations, writeOut } from './abbreviations.ts';
import { termsOf } from './query.ts';

const table = buildAbbreviations([
  ['HĐX', 'Hội đồng Xóm'],
  ['TX', 'trưởng xóm; tổ xóm'],
]);
const keys = (terms: ReturnType<typeof writeOut>) => terms?.map(({ key }) => key).join(' ') ?? null;

describe('writeOut', () => {
  test.each([
    ['HĐX họp', 'hoi dong xom hop', 'the corpus’ own'],
    ['hdx họp', 'hoi dong xom hop', 'without diacritics'],
    ['TX', 'truong xom', 'the first of several meanings'],
    ['UBND xã', 'uy ban nhan dan xa', 'one everybody knows'],
    ['NQTW7', 'nghi quyet trung uong 7', 'joined to its number'],
  ])('%s → %s (%s)', (query, expected) => {
    expect(keys(writeOut(termsOf(query), table))).toBe(expected);
  });

  test('no abbreviation, no other wording', () => {
    expect(writeOut(termsOf('họp xóm'), table)).toBeNull();
  });
});

describe('abbreviate', () => {
  test('shortens what texts shorten', () => {
    const occurs = (key: string) => key === 'ubnd';
    const shortened = abbreviate(termsOf('Ủy ban nhân dân, Hội đồng xóm'), table, occurs);
    expect(keys(shortened)).toBe('ubnd hoi dong xom');
  });

  test('leaves alone what no text shortens', () => {
    expect(abbreviate(termsOf('Hội đồng xóm'), table, () => false)).toBeNull();
  });
});
