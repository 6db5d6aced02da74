import { packPreview, type Preview, type PreviewPart } from '../../client/document/preview.ts';
import { linkRemark, loadCitations } from '../../content/load-citations.ts';
import type { TextSegment } from '../../lib/citation/link-document.ts';
import { countPreviewParts, previewPartOf } from '../../lib/citation/preview-parts.ts';
import { documentName, issuedOn } from '../../lib/document/naming.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { gistText, ownText } from '../../lib/provision/text.ts';
import { remarksOf } from './remarks.ts';
import { targetKey } from './render-citation.ts';

/** Characters of a unit's text that fit a preview. */
const LENGTH = 220;

/**
 * Previews of everything that the pages of documents cite, divided by the document that is cited.
 * Once for all pages: most documents are cited by many.
 */
export async function previewParts(library: Library): Promise<PreviewPart[]> {
  const count = countPreviewParts(library.documents.length);
  const parts = Array.from({ length: count }, (): PreviewPart => ({}));
  const graph = await loadCitations();
  for (const document of library.documents) {
    const mentions = graph.links.get(document.slug)?.mentions ?? [];
    const remarks = await linkRemarks(document, library);
    const citations = [...mentions, ...remarks].flatMap(({ citation }) => citation ?? []);
    for (const { targets, candidates } of citations) {
      for (const target of [...targets, ...candidates.map((doc) => ({ doc, provision: null }))]) {
        const cited = library.bySlug.get(target.doc);
        const part = parts[previewPartOf(target.doc, count)];
        if (cited && part)
          part[targetKey(target)] ??= packPreview(preview(cited, target.provision));
      }
    }
  }
  return parts.map((part) => Object.fromEntries(Object.entries(part).sort(byKey)));
}

/** Pieces of the remarks on a document's page. */
async function linkRemarks(document: LibraryDocument, library: Library): Promise<TextSegment[]> {
  const remarks = remarksOf(library, document);
  return (await Promise.all(remarks.map((text) => linkRemark(text, document)))).flat();
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function preview(document: LibraryDocument, provision: string | null): Preview {
  const { data, tree } = document;
  const unit = provision === null ? undefined : tree.byId.get(provision);
  const base = {
    date: issuedOn(data)?.text ?? null,
    status: data.status.value,
  };
  if (unit === undefined) {
    return { ...base, name: documentName(data), text: shorten(data.title), gist: false };
  }
  const official = ownText(unit).trim();
  const gist = gistText(unit).trim();
  const hasText = data.text.state === 'full' || data.text.state === 'ocr-unchecked' || gist === '';
  return {
    ...base,
    name: `${unit.label} ${documentName(data)}`,
    text: shorten(hasText ? official : gist),
    gist: !hasText,
  };
}

/** The first words, cut between two words. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= LENGTH) return line;
  return `${line.slice(0, line.lastIndexOf(' ', LENGTH))} …`;
}
