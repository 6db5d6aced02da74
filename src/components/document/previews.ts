import type { Preview } from '../../client/document/preview.ts';
import { message } from '../../i18n/messages.ts';
import type { DocumentLinks, TextSegment } from '../../lib/citation/link-document.ts';
import { documentName, issuedOn } from '../../lib/document/naming.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import { gistText, ownText } from '../../lib/provision/text.ts';
import { targetKey } from './render-citation.ts';

/** Characters of a unit's text that fit a preview. */
const LENGTH = 220;

/**
 * Previews of everything that the texts of a page cite, by the key of the target.
 *
 * @param notes Pieces of the remarks on the page.
 */
export function buildPreviews(
  links: DocumentLinks | undefined,
  notes: readonly TextSegment[],
  library: Library,
): Record<string, Preview> {
  const citations = [
    ...(links?.mentions ?? []).map(({ citation }) => citation),
    ...notes.flatMap(({ citation }) => citation ?? []),
  ];
  const previews: Record<string, Preview> = {};
  for (const { targets, candidates } of citations) {
    for (const target of [...targets, ...candidates.map((doc) => ({ doc, provision: null }))]) {
      const document = library.bySlug.get(target.doc);
      if (document) previews[targetKey(target)] ??= preview(document, target.provision);
    }
  }
  return previews;
}

function preview(document: LibraryDocument, provision: string | null): Preview {
  const { slug, data, tree } = document;
  const unit = provision === null ? undefined : tree.byId.get(provision);
  const base = {
    href: `${slug}.html${unit === undefined ? '' : `#${unit.id}`}`,
    date: issuedOn(data)?.text ?? null,
    status: data.status.value,
    statusWord: message(`site.status.${data.status.value}`),
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
