import { message } from '../../i18n/messages.ts';
import { forcePeriods } from '../../lib/library/force.ts';
import type { LibraryDocument, ResolvedRelation } from '../../lib/library/types.ts';
import { findChanges } from './status-view.ts';

/** One line of a document's force through time. */
export interface ForceRow {
  when: 'document.force.before' | 'document.force.from';
  /** `YYYY-MM-DD` */
  day: string;
  /** What holds from, or before, that day. */
  words: string;
  /** The document that amends this one on that day, after the words. */
  by: LibraryDocument | null;
}

/**
 * A document's periods and its amendments, in order of time.
 *
 * An amending document without a day of effect stands at its day of issue, and says so; one without
 * any day is left to the list of relations.
 *
 * @returns Empty where no day tells when the document began.
 */
export function forceRows(
  document: LibraryDocument,
  relations: readonly ResolvedRelation[],
): ForceRow[] {
  const [before, ...periods] = forcePeriods(document, relations);
  const first = periods[0];
  if (before === undefined || first === undefined) return [];
  return [
    row('document.force.before', first.from, before.state),
    ...[
      ...periods.map(({ from, state }) => row('document.force.from', from, state)),
      ...amendments(relations),
    ].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))),
  ];
}

function row(
  when: ForceRow['when'],
  day: string,
  state: ReturnType<typeof forcePeriods>[number]['state'],
): ForceRow {
  return { when, day, words: message(`site.force.${state}`), by: null };
}

function amendments(relations: readonly ResolvedRelation[]): ForceRow[] {
  return findChanges(relations).amended.flatMap(({ by }) => {
    const { effectiveFrom, issuedDate } = by.data;
    const day = effectiveFrom ?? issuedDate;
    if (day === null) return [];
    const words = effectiveFrom === null ? 'amended-undated' : 'amended';
    return [
      { when: 'document.force.from', day, words: message(`document.force.${words}`), by } as const,
    ];
  });
}
