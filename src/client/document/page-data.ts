import type { CitableDocument, CitationStyle } from '../../lib/document/cite.ts';

/** What the page tells its script, in a block of JSON. */
export interface PageData {
  document: CitableDocument;
  /** What must travel with a citation, in brackets; empty when there is nothing. */
  warning: string;
  /** Public address of the page; null when the site has none. */
  address: string | null;
  /** Whether the provisions on the page are official text, which may be quoted. */
  hasText: boolean;
  words: PageWords;
}

/** Sentences of the script; `{…}` are slots. */
export interface PageWords {
  styles: Record<CitationStyle, string>;
  link: string;
  quote: string;
  add: string;
  remove: string;
  added: string;
  removed: string;
  lasting: string;
  /** Only where the site has a public address. */
  qr?: string;
  qrName?: string;
  qrSave?: string;
  copy: string;
  copyItem: string;
  copied: string;
  select: string;
  inScope: string;
  whole: string;
  permalink: string;
  previous: string;
  next: string;
  goNone: string;
}

let data: PageData | null | undefined;

/** The page's data; null on a page without it. */
export function pageData(): PageData | null {
  data ??= JSON.parse(
    document.getElementById('du-lieu-trang')?.textContent ?? 'null',
  ) as PageData | null;
  return data;
}
