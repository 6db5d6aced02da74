/**
 * Days as Vietnamese documents write them. Days below 10 and the months 1 and 2 get a leading
 * zero, so that no figure can be put before them.
 */

/**
 * A day in figures.
 *
 * @param day `YYYY-MM-DD`.
 * @example formatDay('2013-06-03') // '03/6/2013'
 * @example formatDay('2010-02-25') // '25/02/2010'
 */
export function formatDay(day: string): string {
  return dayParts(day).join('/');
}

/**
 * A day in words, without the leading "ngày".
 *
 * @param day `YYYY-MM-DD`.
 * @example formatLongDay('2022-11-10') // '10 tháng 11 năm 2022'
 */
export function formatLongDay(day: string): string {
  const [date, month, year] = dayParts(day);
  return `${date} tháng ${month} năm ${year}`;
}

function dayParts(day: string): [date: string, month: string, year: string] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [date, Number(month) < 3 ? month : String(Number(month)), year];
}
