import type { Definition } from '../../lib/definitions/find-definitions.ts';
import type { CitableDocument } from '../../lib/document/cite.ts';

/** A defined term; the unit is '' before the first one. What defines it is mostly the unit. */
export type PageTerm = [term: string, unit: string, where?: Exclude<Definition['in'], 'unit'>];

/** What the page tells its script, in a block of JSON. */
export interface PageData {
  document: CitableDocument;
  /** What must travel with a citation, in brackets; empty when there is nothing. */
  warning: string;
  /** Public address of the page; null when the site has none. */
  address: string | null;
  /** Whether the provisions on the page are official text, which may be quoted. */
  hasText: boolean;
  /** Absent where the document defines none. */
  terms?: readonly PageTerm[];
}

let data: PageData | null | undefined;

/** The page's data; null on a page without it. */
export function pageData(): PageData | null {
  data ??= JSON.parse(
    document.getElementById('du-lieu-trang')?.textContent ?? 'null',
  ) as PageData | null;
  return data;
}
