import { message } from '../../i18n/messages.ts';
import { formatDay } from '../../lib/document/dates.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { documentName } from '../../lib/document/naming.ts';
import type { AffectedUnit } from '../../lib/document/schema.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { LibraryDocument, ResolvedRelation } from '../../lib/library/types.ts';
import type { Provision } from '../../lib/provision/types.ts';
import { findChanges, type Change } from './status-view.ts';

/** One change of one unit. */
interface Amendment {
  by: LibraryDocument;
  affected: AffectedUnit;
}

/**
 * What is known at each unit of a document of the changes that later documents made to it.
 *
 * @param relations Relations of the document, in both directions.
 * @returns For a unit, a note as HTML; empty where no change of it is recorded.
 */
export function amendmentNotes(
  document: Pick<LibraryDocument, 'data'>,
  relations: readonly ResolvedRelation[],
): (unit: Provision) => string {
  const byUnit = new Map<string, Amendment[]>();
  for (const { by, relation } of findChanges(relations).amended) {
    for (const affected of relation.affects) {
      byUnit.set(affected.unit, [...(byUnit.get(affected.unit) ?? []), { by, affected }]);
    }
  }
  const isOutline = document.data.text.state === 'outline';
  return ({ id }) => renderNote(byUnit.get(id) ?? [], isOutline);
}

/** Whether everything that is known to have changed is told where it stands. */
export function isToldInGists(amended: readonly Change[]): boolean {
  const affected = amended.flatMap(({ relation }) => relation.affects);
  return affected.length > 0 && affected.every(({ inGist }) => inGist);
}

function renderNote(amendments: readonly Amendment[], isOutline: boolean): string {
  if (amendments.length === 0) return '';
  const name = escapeHtml(message('document.amended.label'));
  const changes = amendments.map(renderAmendment).join('; ');
  const isTold = amendments.every(({ affected }) => affected.inGist);
  const before = message(
    isOutline ? 'document.amended.gist-before' : 'document.amended.text-before',
  );
  const end = isTold ? '.' : `. ${escapeHtml(before)}`;
  return element('p', { class: 'amended-note', 'data-chrome': true }, `${name} ${changes}${end}`);
}

/** "Luật 97/2025/QH15 (khoản 1 Điều 1), hiệu lực từ 01/7/2025: thêm Điều 3a" */
function renderAmendment({ by, affected }: Amendment): string {
  const label = affected.by === undefined ? null : (by.tree.byId.get(affected.by)?.label ?? null);
  const name = documentName(by.data) + (label === null ? '' : ` (${label})`);
  const link = element('a', { href: documentUrl(by.slug, affected.by) }, escapeHtml(name));
  const date = by.data.effectiveFrom ?? by.data.issuedDate;
  const key = by.data.effectiveFrom === null ? 'issued' : 'since';
  const when =
    date === null ? '' : escapeHtml(message(`document.amended.${key}`, { date: formatDay(date) }));
  return link + when + (affected.note === undefined ? '' : `: ${escapeHtml(affected.note)}`);
}
