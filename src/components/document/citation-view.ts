import { message } from '../../i18n/messages.ts';
import type { Backlink, CitationGraph } from '../../lib/citation/graph.ts';
import { element, escapeHtml } from '../../lib/document/html.ts';
import { documentName, issuedOn } from '../../lib/document/naming.ts';
import { documentUrl } from '../../lib/library/addresses.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import type { Provision } from '../../lib/provision/types.ts';
import { amendmentNotes } from './amendment-notes.ts';
import type { CitationView } from './render-text.ts';

/** How many citing places a unit names before it leads to the list of all. */
const SHOWN = 3;

/** What the page of a document needs to show the citations in it and of it. */
export function citationView(
  document: LibraryDocument,
  library: Library,
  graph: CitationGraph,
): CitationView {
  const byUnit = new Map<string, Backlink[]>();
  for (const backlink of graph.backlinks.get(document.slug) ?? []) {
    const { provision } = backlink.target;
    if (provision === null) continue;
    byUnit.set(provision, [...(byUnit.get(provision) ?? []), backlink]);
  }
  return {
    library,
    segments: graph.links.get(document.slug)?.segments ?? new Map(),
    citedBy: ({ id }: Provision) => renderCitedBy(byUnit.get(id) ?? [], document),
    amendedBy: amendmentNotes(document, library.relations.get(document.slug) ?? []),
  };
}

function renderCitedBy(backlinks: readonly Backlink[], document: LibraryDocument): string {
  if (backlinks.length === 0) return '';
  const links = backlinks
    .slice(0, SHOWN)
    .map((backlink) =>
      element('a', { href: backlinkUrl(backlink) }, escapeHtml(backlinkName(backlink, document))),
    );
  const rest = backlinks.length - SHOWN;
  const more =
    rest > 0
      ? `; ${element('a', { href: '#vien-dan-boi' }, escapeHtml(message('citations.more', { count: rest })))}`
      : '';
  const text = `${escapeHtml(message('citations.unit'))} ${links.join('; ')}${more}`;
  return element('p', { class: 'cited-by', 'data-chrome': true }, text);
}

/** Address of the place that cites. */
export function backlinkUrl({ document, from }: Backlink): string {
  return documentUrl(document.slug, from ?? undefined);
}

/**
 * The place that cites, in words.
 *
 * @param around The document whose page it stands on: its own units need not name it.
 * @example 'Điều 35 Luật 42/2013/QH13'
 */
export function backlinkName({ document, from }: Backlink, around: LibraryDocument): string {
  const label = from === null ? null : (document.tree.byId.get(from)?.label ?? null);
  if (label !== null && document.slug === around.slug) return label;
  return [label, documentName(document.data)].filter((part) => part !== null).join(' ');
}

/** A document that cites, with the places in it. */
export interface CitingDocument {
  document: LibraryDocument;
  name: string;
  date: string | null;
  places: { href: string; from: string | null; target: string | null; voice: 'text' | 'gist' }[];
}

/** Who cites a document or its units, other documents only, in the order of the library. */
export function citingDocuments(document: LibraryDocument, graph: CitationGraph): CitingDocument[] {
  const bySlug = new Map<string, CitingDocument>();
  for (const backlink of graph.backlinks.get(document.slug) ?? []) {
    const citing = backlink.document;
    if (citing.slug === document.slug) continue;
    const entry = bySlug.get(citing.slug) ?? {
      document: citing,
      name: documentName(citing.data),
      date: issuedOn(citing.data)?.text ?? null,
      places: [],
    };
    const { provision } = backlink.target;
    entry.places.push({
      href: backlinkUrl(backlink),
      from: backlink.from === null ? null : (citing.tree.byId.get(backlink.from)?.label ?? null),
      target: provision === null ? null : (document.tree.byId.get(provision)?.label ?? null),
      voice: backlink.voice,
    });
    bySlug.set(citing.slug, entry);
  }
  return [...bySlug.values()];
}
