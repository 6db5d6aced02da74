import { message, type MessageKey } from '../../i18n/messages.ts';
import { formatDay } from '../../lib/document/dates.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { documentName } from '../../lib/document/naming.ts';
import { RELATION_KINDS } from '../../lib/document/types.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { Library, LibraryDocument, ResolvedRelation } from '../../lib/library/types.ts';
import { INVERSE_NAMES } from '../document/relation-names.ts';

/** Relations that say what a document is to others; who merely cites whom is on its own page. */
const TELLING = RELATION_KINDS.filter((kind) => kind !== 'cites');

/**
 * How a document stands to others, one line for each kind of relation.
 *
 * @returns HTML of each line; a relation without a source is marked as unverified. Empty when no
 *   relation is recorded. White space is exact: it would else come before a separator.
 */
export function renderTies(library: Library, { slug }: LibraryDocument): string[] {
  const relations = library.relations.get(slug) ?? [];
  return TELLING.flatMap((kind) =>
    (['incoming', 'outgoing'] as const).map((direction) => ({
      name: direction === 'outgoing' ? kind : INVERSE_NAMES[kind],
      members: relations.filter((one) => one.kind === kind && one.direction === direction),
    })),
  )
    .filter(({ members }) => members.length > 0)
    .map(({ name, members }) => {
      const label = escapeHtml(`${message(`document.relation.${name}` as MessageKey)}:`);
      return `${element('span', { class: 'tie-name' }, label)} ${members.map(renderTie).join('; ')}`;
    });
}

/** "Nghị quyết 25-NQ/TW (03/6/2013)" */
function renderTie({ other, unrecorded, source }: ResolvedRelation): string {
  const date = other?.data.issuedDate ?? null;
  const name =
    other === null
      ? escapeHtml(unrecorded ?? '')
      : element('a', { href: documentUrl(other.slug) }, escapeHtml(documentName(other.data)));
  const day = date === null ? '' : ` (${formatDay(date)})`;
  const doubt =
    source === 'unverified'
      ? ` ${element('em', { class: 'doubt' }, escapeHtml(message('document.unverified')))}`
      : '';
  return name + day + doubt;
}
