import type { DocumentType } from '../document/types.ts';
import type { CitableRecord } from './citation-index.ts';
import type { CitedDate } from './date-rule.ts';
import { isIssuedBy, LEADING_BODIES } from './issuers.ts';
import { isOtherSubject, subjectScore } from './subject.ts';
import { partyTermOf } from './term.ts';

/** Everything a text says of a document besides its number or name. */
export interface Clues {
  types: readonly DocumentType[];
  date: CitedDate | null;
  terms: readonly number[];
  issuer: string | null;
  /** "thực hiện Quyết định … của Ban A": the body may be the one that works. */
  isAfterWork: boolean;
  subject: readonly string[];
  isSubjectStated: boolean;
  /** The document is cited by its name alone, which an older or newer one can bear, too. */
  isNamed: boolean;
}

export type Fault = 'wrong-date' | 'wrong-type' | 'wrong-issuer' | 'wrong-number-form';

/** Which document is meant. */
export interface Settled {
  kind: 'document' | 'ambiguous' | 'unknown';
  record: CitableRecord | null;
  candidates: readonly CitableRecord[];
  faults: readonly Fault[];
  /** The one document of an unknown citation's number, when nothing says that it is meant. */
  hint?: CitableRecord;
  /** Something besides the number decided, so that earlier mentions are not asked. */
  isCertain: boolean;
}

const UNKNOWN: Settled = {
  kind: 'unknown',
  record: null,
  candidates: [],
  faults: [],
  isCertain: false,
};

/**
 * Choose among the bearers of a number or name: by date, then term, issuer and subject. Gives up
 * when more than one fits; a clue that fits none of them means another document, unless the other
 * clues show which one was meant.
 */
export function settle(bearers: readonly CitableRecord[], clues: Clues): Settled {
  if (bearers.length === 0) return UNKNOWN;
  return clues.date === null
    ? settleUndated(bearers, clues)
    : settleDated(bearers, clues, clues.date);
}

function settleDated(bearers: readonly CitableRecord[], clues: Clues, date: CitedDate): Settled {
  const fitting = bearers.filter((record) => dateFit(record, date) !== 'no');
  if (fitting.length > 0) return chooseAmong(narrow(fitting, clues), clues, [], true);
  const isOnly = bearers.length === 1;
  const meant = bearers.filter((record) => isMeantDespiteDate(record, date, clues, isOnly));
  if (meant.length === 0) return { ...UNKNOWN, isCertain: true };
  // One part of the date and the subject say more than the subject alone.
  const surest = meant.filter(
    (record) => differsInOnePart(record, date) && hasSubject(record, clues),
  );
  const chosen = surest.length > 0 ? surest : meant;
  return chooseAmong(narrow(chosen, clues), clues, ['wrong-date'], true);
}

function settleUndated(bearers: readonly CitableRecord[], clues: Clues): Settled {
  const inTerm = clues.terms.length === 0 ? bearers : bearers.filter((r) => termFits(r, clues));
  if (inTerm.length === 0) {
    const meant = bearers.filter((record) => hasSubject(record, clues));
    return meant.length === 1 ? found(meant, clues, [], true) : { ...UNKNOWN, isCertain: true };
  }
  const isOther = (record: CitableRecord): boolean => isContradicted(record, clues);
  // The same array where nothing is left out: its list of candidates is then written only once.
  const possible = inTerm.some(isOther) ? inTerm.filter((record) => !isOther(record)) : inTerm;
  if (possible.length === 0) return { ...UNKNOWN, isCertain: true };
  const narrowed = narrow(possible, clues);
  const isCertain = narrowed.length < bearers.length || clues.terms.length > 0;
  return chooseAmong(narrowed, clues, [], isCertain || hasOwnSubject(narrowed, clues));
}

function hasOwnSubject(records: readonly CitableRecord[], clues: Clues): boolean {
  return records.length === 1 && records.every((record) => hasSubject(record, clues));
}

/** Keep what fits best, clue by clue; a clue that fits nothing keeps all. */
function narrow(records: readonly CitableRecord[], clues: Clues): readonly CitableRecord[] {
  let left = records;
  const keep = (fits: (record: CitableRecord) => boolean): void => {
    const kept = left.filter(fits);
    if (kept.length > 0) left = kept;
  };
  if (clues.terms.length > 0) keep((record) => termFits(record, clues));
  if (clues.types.length > 0) keep((record) => typeFits(record, clues.types));
  const scores = new Map(left.map((record) => [record, subjectScore(clues.subject, record)]));
  const best = Math.max(...scores.values());
  if (best > 0) keep((record) => scores.get(record) === best);
  const { issuer } = clues;
  if (issuer !== null) keep((record) => isIssuedBy(record.issuers, issuer));
  return left;
}

