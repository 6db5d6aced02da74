import type { DocumentLinks, Mention, TextSegment } from '../lib/citation/link-document.ts';
import type { LibraryDocument } from '../lib/library/types.ts';
import { KeptTable } from './kept-table.ts';
import { sha256 } from './sha256.ts';
import type { SourceDigests } from './source-digests.ts';

/** What a document cites. Where in its texts is read again by the few who ask. */
interface KeptLinks {
  mentions: readonly Mention[];
  /** See {@link sealLinks}. */
  seal: string;
}

/**
 * What an earlier build found that each document cites. It holds for the same engine, the same
 * records and units of the whole library and the same sources of the document only.
 */
export class LinkMemory {
  readonly #kept: KeptTable<KeptLinks>;
  readonly #sources: SourceDigests;
  readonly #seals = new Map<string, string>();

  /**
   * @param file Where the memory is kept; a missing, damaged or outdated file is an empty memory.
   * @param key Digest of the code that reads citations, and of what they are resolved against.
   * @param sources Of the documents; what has none is neither known nor kept.
   */
  constructor(file: string, key: string, sources: SourceDigests) {
    this.#kept = new KeptTable(file, key);
    this.#sources = sources;
  }

  /** What a document cites, read anew if it is not known. */
  recall({ slug }: LibraryDocument, read: () => DocumentLinks): DocumentLinks {
    const source = this.#sources.get(slug);
    const known = source === undefined ? undefined : this.#kept.read(source);
    if (source !== undefined && known !== undefined) {
      this.#kept.keep(source);
      this.#seals.set(slug, known.seal);
      return withLazySegments(known.mentions, read);
    }
    const links = read();
    const seal = sealLinks(links);
    this.#seals.set(slug, seal);
    if (source !== undefined) this.#kept.set(source, { mentions: links.mentions, seal });
    return links;
  }

  /** See {@link sealLinks}; null for a document that nobody asked for. */
  sealOf(slug: string): string | null {
    return this.#seals.get(slug) ?? null;
  }

  /** Keep what was asked for, and nothing else. */
  save(): void {
    this.#kept.save();
  }
}

function withLazySegments(mentions: readonly Mention[], read: () => DocumentLinks): DocumentLinks {
  let segments: DocumentLinks['segments'] | undefined;
  return {
    mentions,
    get segments() {
      return (segments ??= read().segments);
    },
  };
}

/** Digest of all that a document's page shows of its citations, but for the words around them. */
export function sealLinks({ mentions, segments }: DocumentLinks): string {
  return sha256(JSON.stringify([mentions, [...segments.values()].map(describeSegments)]));
}

/** Pieces of a text without the words around a citation, which are those of its source. */
export function describeSegments(segments: readonly TextSegment[]): unknown {
  return segments.map(({ text, citation }) => [text.length, citation]);
}
