import { pageUrl } from '../../lib/library/addresses.ts';
import { proseHeadings } from '../../lib/library/prose-headings.ts';
import type { Library } from '../../lib/library/types.ts';

const PAGE = 'huong-dan';
const ANCHOR = 'them-toan-van';

/** Where the help page tells how to add a full text; null when this library's help has no such part. */
export function addTextUrl({ pages }: Pick<Library, 'pages'>): string | null {
  const headings = proseHeadings(pages.get(PAGE)?.body ?? '');
  const isThere = headings.some(([, anchor]) => anchor === ANCHOR);
  return isThere ? `${pageUrl(PAGE)}#${ANCHOR}` : null;
}