function chooseAmong(
  records: readonly CitableRecord[],
  clues: Clues,
  faults: readonly Fault[],
  isCertain: boolean,
): Settled {
  if (records.length === 1) return found(records, clues, faults, isCertain);
  return { kind: 'ambiguous', record: null, candidates: records, faults: [], isCertain: false };
}

function found(
  [record]: readonly CitableRecord[],
  clues: Clues,
  known: readonly Fault[],
  isCertain: boolean,
): Settled {
  if (!record) return UNKNOWN;
  const faults = [...known, ...statedFaults(record, clues)];
  return { kind: 'document', record, candidates: [], faults, isCertain };
}

/** What a citation says of type, issuer and term of the document that it means, and that is wrong. */
export function statedFaults(record: CitableRecord, clues: Clues): Fault[] {
  const faults: Fault[] = [];
  if (clues.types.length > 0 && !typeFits(record, clues.types)) faults.push('wrong-type');
  const isOtherIssuer = clues.issuer !== null && !isIssuedBy(record.issuers, clues.issuer);
  const isOfWork = clues.isAfterWork && !LEADING_BODIES.has(clues.issuer ?? '');
  const otherIssuer = isOtherIssuer && !isOfWork;
  const otherTerm = clues.terms.length > 0 && !termFits(record, clues);
  if (otherIssuer || otherTerm) faults.push('wrong-issuer');
  return faults;
}

/** Whether a date, as far as it is written, can be that of a document. */
export function dateFit(record: CitableRecord, date: CitedDate): 'yes' | 'no' | 'unknown' {
  if (record.issuedDate === null) {
    if (record.year === null || date.year === null) return 'unknown';
    return record.year === date.year ? 'yes' : 'no';
  }
  const [year, month, day] = record.issuedDate.split('-').map(Number);
  const fits =
    (date.year === null || date.year === year) &&
    (date.month === null || date.month === month) &&
    (date.day === null || date.day === day);
  return fits ? 'yes' : 'no';
}

/**
 * Whether a document is meant although the date is another one: only one part of the date differs,
 * the subject is its own, or no other document can have the number. Of several bearers of a number
 * the last holds only within the year: "18-CT/TW (2015)" may be any of them, or none.
 */
function isMeantDespiteDate(
  record: CitableRecord,
  date: CitedDate,
  clues: Clues,
  isOnly: boolean,
): boolean {
  if (isContradicted(record, clues)) return false;
  if (clues.terms.length > 0 && !termFits(record, clues)) return false;
  if (differsInOnePart(record, date)) return true;
  if (clues.isNamed) return false;
  const hasNumber = isOnly ? hasNumberAlone(record, date) : date.year === record.year;
  return hasNumber || hasSubject(record, clues) || (clues.terms.length > 0 && record.term !== null);
}

/** Bodies whose numbers run through the term of the Central Committee. */
const TERM_BODIES = new Set(['tw', 'hntw', 'vptw']);

function hasNumberAlone(
  { symbol, issuedDate, year, term }: CitableRecord,
  date: CitedDate,
): boolean {
  if (symbol?.year != null) return true;
  if (date.year === null) return false;
  if (!symbol?.codes.some((code) => TERM_BODIES.has(code))) return date.year === year;
  const own = term ?? (issuedDate === null ? null : partyTermOf(issuedDate));
  return own !== null && termsOf(date).every((cited) => cited === own);
}

/** Terms that a date can lie in: of a year alone, those of its first and last day. */
function termsOf({ year, month, day }: CitedDate): (number | null)[] {
  const pad = (part: number): string => String(part).padStart(2, '0');
  const from = `${String(year)}-${pad(month ?? 1)}-${pad(day ?? 1)}`;
  const to = `${String(year)}-${pad(month ?? 12)}-${pad(day ?? 31)}`;
  return [partyTermOf(from), partyTermOf(to)];
}

function differsInOnePart({ issuedDate }: CitableRecord, date: CitedDate): boolean {
  if (issuedDate === null || date.day === null || date.month === null) return false;
  const [year, month, day] = issuedDate.split('-').map(Number);
  const same = [date.year === year, date.month === month, date.day === day];
  return same.filter(Boolean).length === 2;
}

function termFits(record: CitableRecord, { terms }: Pick<Clues, 'terms'>): boolean {
  return record.term === null || terms.includes(record.term);
}

function typeFits(record: CitableRecord, types: readonly DocumentType[]): boolean {
  return types.includes(record.type) || record.attachedTypes.some((type) => types.includes(type));
}

function hasSubject(record: CitableRecord, clues: Clues): boolean {
  return subjectScore(clues.subject, record) > 0;
}

function isContradicted(record: CitableRecord, clues: Clues): boolean {
  return clues.isSubjectStated && isOtherSubject(clues.subject, record);
}
