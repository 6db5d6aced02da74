import { describe, expect, test } from 'vitest';
import {
  compareItems,
  countValues,
  fits,
  readChoice,
  readForce,
  SORT_ORDERS,
  writeChoice,
  type ListItem,
} from './filter.ts';

function item(symbol: string, values: Partial<ListItem['values']>, date = ''): ListItem {
  return {
    values: { loai: [], 'co-quan': [], 'chu-de': [], 'tinh-trang': [], nam: [], ...values },
    text: `${symbol.toLowerCase()} quyet dinh ve thu vien xa minh tri`,
    date,
    symbol,
    title: symbol,
    issuer: '',
    statusRank: 0,
    force: [],
  };
}

const nine = {
  ...item('9-QD/TV', { loai: ['quyet-dinh'], 'co-quan': ['a', 'b'] }, '2031-05-01'),
  force: readForce('2031-05-01 pending,2031-06-01 in-force,2033-04-02 ended'),
};
const ten = {
  ...item('10-QD/TV', { loai: ['quyet-dinh'], 'co-quan': ['b'] }, '2032'),
  force: readForce('2032-01-01 unknown,2034-05-07 unchecked'),
};
const undated = item('11-CT/TV', { loai: ['chi-thi'] });
const all = [nine, ten, undated];

function found(address: string): string[] {
  const choice = readChoice(new URLSearchParams(address));
  return all
    .filter((one) => fits(one, choice))
    .sort((a, b) => compareItems(a, b, choice.order))
    .map(({ symbol }) => symbol);
}

describe('a list', () => {
  test.each([
    ['', ['10-QD/TV', '9-QD/TV', '11-CT/TV'], 'newest first, undated last'],
    ['xep=cu', ['9-QD/TV', '10-QD/TV', '11-CT/TV'], 'oldest first, undated still last'],
    ['xep=so', ['9-QD/TV', '10-QD/TV', '11-CT/TV'], 'numbers by value'],
    ['xep=none', ['10-QD/TV', '9-QD/TV', '11-CT/TV'], 'an unknown order is the usual one'],
    ['loai=chi-thi', ['11-CT/TV'], 'one facet'],
    ['co-quan=b&q=9', ['9-QD/TV'], 'facet and words'],
    ['q=MINH Trí  thư', ['10-QD/TV', '9-QD/TV', '11-CT/TV'], 'words in any order, folded'],
    ['q=9 qđ tv', ['9-QD/TV'], 'a number as typed'],
    ['ngay=2031-04-30', ['11-CT/TV'], 'a day before all that is dated; what is not dated stays'],
    ['ngay=2031-05-31', ['11-CT/TV'], 'issued, not yet in force'],
    ['ngay=2032-01-01', ['10-QD/TV', '9-QD/TV', '11-CT/TV'], 'in force, and not known'],
    ['ngay=2033-04-02', ['10-QD/TV', '11-CT/TV'], 'ended on this day'],
    ['ngay=2040-01-01', ['10-QD/TV', '11-CT/TV'], 'later than looked up is not ended'],
    ['ngay=hôm nay', ['10-QD/TV', '9-QD/TV', '11-CT/TV'], 'no day chooses nothing'],
    ['loai=luat', [], 'nothing'],
  ])('?%s → %j (%s)', (address, symbols) => {
    expect(found(address)).toEqual(symbols);
  });

  test('counts what each value would leave, disregarding its own facet only', () => {
    const choice = readChoice(new URLSearchParams('loai=chi-thi&co-quan=b'));
    expect([...countValues(all, choice, 'loai')]).toEqual([['quyet-dinh', 2]]);
    expect([...countValues(all, choice, 'co-quan')]).toEqual([]);
  });

  test.each(SORT_ORDERS)('order %s is consistent', (order) => {
    for (const a of all) {
      expect(compareItems(a, a, order)).toBe(0);
      for (const b of all) {
        expect(Math.sign(compareItems(a, b, order))).toBe(
          -Math.sign(compareItems(b, a, order)) + 0,
        );
      }
    }
  });

  test.each(['', 'q=thu+vien', 'q=a&loai=luat&nam=2031&ngay=2031-05-01&xep=so'])(
    '?%s reads back',
    (address) => {
      expect(writeChoice(readChoice(new URLSearchParams(address))).toString()).toBe(address);
    },
  );
});
