import { pageUrl } from '../../lib/library/addresses.ts';
import type { Library } from '../../lib/library/types.ts';
import { slugify } from '../../lib/text/fold.ts';

const PAGE = 'huong-dan';
const ANCHOR = 'them-toan-van';

/** Where the help page tells how to add a full text; null when this library's help has no such part. */
export function addTextUrl({ pages }: Pick<Library, 'pages'>): string | null {
  const headings = pages.get(PAGE)?.body.matchAll(/^#{2,3} (.+)$/gm) ?? [];
  const isThere = [...headings].some(([, heading = '']) => slugify(heading) === ANCHOR);
  return isThere ? `${pageUrl(PAGE)}#${ANCHOR}` : null;
}
