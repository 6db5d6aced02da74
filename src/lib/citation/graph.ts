import type { Library, LibraryDocument } from '../library/types.ts';
import type { CitationIndex } from './citation-index.ts';
import { linkDocument, type CitedTarget, type DocumentLinks } from './link-document.ts';
import { citationIndexOf } from './shared.ts';

/** One place that cites a document or one of its units. */
export interface Backlink {
  /** The document that cites. */
  document: LibraryDocument;
  /** Its unit that cites; null outside every unit. */
  from: string | null;
  voice: 'text' | 'gist';
  target: CitedTarget;
}

/** Who cites whom in the texts of the library: links and backlinks from one reading. */
export interface CitationGraph {
  index: CitationIndex;
  /** By slug of the document that cites. */
  links: ReadonlyMap<string, DocumentLinks>;
  /** By slug of the document that is cited, in the order of the library. */
  backlinks: ReadonlyMap<string, readonly Backlink[]>;
}

/**
 * Read every citation in the bodies of a library.
 *
 * A document's gists that name its own units are no backlinks: they only say what stands where.
 */
export function buildCitationGraph(library: Library): CitationGraph {
  const index = citationIndexOf(library);
  const links = new Map<string, DocumentLinks>();
  const backlinks = new Map<string, Backlink[]>();
  for (const document of library.documents) {
    const found = linkDocument(document, library, index);
    links.set(document.slug, found);
    for (const backlink of readBacklinks(document, found)) {
      const { doc } = backlink.target;
      const list = backlinks.get(doc);
      if (list) list.push(backlink);
      else backlinks.set(doc, [backlink]);
    }
  }
  return { index, links, backlinks };
}

function readBacklinks(document: LibraryDocument, { mentions }: DocumentLinks): Backlink[] {
  const seen = new Set<string>();
  return mentions.flatMap(({ from, voice, citation }) =>
    citation.targets.flatMap((target) => {
      const key = [from, target.doc, target.provision].join(' ');
      const isOwnSummary = voice === 'gist' && target.doc === document.slug;
      if (isOwnSummary || seen.has(key)) return [];
      seen.add(key);
      return [{ document, from, voice, target }];
    }),
  );
}
