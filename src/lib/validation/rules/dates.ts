import { parseSymbol } from '../../document/symbol.ts';
import type { FieldPath } from '../../library/front-matter.ts';
import { daysInMonth, isRealDay } from '../calendar.ts';
import { errorIn, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Days exist, and follow each other as the life of a document goes. */
export const checkDates: Rule = ({ documents, today }) =>
  documents.flatMap((document) => [
    ...checkCalendar(document),
    ...checkOrder(document),
    ...checkYears(document),
    ...(today === null ? [] : checkFuture(document, today)),
  ]);

/** Days of a record, by their place in it; absent ones left out. */
function days({ record }: CheckedDocument): { field: FieldPath; day: string }[] {
  const fields: [FieldPath, string | undefined][] = [
    [['issuedDate'], record.issuedDate],
    [['announcedDate'], record.announcedDate],
    [['effectiveFrom'], record.effectiveFrom],
    [['effectiveTo'], record.effectiveTo],
    [['status', 'checkedOn'], record.status.checkedOn],
  ];
  return fields.flatMap(([field, day]) => (day === undefined ? [] : [{ field, day }]));
}

function checkCalendar(document: CheckedDocument): Problem[] {
  return days(document)
    .filter(({ day }) => isRealDay(day) === false)
    .map(({ field, day }) =>
      errorIn(document, 'date-impossible', { field }, { value: day, nearest: nearestDay(day) }),
    );
}

/** Day and month exchanged if that helps, else the last day of the month; '' when neither exists. */
function nearestDay(text: string): string {
  const [year = '', month = '', day = ''] = text.split('-');
  const exchanged = `${year}-${day}-${month}`;
  if (isRealDay(exchanged)) return exchanged;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return '';
  return `${year}-${month}-${daysInMonth(Number(year), Number(month))}`;
}

function checkOrder(document: CheckedDocument): Problem[] {
  const { record } = document;
  const issued = readable(record.issuedDate);
  const from = readable(record.effectiveFrom);
  const to = readable(record.effectiveTo);
  const checked = readable(record.status.checkedOn);
  const problems: Problem[] = [];
  if (from && to && to < from) {
    const values = { from, to };
    problems.push(
      errorIn(document, 'effective-to-before-from', { field: ['effectiveTo'] }, values),
    );
  } else if (issued && to && to < issued) {
    const values = { issued, to };
    problems.push(
      errorIn(document, 'effective-to-before-issue', { field: ['effectiveTo'] }, values),
    );
  }
  if (issued && from && from < issued) {
    const where = { field: ['effectiveFrom'] };
    problems.push(warningIn(document, 'effective-before-issue', where, { issued, from }));
  }
  if (issued && checked && checked < issued) {
    const where = { field: ['status', 'checkedOn'] };
    problems.push(warningIn(document, 'checked-before-issue', where, { issued, checked }));
  }
  return problems;
}

/** The year stands in the date, in its own field and in the number: all say the same. */
function checkYears(document: CheckedDocument): Problem[] {
  const { issuedDate, issuedYear, symbol } = document.record;
  const dated = issuedDate === undefined ? undefined : Number(issuedDate.slice(0, 4));
  const problems: Problem[] = [];
  if (dated !== undefined && issuedYear !== undefined && dated !== issuedYear) {
    const values = { date: issuedDate ?? '', year: String(issuedYear) };
    problems.push(errorIn(document, 'year-contradicts-date', { field: ['issuedYear'] }, values));
  }
  const numbered = parseSymbol(symbol ?? '')?.year;
  const known = dated ?? issuedYear;
  if (numbered != null && known !== undefined && numbered !== known) {
    const values = { symbol: symbol ?? '', year: String(known) };
    problems.push(errorIn(document, 'year-contradicts-symbol', { field: ['symbol'] }, values));
  }
  return problems;
}

/** Only a warning: the clock of the machine may be the one that is wrong. */
function checkFuture(document: CheckedDocument, today: string): Problem[] {
  return days(document)
    .filter(({ field }) => !String(field[0]).startsWith('effective'))
    .filter(({ day }) => isRealDay(day) === true && day > today)
    .map(({ field, day }) =>
      warningIn(document, 'date-in-future', { field }, { value: day, today }),
    );
}

function readable(day: string | undefined): string | null {
  return day !== undefined && isRealDay(day) === true ? day : null;
}
