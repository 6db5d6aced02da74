import type { Syllable } from './syllables.ts';

/** Days and years that a text names. */
export interface FoundDates {
  /** `YYYY-MM-DD` */
  days: Set<string>;
  /** Years, those of days included. */
  years: Set<string>;
  /** Indices of the syllables of days. */
  syllables: Set<number>;
}

const YEAR = /^(?:19|20)\d\d$/;
const FILLERS = new Set(['ngay', 'thang', 'nam']);

/**
 * Find days (`03/6/2013`, `ngày 3 tháng 6 năm 2013`, `30-7-2021`) and years.
 *
 * @example findDates('ngày 03/6/2013', …).days // Set { '2013-06-03' }
 */
export function findDates(text: string, syllables: readonly Syllable[]): FoundDates {
  const found: FoundDates = { days: new Set(), years: new Set(), syllables: new Set() };
  syllables.forEach(({ key }, at) => {
    if (!YEAR.test(key)) return;
    found.years.add(key);
    const month = numberBefore(syllables, at);
    const day = month && numberBefore(syllables, month.at);
    if (!day || !isDay(day.value, month.value) || !belongTogether(text, syllables, day.at, at))
      return;
    found.days.add(`${key}-${pad(month.value)}-${pad(day.value)}`);
    for (let index = day.at; index <= at; index++) found.syllables.add(index);
    if (syllables[day.at - 1]?.key === 'ngay') found.syllables.add(day.at - 1);
  });
  return found;
}

/** The number before a syllable, past "tháng" or "năm". */
function numberBefore(
  syllables: readonly Syllable[],
  at: number,
): { value: number; at: number } | null {
  const before = FILLERS.has(syllables[at - 1]?.key ?? '') ? at - 2 : at - 1;
  const key = syllables[before]?.key ?? '';
  return /^\d{1,2}$/.test(key) ? { value: Number(key), at: before } : null;
}

function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** Written as one date: `3/6/2013`, `3-6-2013`, `3.6.2013`, or with words. */
function belongTogether(
  text: string,
  syllables: readonly Syllable[],
  from: number,
  to: number,
): boolean {
  const span = text.slice(syllables[from]?.start, syllables[to]?.end);
  return /^\d+\s*([/.-])\s*\d+\s*\1\s*\d+$/.test(span) || /\p{L}/u.test(span);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
