/** Months after which a reader is told how old an edition is. */
export const OLD_AFTER = 6;

/**
 * Whole months from one day to another.
 *
 * @param from,to `YYYY-MM-DD`.
 * @returns Negative when `to` is earlier: the clock of the machine is wrong.
 * @example monthsBetween('2031-01-31', '2031-03-01') // 1
 */
export function monthsBetween(from: string, to: string): number {
  const [year, month, day] = parts(from);
  const [otherYear, otherMonth, otherDay] = parts(to);
  return (otherYear - year) * 12 + (otherMonth - month) - (otherDay < day ? 1 : 0);
}

function parts(date: string): [year: number, month: number, day: number] {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number);
  return [year, month, day];
}
