import { narrowLibrary, type PortableDocument } from '../../lib/checker/portable-library.ts';
import type { Backlink, CitationGraph } from '../../lib/citation/graph.ts';
import type { TextSegment } from '../../lib/citation/link-document.ts';
import type { Edition } from '../../lib/library/edition.ts';
import { outlineScopes } from '../../lib/library/outline.ts';
import type { Library, LibraryDocument } from '../../lib/library/types.ts';
import type { SourceDigests } from '../../content/source-digests.ts';
import { describeSegments } from '../../content/link-memory.ts';
import { sha256 } from '../../content/sha256.ts';

/** What the seals of a library are made from. */
export interface SealSources {
  library: Library;
  /** Of every document, see `digestSources`. */
  sources: SourceDigests;
  graph: Pick<CitationGraph, 'backlinks'>;
  /** Digest of what the text of a document cites, by its slug, see `sealLinks`. */
  cited: (slug: string) => string | null;
  /** Pieces of the remarks that a document's page shows. */
  remarks: (document: LibraryDocument) => readonly (readonly TextSegment[])[];
  edition: Edition;
  /** What every page depends on beside: code, settings, digest of all that is not of a document. */
  frame: unknown;
}

/** Stands among slugs for the digest of the whole content. */
const CONTENT = '#content';
/** Stands among slugs for the id of the edition, when a page reads it more often than for its stamp. */
const EDITION = '#edition';

/**
 * Tells whether a document's page would be rendered as it was in the last build, without rendering
 * it. A seal covers all that a page can show: the settings; the record of every document, and what
 * is neither record nor text; the document's own source; what its text and its remarks cite, and who
 * cites it; and the sources of the documents whose texts the page looked at when it was rendered,
 * which {@link DocumentSeals.watch} finds out.
 */
export class DocumentSeals {
  readonly #from: SealSources;
  readonly #frame: string;
  /** How often each name was looked at by the page at hand. */
  #looked: Map<string, number> | null = null;

  /** @param from The texts of its documents tell from now on when they are looked at. */
  constructor(from: SealSources) {
    this.#from = from;
    const { edition } = from;
    const unverified = edition.unverified.map(({ slug }) => slug);
    const shown = { ...edition, unverified, id: null, contentDigest: null };
    this.#frame = sha256(JSON.stringify([from.frame, shown, recordsOf(from.library)]));
    for (const document of from.library.documents) {
      this.#observe(document, ['tree', 'body'], document.slug);
    }
    this.#observe(edition, ['id'], EDITION);
    this.#observe(edition, ['contentDigest'], CONTENT);
  }

  /**
   * Seal of a document's page.
   *
   * @param looked Slugs of the documents whose texts the page showed something of.
   * @returns null for a document that is not in the library, or whose source is not known.
   */
  seal(slug: string, looked: readonly string[]): string | null {
    const { library, sources, graph, cited, remarks } = this.#from;
    const document = library.bySlug.get(slug);
    const source = sources.get(slug);
    if (document === undefined || source === undefined) return null;
    const content = JSON.stringify([
      source,
      cited(slug),
      (graph.backlinks.get(slug) ?? []).map(describeBacklink),
      remarks(document).map(describeSegments),
      looked.map((name) => [name, this.#digestOf(name)]),
    ]);
    return sha256(`${this.#frame}\n${content}`);
  }

  /**
   * Render a page, and find out whose texts it looks at. The id of the edition is part of every
   * page, see `edition-stamp.ts`, and counts only where it is read once more. No other page is
   * rendered meanwhile.
   */
  async watch<T>(render: () => Promise<T>): Promise<{ content: T; looked: string[] }> {
    const looked = new Map<string, number>();
    this.#looked = looked;
    try {
      const content = await render();
      // Once, for the stamp, which is put in anew.
      if (looked.get(EDITION) === 1) looked.delete(EDITION);
      return { content, looked: [...looked.keys()].sort() };
    } finally {
      this.#looked = null;
    }
  }

  #digestOf(name: string): string | null {
    if (name === EDITION || name === CONTENT) return this.#from.edition.contentDigest;
    return this.#from.sources.get(name) ?? null;
  }

  /** Note a name whenever one of some properties of an object is read. */
  #observe<T extends object>(object: T, properties: readonly (keyof T)[], name: string): void {
    for (const property of properties) {
      const read = readerOf(object, property);
      Object.defineProperty(object, property, {
        enumerable: true,
        configurable: true,
        get: () => {
          this.#looked?.set(name, (this.#looked.get(name) ?? 0) + 1);
          return read();
        },
      });
    }
  }
}

/** Reads a property, which is not read before. */
function readerOf<T extends object>(object: T, property: keyof T): () => unknown {
  const known = Object.getOwnPropertyDescriptor(object, property);
  return known?.get?.bind(object) ?? (() => known?.value as unknown);
}

/**
 * The record of every document, and the instruments that it issues: what a citation names beside a
 * unit. Which units a document has is seen where something cites them.
 */
function recordsOf(library: Library): unknown {
  return narrowLibrary(library).documents.map(({ units, ...rest }: PortableDocument, at) => {
    const document = library.documents[at];
    return [rest, outlineScopes(units), document?.data, document?.retired, document?.path];
  });
}

function describeBacklink({ document, ...rest }: Backlink): unknown {
  return [document.slug, rest];
}
