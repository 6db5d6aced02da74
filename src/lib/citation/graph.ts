import type { Library, LibraryDocument } from '../library/types.ts';
import { checkWithHints, type Check } from './check.ts';
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

export interface GraphOptions {
  /** Answers as `checkWithHints` does with the index of the library, which is the default. */
  check?: Check;
  /** Knows what documents cite, or else reads it, which is the default. */
  recall?: (document: LibraryDocument, read: () => DocumentLinks) => DocumentLinks;
  /** Told after each document how many are done. */
  report?: (done: number) => void;
}

/**
 * Read every citation in the bodies of a library.
 *
 * A document's gists that name its own units are no backlinks: they only say what stands where.
 */
export function buildCitationGraph(library: Library, options: GraphOptions = {}): CitationGraph {
  const readAnew: Check = (text, how) => checkWithHints(text, citationIndexOf(library), how);
  const readNow: Required<GraphOptions>['recall'] = (_, read) => read();
  const { check = readAnew, recall = readNow, report } = options;
  const links = new Map<string, DocumentLinks>();
  const backlinks = new Map<string, Backlink[]>();
  for (const document of library.documents) {
    const found = recall(document, () => linkDocument(document, library, check));
    links.set(document.slug, found);
    for (const backlink of readBacklinks(document, found)) {
      const { doc } = backlink.target;
      const list = backlinks.get(doc);
      if (list) list.push(backlink);
      else backlinks.set(doc, [backlink]);
    }
    report?.(links.size);
  }
  return {
    get index() {
      return citationIndexOf(library);
    },
    links,
    backlinks,
  };
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
