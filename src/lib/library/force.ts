import type { DocumentData } from '../document/schema.ts';
import type { LibraryDocument, ResolvedRelation } from './types.ts';

/**
 * What the records say of a document's force on a day.
 *
 * - `not-issued`, `pending`: not yet issued; issued, not yet in force.
 * - `in-force`, `partly`: in force; in force, some part of it taken over by another document.
 * - `issued`: issued and not known to have ended, the day on which it took effect is not on record.
 * - `unsettled`: its end is known, the day of the end is not.
 * - `unknown`: nothing on record says whether it still held.
 * - `ended`: out of force.
 * - `unchecked`: later than the evidence was looked up.
 */
export const FORCE_STATES = [
  'not-issued',
  'pending',
  'in-force',
  'partly',
  'issued',
  'unsettled',
  'unknown',
  'ended',
  'unchecked',
] as const;
export type ForceState = (typeof FORCE_STATES)[number];

/** A stretch of time with one state; it lasts until the next one begins. */
export interface ForcePeriod {
  /** First day, `YYYY-MM-DD`; empty for the first period, which has no beginning. */
  from: string;
  state: ForceState;
  /** Documents that end or take over this one, where they say the beginning of the period. */
  by: LibraryDocument[];
}

type Dated = Pick<
  DocumentData,
  'issuedDate' | 'issuedYear' | 'effectiveFrom' | 'effectiveTo' | 'status'
>;

/**
 * The states that a document has gone through, as far as days are on record. Nothing is inferred
 * from custom: a document without a day of effect is `issued`, not in force from its signature.
 *
 * @param relations Of the document, in both directions.
 * @returns In order of time, each with another state than the one before; empty when no day tells
 *   when the document began.
 */
export function forcePeriods(
  { data }: { data: Dated },
  relations: readonly ResolvedRelation[],
): ForcePeriod[] {
  const start = startOf(data);
  if (start === null) return [];
  const ends = ending(data, start, relations);
  const until = ends[0]?.from;
  return [
    ...beginning(data, start).filter(({ from }) => until === undefined || from < until),
    ...ends,
  ];
}

/**
 * The state on a day.
 *
 * @param periods Of {@link forcePeriods}, or as short.
 * @param day `YYYY-MM-DD`
 */
export function forceOn(
  periods: readonly Pick<ForcePeriod, 'from' | 'state'>[],
  day: string,
): ForceState {
  return periods.filter(({ from }) => from <= day).at(-1)?.state ?? 'unknown';
}

/** The day from which the document may have been in force. */
function startOf({ effectiveFrom, issuedDate, issuedYear }: Dated): string | null {
  const year = issuedYear === undefined ? null : `${issuedYear}-01-01`;
  return effectiveFrom ?? issuedDate ?? year;
}

/** From before its issue to its taking effect. */
function beginning(data: Dated, start: string): ForcePeriod[] {
  const { issuedDate } = data;
  const isPending = issuedDate !== null && issuedDate < start;
  return [
    { from: '', state: 'not-issued', by: [] },
    ...(isPending ? [{ from: issuedDate, state: 'pending' as const, by: [] }] : []),
    { from: start, state: heldState(data), by: [] },
  ];
}

/** The state of a document that has begun and has not been ended. */
function heldState({ status, effectiveFrom, issuedDate }: Dated): ForceState {
  if (status.value === 'unknown') return 'unknown';
  if (effectiveFrom === null) return issuedDate === null ? 'unknown' : 'issued';
  return status.value === 'partly-superseded' ? 'partly' : 'in-force';
}

/** From the first sign of its end, or the end of what was looked up. */
function ending(data: Dated, start: string, relations: readonly ResolvedRelation[]): ForcePeriod[] {
  const { value, checkedOn } = data.status;
  if (value === 'unknown') return [];
  if (value !== 'superseded' && value !== 'expired') {
    return checkedOn === undefined
      ? []
      : [{ from: dayAfter(checkedOn), state: 'unchecked', by: [] }];
  }
  const by = relations.flatMap(({ direction, kind, other }) =>
    direction === 'incoming' && (kind === 'replaces' || kind === 'repeals') && other ? [other] : [],
  );
  const ended = data.effectiveTo ?? earliest(by.map((ender) => ender.data.effectiveFrom));
  if (ended !== null) return [{ from: ended, state: 'ended', by }];
  const doubted = earliest(by.map((ender) => ender.data.issuedDate)) ?? start;
  return [
    { from: doubted, state: 'unsettled', by },
    ...(checkedOn === undefined ? [] : [{ from: checkedOn, state: 'ended' as const, by: [] }]),
  ];
}

function earliest(days: readonly (string | null)[]): string | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

/** @param day `YYYY-MM-DD` */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
