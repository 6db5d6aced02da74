import { STATUSES } from '../../document/types.ts';
import { isRealDay } from '../calendar.ts';
import { errorIn, warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';

const KNOWN: readonly string[] = STATUSES;

/** What stands for a source where there is none. */
const UNVERIFIED = 'unverified';
/** `inferred: no replacement found`, `suy luận: hết thời hạn`: a conclusion with its ground. */
const INFERRED = /^(?:inferred|suy luận)[^\p{L}]*(.*)$/isu;

/** A status other than "unknown" rests on evidence, and on a day on which it was looked up. */
export const checkStatuses: Rule = ({ documents, today }) =>
  documents.flatMap((document) => {
    const { value } = document.record.status;
    if (value === undefined || value === 'unknown' || !KNOWN.includes(value)) return [];
    return [
      ...checkEvidence(document, value),
      ...checkDay(document, value),
      ...checkSpan(document, value, today),
    ];
  });

function checkEvidence(document: CheckedDocument, status: string): Problem[] {
  const { evidence, basis = '' } = document.record.status;
  if (evidence.some((source) => source !== undefined && source !== UNVERIFIED)) return [];
  const ground = INFERRED.exec(basis.trim())?.[1];
  if (ground === undefined) {
    const where = { field: ['status', evidence.length > 0 ? 'evidence' : 'value'] };
    return [errorIn(document, 'status-without-evidence', where, { status, basis })];
  }
  if (/\p{L}{2}/u.test(ground)) return [];
  return [
    errorIn(document, 'status-basis-empty', { field: ['status', 'basis'] }, { status, basis }),
  ];
}

function checkDay(document: CheckedDocument, status: string): Problem[] {
  if (document.record.status.checkedOn !== undefined) return [];
  return [warningIn(document, 'status-not-dated', { field: ['status', 'value'] }, { status })];
}

/** The days of effect agree with the status on the day for which it stands. */
function checkSpan(document: CheckedDocument, status: string, today: string | null): Problem[] {
  const { effectiveFrom, effectiveTo } = document.record;
  const checked = document.record.status.checkedOn;
  const where = { field: ['status', 'value'] };
  const inForce = status === 'in-force' || status === 'partly-superseded';
  if (inForce && isBefore(effectiveTo, checked)) {
    const values = { status, to: effectiveTo ?? '', day: checked ?? '' };
    return [errorIn(document, 'status-after-end', where, values)];
  }
  // Time alone must not break a build: what ran out since the check is a warning.
  if (inForce && isBefore(effectiveTo, today)) {
    const values = { status, to: effectiveTo ?? '', day: today ?? '' };
    return [warningIn(document, 'status-ran-out', where, values)];
  }
  const day = today ?? checked;
  if (inForce && isBefore(day, effectiveFrom)) {
    const values = { status, from: effectiveFrom ?? '', day: day ?? '' };
    return [warningIn(document, 'status-before-start', where, values)];
  }
  if (!inForce && isBefore(day, effectiveTo)) {
    const values = { status, to: effectiveTo ?? '', day: day ?? '' };
    return [warningIn(document, 'status-before-end', where, values)];
  }
  return [];
}

function isBefore(a: string | null | undefined, b: string | null | undefined): boolean {
  return a != null && b != null && isRealDay(a) === true && isRealDay(b) === true && a < b;
}
