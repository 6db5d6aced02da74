/** `YYYY-MM-DD` in form, whether or not the day exists. */
const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a text in the form `YYYY-MM-DD` names a day that the calendar has.
 *
 * @returns null when the text is not in that form.
 * @example isRealDay('2031-02-29') // false
 */
export function isRealDay(text: string): boolean | null {
  const [, year, month, day] = DAY_FORM.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days of a month, 1 = January. @example daysInMonth(2032, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A span of days, both ends included, `YYYY-MM-DD`; a null end is open. */
export interface DaySpan {
  earliest: string | null;
  latest: string | null;
}

/**
 * Between which days a document was issued, as far as its record says.
 *
 * @example issuedSpan({ issuedYear: 2031 }) // { earliest: '2031-01-01', latest: '2031-12-31' }
 */
export function issuedSpan(record: {
  issuedDate?: string | undefined;
  issuedYear?: number | undefined;
  announcedDate?: string | undefined;
}): DaySpan {
  const { issuedDate, issuedYear, announcedDate } = record;
  if (issuedDate !== undefined) return { earliest: issuedDate, latest: issuedDate };
  if (issuedYear !== undefined) {
    return { earliest: `${issuedYear}-01-01`, latest: `${issuedYear}-12-31` };
  }
  // What was announced on a day had been issued by then.
  return { earliest: null, latest: announcedDate ?? null };
}
