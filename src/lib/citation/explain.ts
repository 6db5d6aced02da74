import { message } from '../../i18n/messages.ts';
import { formatDay } from '../document/dates.ts';
import { formatRoman } from '../text/numerals.ts';
import type { CitableRecord } from './citation-index.ts';
import type { CitedDate } from './date-rule.ts';
import { hasTwoReadings } from './provision-path.ts';
import type { ResolvedTarget } from './resolve.ts';
import type { Verdict } from './types.ts';
import { unitName } from './unit-name.ts';

/**
 * Say in Vietnamese what a verdict rests on, for a reader who has only the text.
 *
 * @param asOf `YYYY-MM-DD`
 * @example 'Chỉ thị 16/CT-TTg ban hành ngày 16/5/2016, bài ghi 16/5/2018.'
 */
export function explain(target: ResolvedTarget, verdict: Verdict, asOf: string): string {
  const sentence = explainVerdict(target, verdict, asOf);
  const { run } = target.found;
  return run && hasTwoReadings(run.groups)
    ? `${sentence} ${message('cite.two-readings')}`
    : sentence;
}

function explainVerdict(
  { found, resolution, path }: ResolvedTarget,
  verdict: Verdict,
  asOf: string,
): string {
  const { record, candidates } = resolution;
  if (verdict === 'ambiguous') return explainAmbiguous(candidates, path !== null);
  if (verdict === 'unknown-document') {
    const { hint } = resolution;
    return hint
      ? message('cite.verdict.uncertain', { list: candidateList([hint]) })
      : message('cite.verdict.unknown-document');
  }
  if (!record) return message('cite.verdict.self');
  const name = record.name;
  switch (verdict) {
    case 'wrong-date':
      return message('cite.verdict.wrong-date', {
        name,
        date: issuedText(record),
        cited: citedText(dateOf(found)),
      });
    case 'wrong-type':
      return message('cite.verdict.wrong-type', { name });
    case 'wrong-issuer':
      return message('cite.verdict.wrong-issuer', { name, issuer: issuerText(record) });
    case 'wrong-number-form':
      return message('cite.verdict.wrong-number-form', { name });
    case 'unknown-provision':
      return message('cite.verdict.unknown-provision', {
        name: resolution.isAttached ? message('cite.attached-to', { name }) : name,
        unit: path ? unitName(path) : '',
      });
    case 'superseded':
    case 'expired':
      return explainEnd(record, verdict);
    default:
      return explainOk(record, asOf);
  }
}

function explainAmbiguous(candidates: readonly CitableRecord[], isProvision: boolean): string {
  if (candidates.length === 0) return message('cite.verdict.unclear');
  const list = candidateList(candidates);
  // The others are not in the library.
  if (candidates.length === 1) return message('cite.verdict.uncertain', { list });
  return message(isProvision ? 'cite.verdict.ambiguous-unit' : 'cite.verdict.ambiguous', { list });
}

const lists = new WeakMap<readonly CitableRecord[], string>();

function candidateList(candidates: readonly CitableRecord[]): string {
  const known = lists.get(candidates);
  if (known !== undefined) return known;
  const list = candidates.map((record) => `${record.name} (${issuedText(record)})`).join('; ');
  lists.set(candidates, list);
  return list;
}

function explainEnd(record: CitableRecord, verdict: 'superseded' | 'expired'): string {
  const { name, endedOn, successor } = record;
  // "thay thế bởi Quyết định …, ngày 30/7/2021" says since when.
  const isSaid = endedOn === null || endedOn === successor?.date;
  const since = isSaid ? '' : message('cite.since', { date: formatDay(endedOn) });
  if (!successor) return message(`cite.verdict.${verdict}`, { name, since });
  const next =
    successor.date === null
      ? successor.name
      : message('cite.dated', { name: successor.name, date: formatDay(successor.date) });
  return message(`cite.verdict.${verdict}-by`, { name, since, next });
}

function explainOk(record: CitableRecord, asOf: string): string {
  const { name, status, endedOn, successor } = record;
  const date = issuedText(record);
  if ((status === 'superseded' || status === 'expired') && endedOn === null) {
    return message('cite.verdict.ok-ended', { name, date });
  }
  if (status === 'unknown') return message('cite.verdict.ok-unknown', { name, date });
  if (status === 'partly-superseded') return message('cite.verdict.ok-partly', { name, date });
  const endsLater = (status === 'superseded' || status === 'expired') && endedOn !== null;
  if (!endsLater) return message('cite.verdict.ok', { name, date });
  const day = formatDay(asOf);
  const end = formatDay(endedOn);
  if (!successor) return message('cite.verdict.ok-until', { name, day, end });
  return message('cite.verdict.ok-until-by', { name, day, end, next: successor.name });
}

function issuedText({ issuedDate, year }: CitableRecord): string {
  if (issuedDate !== null) return message('cite.on-day', { date: formatDay(issuedDate) });
  return year === null ? message('cite.no-date') : message('cite.in-year', { year });
}

function issuerText({ issuerName, term }: CitableRecord): string {
  return term === null
    ? issuerName
    : message('cite.in-term', { issuer: issuerName, term: formatRoman(term) });
}

function dateOf({ document, evidence }: ResolvedTarget['found']): CitedDate | null {
  const own = document !== null && 'date' in document ? document.date : null;
  return own ?? evidence.date;
}

/** A cited date in figures, as far as it is written. */
function citedText(date: CitedDate | null): string {
  if (!date) return '';
  return [date.day, date.month, date.year].filter((part) => part !== null).join('/');
}
