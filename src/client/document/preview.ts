import type { DocumentStatus } from '../../lib/document/types.ts';

/** What a reader sees of a cited place before following the link. */
export interface Preview {
  /** Address relative to the folder of the document pages. */
  href: string;
  /** @example 'Điều 5 Luật 10/2022/QH15' */
  name: string;
  date: string | null;
  status: DocumentStatus;
  statusWord: string;
  /** Title, or the first words of the unit. */
  text: string;
  /** True when `text` is our summary and not official words. */
  gist: boolean;
}

/** What the page tells its script about the citations in it, in a block of JSON. */
export interface PreviewData {
  /** By the key of the target, as in `data-cites`. */
  items: Record<string, Preview>;
  words: { ambiguous: string; gist: string };
}
