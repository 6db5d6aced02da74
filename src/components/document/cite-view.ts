import { message } from '../../i18n/messages.ts';
import { citableOf } from '../../lib/citation/shared.ts';
import { formatCitation, type CitableDocument } from '../../lib/document/cite.ts';
import { formatDay } from '../../lib/document/dates.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { findChanges, type Change } from './status-view.ts';

/** What the page and its script need for citing a document. */
export interface CitePage {
  document: CitableDocument;
  /** Ready to be copied behind a citation, with its brackets; empty when there is nothing to say. */
  warning: string;
}

/** Take from a document what citing it needs, with the warnings that travel with each copy. */
export function citePage(library: Library, document: LibraryDocument): CitePage {
  const citable = citableOf(library, document);
  const gaps = citable.gaps.map((gap) => message(`document.cite.gap.${gap}`));
  const notes = [...statusNotes(library, document), ...gaps];
  const warning =
    notes.length === 0 ? '' : message('document.cite.note', { notes: notes.join('; ') });
  return { document: citable, warning };
}

/** What of a document's number and date is recorded without a source. */
export function identityDoubts({ document }: CitePage): string[] {
  return document.gaps
    .filter((gap) => gap === 'symbol-unverified' || gap === 'date-unverified')
    .map((gap) => message(`document.cite.gap.${gap}`));
}

/** What a reader of a citation must know about the document's force; empty when it is in force. */
export function statusNotes(library: Library, { slug, data }: LibraryDocument): string[] {
  const { replaced, amended } = findChanges(library.relations.get(slug) ?? []);
  const amendments =
    amended.length === 0
      ? []
      : [message('document.cite.warn.amended-by', { documents: nameAll(library, amended) })];
  switch (data.status.value) {
    case 'superseded':
      return replaced.length === 0
        ? [message('document.cite.warn.superseded')]
        : [message('document.cite.warn.superseded-by', { documents: nameAll(library, replaced) })];
    case 'expired':
      return data.effectiveTo === null
        ? [message('document.cite.warn.expired')]
        : [message('document.cite.warn.expired-on', { date: formatDay(data.effectiveTo) })];
    case 'partly-superseded':
      return [message('document.cite.warn.partly-superseded'), ...amendments];
    case 'unknown':
      return [message('document.cite.warn.unknown'), ...amendments];
    case 'in-force':
      return amendments;
  }
}

/** "Quyết định 901-QĐ/TV (2031), Luật 5/2031/QH20": exact enough to be looked up. */
function nameAll(library: Library, changes: readonly Change[]): string {
  return changes.map(({ by }) => formatCitation(citableOf(library, by), null, 'short')).join(', ');
}
