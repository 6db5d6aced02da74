/** A document, or a place in it, by its permanent names. */
export interface PrintedAddress {
  slug: string;
  /** Anchor; null for the document as a whole. */
  anchor: string | null;
}

/** `23-qd-tw-2021`, `23-qd-tw-2021#kt-d5-2-a` */
const PRINTED = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([a-z][a-z0-9_-]*))?$/;
/** `https://…/van-ban/23-qd-tw-2021.html#kt-d5-2-a`, `file:///E:/van-ban/…` */
const PAGE = /(?:^|\/)van-ban\/([^/?#]+)\.html(?:\?[^#]*)?(?:#(.*))?$/;

/**
 * Read the short form that is printed on paper, or the address of a page: the inverse of the style
 * `printed` and of a permalink.
 *
 * @param text Spaces around it and upper case, as hands and telephones write, are accepted.
 * @returns null when it is neither. Whether such a place exists is for the library to say.
 * @example parsePrinted('23-qd-tw-2021#kt-d5-2-a') // { slug: '23-qd-tw-2021', anchor: 'kt-d5-2-a' }
 */
export function parsePrinted(text: string): PrintedAddress | null {
  const written = text.trim();
  const page = PAGE.exec(written);
  const short = page
    ? [page[1] ?? '', page[2] ?? ''].filter((part) => part !== '').join('#')
    : null;
  const match = PRINTED.exec((short ?? written).toLowerCase());
  return match ? { slug: match[1] ?? '', anchor: match[2] ?? null } : null;
}

/** The inverse of {@link parsePrinted}. */
export function formatPrinted({ slug, anchor }: PrintedAddress): string {
  return anchor === null ? slug : `${slug}#${anchor}`;
}
